import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createAuthorityInbox } from "#db/queries/authority-inbox";
import { type ProjectionWorld, projectionWorld, storyOf } from "#db/queries/consent-projection.harness";
import { createProjectionRebuild } from "#db/queries/consent-projection-rebuild";
import { createConsentWalk } from "#db/queries/drift-walk";
import { createAcpAuthorizationServer } from "~/adapters/authorization-server/acp.server";
import { asConsentId, type ConsentId } from "~/domain/shared/ids";
import { takeAuthorityEvents } from "~/jobs/take-authority-events";
import { createTppClient } from "../../sandbox/authorization-server/testing/tpp-client.ts";
import { authorised, startWorld, type World } from "../../sandbox/authorization-server/testing/world.ts";
import { listen, tlsIdentity } from "../../sandbox/service.ts";
import { rebuildProjection } from "./rebuild-projection";
import { receiveAuthorityEvent } from "./receive-authority-event";
import { reconcileMissed } from "./reconcile-missed";
import { reconcilePage } from "./reconcile-page";
import { reconcileWalk } from "./reconcile-walk";
import { takeAuthorityEvent } from "./take-authority-event";

/** The bundled authorization server with its own pusher, over real TLS, and our picture of what it holds. */
describe("what happens at the authorization server alone", () => {
  let world: World;
  let the: ProjectionWorld;
  let as: ReturnType<typeof createAcpAuthorizationServer>;
  let tpp: Awaited<ReturnType<typeof createTppClient>>;
  let closeReceiver: () => Promise<unknown>;
  let takeIn: () => Promise<unknown>;
  let deaf = false;

  beforeAll(async () => {
    [world, the] = await Promise.all([startWorld(), projectionWorld()]);
    tpp = await createTppClient(world.topology, "tpp-beacon");
    const baseUrl = world.topology.authorizationServerInternal;
    as = createAcpAuthorizationServer({
      baseUrl,
      tls: tlsIdentity(world.topology.pkiFolder, "app"),
      timeoutMs: 3_000,
      tenant: "default",
      systemServer: "system",
      workspace: "openbanking",
      tokenUrl: `${baseUrl}/default/system/oauth2/token`,
      clientId: "assent",
      dialect: "current",
      issuer: world.topology.issuer,
      jwksUrl: `${baseUrl}/default/system/.well-known/jwks.json`,
    });
    const inbox = createAuthorityInbox(the.db);
    const receive = receiveAuthorityEvent({ inbox, authorizationServer: as });
    const job = takeAuthorityEvents({
      inbox,
      take: takeAuthorityEvent({ inbox, upkeep: the.upkeep, authorizationServer: as }),
    });
    takeIn = () => job.round(new AbortController().signal);
    const listening = await listen("app", world.topology.ports.app, async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const taken = !deaf && (await receive(Buffer.concat(chunks).toString()));
      response.writeHead(taken ? 202 : 500).end();
    });
    closeReceiver = listening.close;
  });
  afterAll(async () => {
    await Promise.all([as.close(), tpp.close(), closeReceiver()]);
    await Promise.all([world.close(), the.stop()]);
  });

  const statusOf = async (id: ConsentId) => (await storyOf(the, id)).row?.status;
  const becomes = (id: ConsentId, status: string | undefined) =>
    vi.waitFor(
      async () => {
        await takeIn();
        expect(await statusOf(id)).toBe(status);
      },
      { timeout: 10_000, interval: 100 },
    );
  const walk = () => {
    const steps = createConsentWalk(the.db, "test");
    const needs = { authorizationServer: as, upkeep: the.upkeep, walk: steps };
    const parts = { walk: steps, reconcilePage: reconcilePage(needs), reconcileMissed: reconcileMissed(needs) };
    return reconcileWalk(parts)(20, new AbortController().signal);
  };

  test("T1, T3, T12: asked for, allowed and deleted, each told within seconds", async () => {
    const id = asConsentId(await world.intent());
    await becomes(id, "pending");
    await authorised(world, tpp, id);
    await becomes(id, "authorised");
    await world.consents.delete(id);
    await becomes(id, "revoked");
    const { moves, versions, told } = await storyOf(the, id);
    expect(moves).toEqual(["import tpp imported", "authorise customer customer-approved", "withdraw tpp tpp-deleted"]);
    expect(told).toEqual(versions);
    expect(await walk()).toMatchObject({ moved: 0, repaired: 0, gone: 0 });
  });

  test.each([
    ["told by its event", false],
    ["found by the walk", true],
  ])("T7: time that ran out is on record as such, %s", async (_, missed) => {
    const id = asConsentId(await world.intent());
    await becomes(id, "pending");
    deaf = missed;
    await world.sql.begin((all) => world.consents.reject(all, id, { by: "system", reason: "timed_out" }));
    if (missed) expect(await walk()).toMatchObject({ moved: 1 });
    await becomes(id, "rejected");
    deaf = false;
    const { row, moves } = await storyOf(the, id);
    expect(row).toMatchObject({ reason: "timed-out" });
    expect(moves.at(-1)).toBe("fail system timed-out");
    const [said] = await the.db.execute(sql`
      select (select reason from assent.outbox_event where consent_id = ${id} and version = 2) as outbox,
        (select detail ->> 'reason' from assent.audit_event
          where consent_id = ${id} and type = 'consent-moved' and detail ->> 'version' = '2') as audit`);
    expect(said).toEqual({ outbox: "timed-out", audit: "timed-out" });
  });

  test("T7: so it is in a picture made anew, also of what nobody had told us of", async () => {
    deaf = true;
    const id = asConsentId(await world.intent());
    await world.sql.begin((all) => world.consents.reject(all, id, { by: "system", reason: "timed_out" }));
    const rebuild = createProjectionRebuild(the.owner, { tenant: "test", vault: the.vault });
    await rebuildProjection({ authorizationServer: as, rebuild })();
    deaf = false;
    const { row, moves } = await storyOf(the, id);
    expect(row).toMatchObject({ status: "rejected", reason: "timed-out" });
    expect(moves).toEqual(["import system timed-out"]);
  });

  test("what no event told is found by the walk", async () => {
    deaf = true;
    const id = asConsentId(await world.intent());
    expect(await walk()).toMatchObject({ entered: 1 });
    await authorised(world, tpp, id);
    expect(await walk()).toMatchObject({ moved: 1 });
    await world.consents.revoke(id, { by: "bank" });
    expect(await walk()).toMatchObject({ moved: 1 });
    expect((await storyOf(the, id)).moves).toEqual([
      "import tpp imported",
      "authorise customer customer-approved",
      "terminate system as-found",
    ]);
    expect(await walk()).toMatchObject({ moved: 0, repaired: 0 });
    deaf = false;
    // The events come late, and are no news.
    await vi.waitFor(
      async () => {
        await takeIn();
        const [row] = await the.db.execute(sql`
          select array_agg(outcome order by outcome) as outcomes from assent.authority_event_inbox where consent_id = ${id}`);
        expect(row).toEqual({ outcomes: ["older", "older", "same"] });
      },
      { timeout: 20_000, interval: 200 },
    );
    expect(await statusOf(id)).toBe("terminated");
  });
});
