import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asCustomerId, type ConsentId } from "~/domain/shared/ids";
import type { ConsentRecord } from "~/ports/authorization-server";
import { aVisit } from "~/ports/consent-desk.builders";
import type { Taken } from "~/ports/consent-register-upkeep";
import { createConsentDesk } from "./consent-desk";
import { anEvent, aRecord, type ProjectionWorld, projectionWorld, SEAL, storyOf } from "./consent-projection.harness";
import { createConsentRegister } from "./consent-projection-register";
import { createTakeOverCustomer } from "./customer-dispute";
import { createConsentWalk } from "./drift-walk";

/** Whose a consent is can be learnt, and is never changed in silence. */

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());

const ANN = asCustomerId("cus-ann");
const BOB = asCustomerId("cus-bob");
const looked = async () => ({ since: await world.upkeep.now(), correlationId: "look" });

const ours = async (id: ConsentId) => {
  const { row } = await storyOf(world, id);
  const { customer_id, account_ids, status } = row as unknown as Record<string, unknown>;
  return { customer: customer_id, accounts: account_ids, status };
};
const findings = (id: ConsentId) =>
  world.db.execute(sql`
    select about, repaired_at is null as open, ours, theirs from assent.drift_finding
    where consent_id = ${id} and about = 'customer' order by found_at`);
const openFindings = async (id: ConsentId) => (await findings(id)).filter(({ open }) => open).length;

const ofAnn = (over: Partial<ConsentRecord> = {}) => aRecord({ customer: ANN, accountIds: ["ann-1"], ...over });
const ofBob = (record: ConsentRecord, over: Partial<ConsentRecord> = {}): ConsentRecord => ({
  ...record,
  customer: BOB,
  accountIds: ["bob-1"],
  ...over,
});

/** The ways by which we hear of a consent. */
const TELLERS: readonly (readonly [string, (record: ConsentRecord) => Promise<Taken>])[] = [
  [
    "an event",
    async (record) => {
      const event = anEvent(record, record.status === "revoked" ? "revoked" : "authorised", "customer");
      const taken = await world.upkeep.takeEvent(event);
      return taken === "ask" ? world.upkeep.takeEventAsHeld(event, record, await looked()) : taken;
    },
  ],
  [
    "a look at a page",
    async (record) => {
      const at = await looked();
      const [other] = await world.upkeep.confirm([record], at);
      return other ? world.upkeep.takeRecord(other, at) : "same";
    },
  ],
];

/** A visit of Ann's here, answered with yes. */
async function answered(settled: boolean) {
  const visit = aVisit({ customer: ANN });
  const desk = createConsentDesk(world.db, { tenant: "test", seal: SEAL, vault: world.vault });
  await desk.openVisit(visit);
  const recorded = await desk.intend(visit, { outcome: "allowed", accountIds: [], scopes: [] });
  const settle = () => desk.settle(visit, recorded, undefined);
  if (settled) await settle();
  return { visit, desk, settle, record: ofAnn({ id: visit.consentId, accountIds: [] }) };
}

