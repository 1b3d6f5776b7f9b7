import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createConsentChanges } from "#db/queries/consent-change";
import { createConsentDesk } from "#db/queries/consent-desk";
import {
  anEvent,
  aRecord,
  type ProjectionWorld,
  projectionWorld,
  SEAL,
  storyOf,
} from "#db/queries/consent-projection.harness";
import { createProjectionRebuild } from "#db/queries/consent-projection-rebuild";
import { createExpireConsents } from "#db/queries/expire-consents";
import { asStaffId } from "~/domain/shared/ids";
import type { ConsentRecord } from "~/ports/authorization-server";
import type { AskedChange } from "~/ports/consent-changes";
import { aVisit } from "~/ports/consent-desk.builders";
import { rebuildProjection } from "./rebuild-projection";
import { recordHolder } from "./record-holder.harness";

let world: ProjectionWorld;
const held = recordHolder();
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());

const rebuild = () =>
  rebuildProjection({
    authorizationServer: held,
    rebuild: createProjectionRebuild(world.owner, { tenant: "test", vault: world.vault }),
  })();

/** Everything that the authorization server can say; where we have a finer name, its own. */
const picture = () =>
  world.db.execute(sql`
    select consent_id, client_id, client_name, kind, customer_id, account_ids, permissions, created_at, expires_at,
      authority_revision, case status when 'terminated' then 'revoked' else status end as status
    from assent.consent_projection order by consent_id`);

const PAST = new Date("2026-01-01T00:00:00.000Z");
const LIVES = [
  ["authorised", "authorised", "customer"],
  ["rejected", "rejected", "customer"],
  ["revoked", "revoked", "staff"],
  ["suspended", "suspended", "staff"],
  ["consumed", "consumed", "system"],
] as const;

test("from nothing but the authorization server comes the same picture, and no version is told twice", async () => {
  const records: ConsentRecord[] = Array.from({ length: 240 }, (_, at) => {
    const [status] = LIVES[at % LIVES.length] as (typeof LIVES)[number];
    return aRecord({
      status,
      createdAt: new Date(1_780_000_000_000 + at),
      ...(status === "rejected" && { accountIds: [] }),
      ...(at % 7 === 0 && { expiresAt: PAST }),
    });
  });
  held.put(...records);
  for (const [at, record] of records.entries()) {
    const [, cause, by] = LIVES[at % LIVES.length] as (typeof LIVES)[number];
    await world.upkeep.takeEvent(anEvent(record, cause, by));
  }
  const expire = createExpireConsents(world.db, "test");
  while ((await expire(1_000)).count > 0);
  const before = await picture();
  expect(before).toHaveLength(240);

  expect(await rebuild()).toEqual({ seen: 240, entered: 240, dropped: 0 });
  expect(await picture()).toEqual(before);
  expect((await expire(1_000)).count).toBe(0);

  await world.owner.transaction(async (all) => {
    await all.execute(sql`select set_config('assent.rebuilding', 'on', true)`);
    await all.execute(sql`delete from assent.consent_version_projection`);
    await all.execute(sql`delete from assent.consent_projection`);
  });
  expect(await rebuild()).toEqual({ seen: 240, entered: 240, dropped: 0 });
  expect(await picture()).toEqual(before);

  // Life goes on after the versions that were told.
  const [first] = records as [ConsentRecord];
  const { versions, told } = await storyOf(world, first.id);
  expect(versions).toHaveLength(1);
  expect(told.at(-1)).toBe(versions[0]);
  expect(told).toEqual(told.map((_, at) => at + 1));
  const live = records.find(({ status, expiresAt }) => status === "authorised" && expiresAt !== PAST) as ConsentRecord;
  expect(
    await world.upkeep.takeEvent(anEvent({ ...live, status: "revoked", revision: 3 }, "revoked", "customer")),
  ).toBe("moved");
});

test("what is gone there goes, what is under way stays, and what came meanwhile is not lost", async () => {
  const gone = aRecord();
  await world.upkeep.takeEvent(anEvent(gone, "authorised", "customer"));
  const desk = createConsentDesk(world.db, { tenant: "test", seal: SEAL, vault: world.vault });
  const visit = aVisit();
  await desk.openVisit(visit);
  const recorded = await desk.intend(visit, { outcome: "refused", reason: "customer-declined" });
  const meanwhile = aVisit();
  const listConsents = held.listConsents;
  held.listConsents = async (...page) => {
    held.listConsents = listConsents;
    const answer = await listConsents(...page);
    await desk.openVisit(meanwhile);
    return answer;
  };
  expect(await rebuild()).toMatchObject({ dropped: 1 });
  expect((await storyOf(world, gone.id)).row).toBeUndefined();
  expect((await storyOf(world, meanwhile.consentId)).row).toMatchObject({ status: "pending", version: 1 });
  await desk.settle(visit, recorded, undefined);
  expect((await storyOf(world, visit.consentId)).versions).toEqual([1, 2]);
});

