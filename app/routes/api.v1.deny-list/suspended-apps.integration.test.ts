import { randomUUID } from "node:crypto";
import { clientCredentialsGrant, refreshTokenGrant } from "openid-client";
import { fetch } from "undici";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createTppSuspensions } from "#db/queries/tpp-suspensions";
import type { SuspendTpp } from "~/domain/approvals/act";
import { asClientId, asStaffId } from "~/domain/shared/ids";
import { createBrowser } from "../../../sandbox/authorization-server/testing/browser";
import { createTppClient, type TppClient } from "../../../sandbox/authorization-server/testing/tpp-client";
import { startWholeWay, type WholeWay } from "./whole-way.integration.harness";

/** what two people agreed on holds at every door within seconds, and no longer than they said. */

const BEACON = asClientId("tpp-beacon");

let way: WholeWay;
let tallybook: TppClient;
beforeAll(async () => {
  way = await startWholeWay();
  tallybook = await createTppClient(way.world.topology, "tpp-tallybook");
}, 60_000);
afterAll(async () => {
  await tallybook?.close();
  await way?.stop();
}, 60_000);

const suspensions = () => createTppSuspensions(way.scene.db, "default");
const approved = () => ({ approvalId: randomUUID(), askedBy: asStaffId("stf-1"), correlationId: randomUUID() });

async function suspend(scope: SuspendTpp["scope"], forMs?: number) {
  const from = new Date();
  const until = forMs === undefined ? undefined : new Date(from.getTime() + forMs).toISOString();
  const asked = { clientId: BEACON, scope, from: from.toISOString(), ...(until && { until }), reason: "a test of it" };
  expect(await suspensions().suspend(asked, approved())).toBe(true);
  return async () => {
    const [held] = await suspensions().of(BEACON, 1);
    expect(await suspensions().lift(held?.id ?? "", BEACON, approved())).toBe(true);
  };
}

/** The error by which a request for authorisation comes back to the TPP; none where the customer is sent on to log in. */
async function asked(consentId: string, client = way.tpp) {
  const browser = createBrowser();
  const to = await browser.follow(
    await client.authorize(consentId),
    ({ origin }) => origin === way.world.topology.tpp || origin === way.world.topology.identityProvider,
  );
  return new URLSearchParams(to.hash.slice(1)).get("error");
}

const grant = (scope: string, client = way.tpp) =>
  clientCredentialsGrant(client.configuration, { scope }).then(
    ({ access_token }) => access_token,
    (error: { error?: string }) => error.error,
  );
const renewed = (refresh: string | undefined) =>
  refreshTokenGrant(way.tpp.configuration, refresh ?? "").then(
    () => "renewed",
    (error: { error?: string }) => error.error,
  );

/** Asks to ask a customer, as every consent begins. */
async function intended(token: string | undefined) {
  const response = await fetch(
    `${way.world.topology.authorizationServerMtls}/open-banking/v4.0/aisp/account-access-consents`,
    {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ Data: { Permissions: ["ReadAccountsBasic"] }, Risk: {} }),
      dispatcher: way.agentOf("tpp-beacon"),
    },
  );
  await response.text();
  return response.status;
}

const within = { timeout: 5_000, interval: 50 };

describe.sequential("an app is suspended", () => {
  test("all access: no data, no token, no customer asked, within five seconds; and all of it again once it is lifted", async () => {
    const consent = await way.shared();
    const waiting = await way.world.intent();
    const token = await grant("accounts");
    expect([await consent.read(), await intended(token), await asked(waiting)]).toEqual([200, 201, null]);

    const lift = await suspend("all-access");
    await vi.waitUntil(async () => (await consent.read()) === 403, within);
    await vi.waitUntil(async () => (await intended(token)) === 403, within);
    expect(await asked(waiting)).toBe("unauthorized_client");
    expect(await grant("accounts")).toBe("unauthorized_client");
    expect(await renewed(consent.refresh)).toBe("unauthorized_client");
    expect(await tallybook.authorize(await way.world.intent({ clientId: "tpp-tallybook" }))).toBeInstanceOf(URL);
    expect(await grant("accounts", tallybook)).not.toBe("unauthorized_client");

    await lift();
    await vi.waitUntil(async () => (await consent.read()) === 200, within);
    await vi.waitUntil(async () => (await intended(token)) === 201, within);
    expect([await asked(waiting), await renewed(consent.refresh)]).toEqual([null, "renewed"]);
  }, 60_000);

  test("new consents alone: whoever shares goes on sharing", async () => {
    const consent = await way.shared();
    const waiting = await way.world.intent();
    const token = await grant("accounts");
    const lift = await suspend("new-consents");
    await vi.waitUntil(async () => (await intended(token)) === 403, within);
    expect(await asked(waiting)).toBe("unauthorized_client");
    expect([await consent.read(), await renewed(consent.refresh)]).toEqual([200, "renewed"]);
    await lift();
    await vi.waitUntil(async () => (await intended(token)) === 201, within);
  }, 60_000);

  test("it ends by its time at every door, also while nobody can tell of it", async () => {
    const consent = await way.shared();
    await suspend("all-access", 4_000);
    await vi.waitUntil(async () => (await consent.read()) === 403, { ...within, timeout: 3_500 });
    await vi.waitUntil(async () => (await consent.read()) === 200, { ...within, timeout: 8_000 });
    await vi.waitUntil(async () => (await suspensions().of(BEACON, 1))[0]?.lifted?.because === "time", within);
  }, 60_000);

  test("a server that starts while we are away refuses what it refused, and the gateway on its word", async () => {
    const consent = await way.shared();
    const waiting = await way.world.intent();
    const lift = await suspend("all-access");
    await vi.waitUntil(async () => (await asked(waiting)) === "unauthorized_client", within);
    await way.world.goAway();
    await way.world.comeBack();
    expect([await asked(waiting), await consent.read()]).toEqual(["unauthorized_client", 403]);
    await lift();
  }, 60_000);
});
