import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  anEvent,
  aRecord,
  type ProjectionWorld,
  projectionWorld,
  storyOf,
} from "#db/queries/consent-projection.harness";
import { createDriftDesk } from "#db/queries/drift-desk";
import { createConsentWalk } from "#db/queries/drift-walk";
import { asCustomerId, asStaffId, type ConsentId } from "~/domain/shared/ids";
import { AuthorityError, type ConsentRecord } from "~/ports/authorization-server";
import { settleDifference, viewDifference } from "./settle-difference";

/** a difference is settled by what the authorization server says at that moment, and by nothing else. */

let world: ProjectionWorld;
const BY = { staff: asStaffId("stf-1"), correlationId: "c-1" };
const held = new Map<ConsentId, ConsentRecord>();
let isAway = false;

beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world?.stop());
beforeEach(async () => {
  held.clear();
  isAway = false;
  await world.owner.execute(sql`delete from assent.drift_finding`);
});

const needs = () => ({
  driftDesk: createDriftDesk(world.db, "test"),
  upkeep: world.upkeep,
  walk: createConsentWalk(world.db, "test"),
  authorizationServer: {
    async findConsent({ id }: { id: ConsentId }) {
      if (isAway) throw new AuthorityError("unavailable", "no answer");
      return held.get(id);
    },
  },
});
const view = (id: string) => viewDifference(needs())(id);
const settle = (id: string, proposal: Parameters<ReturnType<typeof settleDifference>>[1]) =>
  settleDifference(needs())(id, proposal, BY);
const looked = async () => ({ since: await world.upkeep.now(), correlationId: "c-0" });

async function findingOf(consent: ConsentId) {
  const { rows } = await createDriftDesk(world.db, "test").open(10);
  return rows.find((row) => row.consent.id === consent)?.id ?? "";
}

/** A consent of ours that the authorization server is said not to hold. */
async function missed() {
  const record = aRecord();
  await world.upkeep.takeEvent(anEvent(record, "authorised", "customer"));
  await createConsentWalk(world.db, "test").report(record.id);
  return { record, finding: await findingOf(record.id) };
}

async function disputed() {
  const record = aRecord();
  await world.upkeep.takeEvent(anEvent(record, "authorised", "customer"));
  const other = { ...record, customer: asCustomerId("cus-2"), accountIds: ["acc-9"], revision: 3 };
  expect(await world.upkeep.takeRecord(other, await looked())).toBe("disputed");
  held.set(record.id, other);
  return { record, other, finding: await findingOf(record.id) };
}

const onRecord = async (consent: ConsentId) =>
  world.db.execute(sql`
    select type, actor_ref, detail from assent.audit_event
    where consent_id = ${consent} and type in ('drift-repaired', 'customer-dispute-settled') order by at`);

test("what it does not hold is proposed to end, and ends with whoever wanted that on record", async () => {
  const { record, finding } = await missed();
  expect(await view(finding)).toMatchObject({ proposal: "end", finding: { status: "authorised", about: "state" } });
  expect(await settle(finding, "end")).toBe(true);
  expect((await storyOf(world, record.id)).row?.status).toBe("terminated");
  expect(await onRecord(record.id)).toEqual([
    { type: "drift-repaired", actor_ref: "stf-1", detail: { repair: "ended", authority: null } },
  ]);
  expect(await view(finding)).toMatchObject({ proposal: "nothing" });
  expect(await settle(finding, "end")).toBe(false);
});

test("what it holds after all is taken over as it is", async () => {
  const { record, finding } = await missed();
  held.set(record.id, { ...record, status: "suspended", revision: 3 });
  expect(await view(finding)).toMatchObject({ proposal: "take-record", theirs: { status: "suspended" } });
  expect(await settle(finding, "take-record")).toBe(true);
  expect((await storyOf(world, record.id)).row?.status).toBe("suspended");
});

test("what it holds just as we do is no difference any more", async () => {
  const { record, finding } = await missed();
  held.set(record.id, record);
  expect(await settle(finding, "take-record")).toBe(true);
  expect(await findingOf(record.id)).toBe("");
});

test("whose it is becomes what the authorization server says, at once", async () => {
  const { record, finding } = await disputed();
  expect(await view(finding)).toMatchObject({ proposal: "take-over-customer" });
  expect(await settle(finding, "take-over-customer")).toBe(true);
  const [row] = await world.db.execute(
    sql`select customer_id, account_ids from assent.consent_projection where consent_id = ${record.id}`,
  );
  expect(row).toEqual({ customer_id: "cus-2", account_ids: ["acc-9"] });
  expect(await onRecord(record.id)).toMatchObject([{ type: "customer-dispute-settled", actor_ref: "stf-1" }]);
  expect(await findingOf(record.id)).toBe("");
});

test("what has become another matter since it was shown is left alone", async () => {
  const { record, finding } = await missed();
  held.set(record.id, record);
  expect(await settle(finding, "end")).toBe(false);
  expect(await settle(finding, "take-over-customer")).toBe(false);
  expect((await storyOf(world, record.id)).row?.status).toBe("authorised");
  expect(await onRecord(record.id)).toEqual([]);
});

test("while it does not answer nothing is settled", async () => {
  const { record, finding } = await missed();
  isAway = true;
  expect(await view(finding)).toMatchObject({ proposal: "away" });
  for (const proposal of ["end", "take-record", "away"] as const) expect(await settle(finding, proposal)).toBe(false);
  expect((await storyOf(world, record.id)).row?.status).toBe("authorised");
  expect(await view("00000000-0000-4000-8000-000000000000")).toBeUndefined();
});

test("findings are listed once each, forwards and back", async () => {
  for (let times = 0; times < 5; times++) await missed();
  const desk = createDriftDesk(world.db, "test");
  const first = await desk.open(2);
  const second = await desk.open(2, first.older);
  const third = await desk.open(2, second.older);
  const ids = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(new Set(ids).size).toBe(5);
  expect(third.older).toBeUndefined();
  expect(await desk.open(2, second.newer)).toEqual(first);
  expect(await desk.standing()).toMatchObject({ open: 5, disputed: 0 });
});
