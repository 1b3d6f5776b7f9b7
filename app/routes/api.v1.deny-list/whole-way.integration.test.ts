import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { clientCredentialsGrant } from "openid-client";
import { fetch } from "undici";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { asCustomerId } from "~/domain/shared/ids";
import type { AskedChange } from "~/ports/consent-changes";
import { services } from "~/web/services.server";
import { CUSTOMERS } from "../../../sandbox/personas";
import { startWholeWay, type WholeWay } from "./whole-way.integration.harness";

let way: WholeWay;
beforeAll(async () => {
  way = await startWholeWay();
}, 60_000);
afterAll(() => way?.stop(), 60_000);

const change = async (over: Pick<AskedChange, "consentId"> & Partial<AskedChange>) => {
  const asked = {
    move: "stop",
    reason: "customer-stopped",
    actor: { type: "customer", id: asCustomerId(CUSTOMERS.grace.id) },
    idempotencyKey: randomUUID(),
    correlationId: randomUUID(),
    ...over,
  } as AskedChange;
  const recorded = await services().changeConsent(asked);
  if (!recorded.ok) throw new Error(recorded.error);
  return recorded.value;
};

const within = { timeout: 5_000, interval: 50 };

describe.sequential("a customer stops, and the gateway stops (X-08, X-09, B-14)", () => {
  test("nobody reads the list with a token for something else, and nobody without one", async () => {
    const address = `http://127.0.0.1:${way.world.topology.ports.app}/api/v1/deny-list`;
    expect((await fetch(address)).status).toBe(401);
    const own = await clientCredentialsGrant(way.tpp.configuration, { scope: "accounts" });
    const asked = await fetch(address, { headers: { authorization: `Bearer ${own.access_token}` } });
    expect(asked.status).toBe(401);
    const form = { grant_type: "client_credentials", client_id: "bank", resource: "urn:assent:api" };
    const banks = async (scope: string) => {
      const granted = await fetch(`${way.world.topology.authorizationServerInternal}/default/system/oauth2/token`, {
        method: "POST",
        body: new URLSearchParams({ ...form, scope }),
        dispatcher: way.agentOf("bank"),
      });
      const { access_token } = (await granted.json()) as { access_token: string };
      return fetch(address, { headers: { authorization: `Bearer ${access_token}` } });
    };
    expect((await banks("tpp_events")).status).toBe(403);
    const list = await banks("consent_enforcement");
    expect([list.status, list.headers.get("content-type")]).toEqual([200, "application/jose"]);
  });

  test("while the authorization server answers: at once", async () => {
    const consent = await way.shared();
    expect(await consent.read()).toBe(200);
    expect(await change({ consentId: consent.id })).toMatchObject({ state: "settled" });
    expect(await consent.read()).toBe(401);
  });

  test("while it is away: within five seconds, and it hears of the stop when it is back", async () => {
    const [stopped, other] = [await way.shared(), await way.shared()];
    expect([await stopped.read(), await other.read()]).toEqual([200, 200]);
    await way.world.goAway();
    expect([await stopped.read(), await other.read()]).toEqual([200, 200]);
    expect([await stopped.read("tpp-tallybook"), await stopped.pay()]).toEqual([401, 503]);
    expect(await change({ consentId: stopped.id })).toMatchObject({ state: "intended" });
    await vi.waitUntil(async () => (await stopped.read()) === 401, within);
    expect(await stopped.pay()).toBe(401);
    expect(await other.read()).toBe(200);
    expect([await stopped.held(), await stopped.picture()]).toEqual(["authorised", "authorised"]);

    await way.world.comeBack();
    await vi.waitUntil(async () => (await stopped.picture()) === "revoked", { timeout: 30_000, interval: 200 });
    expect(await stopped.held()).toBe("revoked");
    expect([await stopped.read(), await other.read()]).toEqual([401, 200]);
    const told = await way.scene.db.execute<{ move: string }>(
      sql`select move from assent.outbox_event where consent_id = ${stopped.id} and to_status = 'revoked'`,
    );
    expect(told.map(({ move }) => move)).toEqual(["stop"]);
  }, 60_000);

  test("a gateway that has just started reads nothing without the authorization server", async () => {
    const consent = await way.shared();
    expect(await consent.read()).toBe(200);
    await way.world.goAway();
    expect(await consent.read()).toBe(200);
    await way.restartGateway();
    expect(await consent.read()).toBe(503);
    await way.world.comeBack();
    expect(await consent.read()).toBe(200);
  }, 60_000);

  test("a pause that the authorization server has not heard of suspends, until it is back and holds it", async () => {
    const consent = await way.shared();
    expect(await consent.read()).toBe(200);
    await way.world.goAway();
    await change({ consentId: consent.id, move: "suspend", reason: "customer-pause" } as never);
    await vi.waitUntil(async () => (await consent.read()) === 403, within);
    await way.world.comeBack();
    const later = { timeout: 30_000, interval: 200 };
    await vi.waitUntil(async () => (await consent.picture()) === "suspended", later);
    expect([await consent.held(), await consent.read()]).toEqual(["suspended", 403]);
    await change({ consentId: consent.id, move: "resume", reason: "resumed" } as never);
    await vi.waitUntil(async () => (await consent.read()) === 200, later);
  }, 60_000);
});
