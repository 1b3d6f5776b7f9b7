import { afterAll, beforeAll, expect, test } from "vitest";
import { sweep } from "./sweeper.ts";
import { createBrowser } from "./testing/browser.ts";
import { createTppClient, type TppClient } from "./testing/tpp-client.ts";
import { allow, authorised, reachConsentPage, startWorld, type World } from "./testing/world.ts";

let world: World;
let tpp: TppClient;

beforeAll(async () => {
  world = await startWorld();
  tpp = await createTppClient(world.topology, "tpp-beacon");
});

afterAll(async () => {
  await tpp?.close();
  await world?.close();
});

const statusOf = async (id: string) => (await world.consents.get(id))?.status;
const sweepNow = () => sweep(world.sql, world.consents, world.log);
const timeOut = async (table: "handoff" | "federated_login", consentId: string) =>
  world.sql`update ${world.sql(table)} set expires_at = now() where consent_id = ${consentId}`;
const atConsentPage = async (consentId: string) =>
  reachConsentPage(world, createBrowser(), await tpp.authorize(consentId));

test("a consent that the customer left on the page is rejected when time is up, not before", async () => {
  const consentId = await world.intent();
  await atConsentPage(consentId);
  await sweepNow();
  expect(await statusOf(consentId)).toBe("awaiting_authorisation");
  await timeOut("handoff", consentId);
  await sweepNow();
  expect(await world.consents.get(consentId)).toMatchObject({
    status: "rejected",
    changedBy: "system",
    changeReason: "timed_out",
  });
  const [event] = await world.sql`
    select cause, changed_by as by, reason from consent_event where consent_id = ${consentId} and revision = 2`;
  expect(event).toEqual({ cause: "rejected", by: "system", reason: "timed_out" });
});

test("so is one whose customer never finished logging in", async () => {
  const consentId = await world.intent();
  await createBrowser().open(await tpp.authorize(consentId));
  await timeOut("federated_login", consentId);
  await sweepNow();
  expect(await statusOf(consentId)).toBe("rejected");
});

test("but not while the customer is at it again", async () => {
  const consentId = await world.intent();
  await atConsentPage(consentId);
  await timeOut("handoff", consentId);
  await atConsentPage(consentId);
  await sweepNow();
  expect(await statusOf(consentId)).toBe("awaiting_authorisation");
});

test("a consent that nobody was sent to waits on", async () => {
  const consentId = await world.intent();
  await sweepNow();
  expect(await statusOf(consentId)).toBe("awaiting_authorisation");
});

test("a consent that was allowed but never reached the TPP ends; one that did stays", async () => {
  const [lost, kept] = [await world.intent(), await world.intent()];
  await allow(world, await atConsentPage(lost));
  await authorised(world, tpp, kept);
  await timeOut("handoff", lost);
  await timeOut("handoff", kept);
  await sweepNow();
  expect([await statusOf(lost), await statusOf(kept)]).toEqual(["revoked", "authorised"]);
});

test("what expired an hour ago is deleted, what expired just now is kept", async () => {
  await world.sql`insert into artifact (kind, id, payload, expires_at) values
    ('AccessToken', 'old', '{}', now() - interval '61 minutes'), ('AccessToken', 'fresh', '{}', now())`;
  await sweepNow();
  const left = await world.sql`select id from artifact where id in ('old', 'fresh')`;
  expect(left.map(({ id }) => id)).toEqual(["fresh"]);
});