describe.each(TELLERS)("what %s says of whose a consent is", (_, tell) => {
  test("unknown, then known: is learnt", async () => {
    const record = ofAnn();
    const { customer: _unknown, ...nobodys } = record;
    await world.upkeep.takeRecord(nobodys, await looked());
    expect((await ours(record.id)).customer).toBeNull();
    expect(await tell(record)).toBe("same");
    expect((await ours(record.id)).customer).toBe(ANN);
    expect(await findings(record.id)).toEqual([]);
  });

  test("known, then another: stays as it was, with a finding that stays until it is settled", async () => {
    const record = ofAnn();
    await world.upkeep.takeRecord(record, await looked());
    const other = ofBob(record, { revision: 3 });
    expect(await tell(other)).toBe("disputed");
    expect(await ours(record.id)).toEqual({ customer: ANN, accounts: ["ann-1"], status: "authorised" });
    expect(await tell(other)).toBe("disputed");
    expect(await openFindings(record.id)).toBe(1);
    expect(JSON.stringify(await findings(record.id))).not.toMatch(/cus-|ann|bob/);
    // Where the authorization server sees its mistake, nobody else needs to.
    await tell({ ...record, revision: 4 });
    await world.upkeep.confirm([{ ...record, revision: 4 }], await looked());
    expect(await openFindings(record.id)).toBe(0);
  });

  test("another, and ended: it has ended, and is whose it was", async () => {
    const record = ofAnn();
    await world.upkeep.takeRecord(record, await looked());
    expect(await tell(ofBob(record, { status: "revoked", revision: 3 }))).toBe("disputed");
    expect(await ours(record.id)).toMatchObject({ customer: ANN, accounts: ["ann-1"], status: "terminated" });
    expect(await openFindings(record.id)).toBe(1);
    // Evidence says of nobody that they ended it, who did not.
    expect((await storyOf(world, record.id)).moves.at(-1)).toBe("terminate system as-found");
  });

  test("our own settle first, then another: stays as it was settled", async () => {
    const { visit, record } = await answered(true);
    expect(await tell(ofBob(record))).toBe("disputed");
    expect(await ours(visit.consentId)).toMatchObject({ customer: ANN, accounts: [] });
    expect(await openFindings(visit.consentId)).toBe(1);
  });

  test("our own settle first, then the same: nothing to find", async () => {
    const { visit, record } = await answered(true);
    expect(await tell(record)).toBe("same");
    expect(await findings(visit.consentId)).toEqual([]);
  });

  test("while our own answer is on its way it waits; then what was settled stands", async () => {
    const { visit, settle, record } = await answered(false);
    expect(await tell(ofBob(record))).toBe("busy");
    await settle();
    expect(await tell(ofBob(record))).toBe("disputed");
    expect((await ours(visit.consentId)).customer).toBe(ANN);
  });

  test("the authorization server first, for another, and our own settle late: it is found with the next look", async () => {
    const { visit, settle, record } = await answered(false);
    await world.db.execute(sql`
      update assent.consent_decision set intended_at = clock_timestamp() - interval '11 minutes'
      where visit_id = ${visit.id}`);
    expect(await tell(ofBob(record))).toBe("disputed");
    expect(await ours(visit.consentId)).toMatchObject({ customer: ANN, status: "pending", accounts: [] });
    await settle();
    expect(await ours(visit.consentId)).toMatchObject({ customer: ANN, status: "authorised" });
    expect(await openFindings(visit.consentId)).toBe(1);
  });

  test("opened by one here and answered by another here: theirs, for nobody had agreed before", async () => {
    const { visit, desk, record } = await answered(false);
    await world.db.execute(sql`
      update assent.consent_decision set intended_at = clock_timestamp() - interval '11 minutes'
      where visit_id = ${visit.id}`);
    await desk.openVisit(aVisit({ customer: BOB, consentId: visit.consentId }));
    expect(await tell(ofBob(record))).toMatch(/moved/);
    expect(await ours(visit.consentId)).toEqual({ customer: BOB, accounts: ["bob-1"], status: "authorised" });
    expect(await findings(visit.consentId)).toEqual([]);
  });

  test("opened by one here and answered by somebody whom we never saw: left as it is, with a finding", async () => {
    const visit = aVisit({ customer: ANN });
    const desk = createConsentDesk(world.db, { tenant: "test", seal: SEAL, vault: world.vault });
    await desk.openVisit(visit);
    expect(await tell(ofBob(aRecord({ id: visit.consentId })))).toBe("disputed");
    expect(await ours(visit.consentId)).toEqual({ customer: ANN, accounts: [], status: "pending" });
    expect(await openFindings(visit.consentId)).toBe(1);
  });
});

test("a finding of this kind neither ends with the consent nor keeps the walk from ending what is gone", async () => {
  const record = ofAnn();
  await world.upkeep.takeRecord(record, await looked());
  await world.upkeep.takeRecord(ofBob(record, { status: "revoked", revision: 3 }), await looked());
  const walk = createConsentWalk(world.db, "test");
  await walk.take();
  await walk.end(1);
  expect(await openFindings(record.id)).toBe(1);
  const gone = ofAnn();
  await world.upkeep.takeRecord(gone, await looked());
  expect(await walk.report(gone.id)).toBe(1);
  expect((await createConsentRegister(world.db).drift()).disputed).toBeGreaterThan(0);
});

test("somebody decides that the authorization server is right: what was the first customer's goes, and it is followed", async () => {
  const record = ofAnn();
  await world.upkeep.takeEvent(anEvent(record, "authorised", "customer"));
  const other = ofBob(record, { revision: 3 });
  expect(await world.upkeep.takeRecord(other, await looked())).toBe("disputed");
  const takeOver = createTakeOverCustomer(world.db, "test");
  expect(await takeOver(record.id, "staff-7")).toBe(true);
  expect(await takeOver(record.id, "staff-7")).toBe(false);
  expect(await ours(record.id)).toMatchObject({ customer: null, accounts: [] });
  await world.upkeep.takeRecord(other, await looked());
  expect(await ours(record.id)).toEqual({ customer: BOB, accounts: ["bob-1"], status: "authorised" });
  expect(await openFindings(record.id)).toBe(0);
  const seen = await createConsentRegister(world.db).versionsOf(record.id, { customer: BOB });
  expect(JSON.stringify(seen)).not.toContain("ann-1");
  const audited = await world.db.execute(sql`
    select actor_type, actor_ref from assent.audit_event
    where consent_id = ${record.id} and type = 'customer-dispute-settled'`);
  expect(audited).toEqual([{ actor_type: "staff", actor_ref: "staff-7" }]);
});