test("C-22: with the app's own rights nothing can be made anew", async () => {
  const mine = rebuildProjection({
    authorizationServer: held,
    rebuild: createProjectionRebuild(world.db, { tenant: "test", vault: world.vault }),
  });
  await expect(mine()).rejects.toThrow("42501");
});

test("who refused, paused or ended one is known again from our own audit, where that agrees with what is held", async () => {
  const pausedBy = aRecord({ status: "suspended", revision: 3 });
  await world.upkeep.takeEvent(anEvent({ ...pausedBy, status: "authorised", revision: 2 }, "authorised", "customer"));
  await world.upkeep.takeEvent(anEvent(pausedBy, "suspended", "customer"));
  const endedBy = aRecord({ status: "revoked", revision: 3 });
  await world.upkeep.takeEvent(anEvent({ ...endedBy, status: "authorised", revision: 2 }, "authorised", "customer"));
  await world.upkeep.takeEvent(anEvent(endedBy, "revoked", "customer"));
  const visit = aVisit();
  const desk = createConsentDesk(world.db, { tenant: "test", seal: SEAL, vault: world.vault });
  await desk.openVisit(visit);
  const recorded = await desk.intend(visit, { outcome: "refused", reason: "customer-declined" });
  await desk.settle(visit, recorded, undefined);
  const refused = aRecord({ id: visit.consentId, status: "rejected", revision: 2, accountIds: [] });
  // Somebody allowed it since, of which we know nothing.
  const contradicts = aRecord({ status: "revoked", revision: 3 });
  await world.upkeep.takeEvent(
    anEvent({ ...contradicts, status: "authorised", revision: 2 }, "authorised", "customer"),
  );
  held.put(pausedBy, endedBy, refused, contradicts);

  await rebuild();
  expect((await storyOf(world, pausedBy.id)).row).toMatchObject({ status: "suspended", suspended_by: "customer" });
  expect((await storyOf(world, endedBy.id)).moves).toEqual(["import customer customer-stopped"]);
  expect((await storyOf(world, refused.id)).moves).toEqual(["import customer customer-declined"]);
  expect((await storyOf(world, contradicts.id)).moves).toEqual(["import system as-found"]);
  // Also the second time, when the last move on record is the first time's own.
  const again = createProjectionRebuild(world.owner, { tenant: "test", vault: world.vault });
  const looked = { since: await again.now(), correlationId: crypto.randomUUID() };
  expect(await again.replace([pausedBy, endedBy, refused, contradicts], looked)).toBe(4);
  expect((await storyOf(world, pausedBy.id)).row).toMatchObject({ status: "suspended", suspended_by: "customer" });
  expect((await storyOf(world, endedBy.id)).moves).toEqual(["import customer customer-stopped"]);
  expect((await storyOf(world, refused.id)).moves).toEqual(["import customer customer-declined"]);
  const [version] = await world.db.execute(sql`
    select decision_id from assent.consent_version_projection where consent_id = ${refused.id}`);
  expect(version).toEqual({ decision_id: recorded.id });
});

test("T9, T10: what the bank holds over a customer's pause is held again, and what it let go of is the customer's pause", async () => {
  const changes = createConsentChanges(world.db, { tenant: "test", vault: world.vault });
  const ask = async (id: ConsentRecord["id"], asked: Pick<AskedChange, "move" | "reason">) => {
    const key = crypto.randomUUID();
    const actor = { type: "staff", id: asStaffId("stf-1") } as const;
    const recorded = await changes.intend({
      ...asked,
      actor,
      consentId: id,
      idempotencyKey: key,
      correlationId: key,
    } as AskedChange);
    if (!recorded.ok) throw new Error(recorded.error);
    await changes.settle(recorded.value, {});
  };
  const [overPause, released] = [
    aRecord({ status: "suspended", revision: 3 }),
    aRecord({ status: "suspended", revision: 3 }),
  ];
  for (const record of [overPause, released]) {
    await world.upkeep.takeEvent(anEvent({ ...record, status: "authorised", revision: 2 }, "authorised", "customer"));
    await world.upkeep.takeEvent(anEvent(record, "suspended", "customer"));
    await ask(record.id, { move: "suspend", reason: "fraud-suspected" });
  }
  await ask(released.id, { move: "resume", reason: "resumed" });
  const stand = async () => [(await storyOf(world, overPause.id)).row, (await storyOf(world, released.id)).row];
  const expected = [
    { status: "suspended", suspended_by: "staff", pause_beneath: true },
    { status: "suspended", suspended_by: "customer", pause_beneath: false },
  ];
  expect(await stand()).toMatchObject(expected);
  held.put(overPause, released);
  await rebuild();
  expect(await stand()).toMatchObject(expected);
});
