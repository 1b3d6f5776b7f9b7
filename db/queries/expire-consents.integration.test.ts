import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { asCustomerId, type ConsentId } from "~/domain/shared/ids";
import { aConsentId, aRecord, type ProjectionWorld, projectionWorld, storyOf } from "./consent-projection.harness";
import { createConsentRegister } from "./consent-projection-register";
import { createExpireConsents } from "./expire-consents";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());

const expire = (limit: number) => createExpireConsents(world.db, "test")(limit);
const register = () => createConsentRegister(world.db);

/** A consent on record whose end is that far away from now, by the database's clock. */
async function ending(away: string, status: "pending" | "authorised" | "suspended" = "authorised") {
  const record = aRecord({ status, ...(status === "pending" && { accountIds: [] }) });
  await world.upkeep.takeRecord(record, { since: await world.upkeep.now(), correlationId: "look" });
  await endAt(record.id, away);
  return record.id;
}
const endAt = (id: ConsentId, away: string) =>
  world.db.execute(sql`
    update assent.consent_projection set expires_at = clock_timestamp() + ${away}::interval where consent_id = ${id}`);

describe("X-10: decided when it is read", () => {
  test.each([
    ["-1 millisecond", "expired"],
    ["1 hour", "authorised"],
  ])("an end %s from now reads as %s, whatever our own clock says (R9)", async (away, status) => {
    const id = await ending(away);
    for (const wrong of [-86_400_000, 0, 86_400_000]) {
      vi.useFakeTimers({ now: Date.now() + wrong, toFake: ["Date"] });
      try {
        expect(await register().find(id, "bank")).toMatchObject({ status });
      } finally {
        vi.useRealTimers();
      }
    }
  });

  test("what reads as expired says so in all it says, before anybody has written it down", async () => {
    const id = await ending("-1 second", "suspended");
    const read = await register().find(id, "bank");
    expect(read).toMatchObject({ status: "expired", reason: "end-date" });
    expect(read).not.toHaveProperty("suspendedBy");
  });
});

describe("T14: written down by the job", () => {
  test("once, with its version, its audit event and its event for the outside", async () => {
    const ids = [await ending("-1 second"), await ending("-1 day", "suspended"), await ending("-1 hour", "pending")];
    const live = await ending("1 hour");
    while ((await expire(2)).count > 0);
    for (const id of ids) {
      const { row, moves, versions, told, audited } = await storyOf(world, id);
      expect(row).toMatchObject({ status: "expired", reason: "end-date", suspended_by: null });
      expect(moves.at(-1)).toBe("expire system end-date");
      expect(told).toEqual(versions);
      expect(audited).toEqual(versions);
    }
    expect((await storyOf(world, live)).row).toMatchObject({ status: "authorised" });
    expect(await expire(1_000)).toEqual({ count: 0, overSeconds: 0 });
  });

  test("R12: ten at once over 3,000 consents, each exactly once", async () => {
    await world.db.execute(sql`
      insert into assent.consent_projection (consent_id, client_id, kind, status, reason, version, account_ids,
        created_at, changed_at, expires_at)
      select 'many-' || n, 'tpp-beacon', 'account-access', 'authorised', 'as-found', 1, '{}', now(), now(), now()
      from generate_series(1, 3000) as n`);
    const counts = await Promise.all(
      Array.from({ length: 10 }, async () => {
        let mine = 0;
        for (let count = 1; count > 0; mine += count) ({ count } = await expire(400));
        return mine;
      }),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3_000);
    const [row] = await world.db.execute(sql`
      select (select count(*) from assent.consent_version_projection where consent_id like 'many-%')::int as versions,
        (select count(*) from assent.audit_event where consent_id like 'many-%')::int as audited,
        (select count(*) from assent.outbox_event where consent_id like 'many-%')::int as told`);
    expect(row).toEqual({ versions: 3_000, audited: 3_000, told: 3_000 });
  });

  test("what somebody else is at waits, and its age is told", async () => {
    const id = await ending("-1 minute");
    await world.owner.transaction(async (other) => {
      await other.execute(sql`select from assent.consent_projection where consent_id = ${id} for update`);
      const { count, overSeconds } = await expire(10);
      expect(count).toBe(0);
      expect(overSeconds).toBeGreaterThanOrEqual(60);
    });
    expect((await expire(10)).count).toBe(1);
  });
});

describe("the register", () => {
  test("S1: somebody else's consent looks like none", async () => {
    const id = await ending("1 hour");
    const stranger = { customer: asCustomerId("cus-2") };
    expect(await register().find(id, { customer: asCustomerId("cus-1") })).toMatchObject({ id });
    expect(await register().find(id, stranger)).toBeUndefined();
    expect(await register().find(aConsentId(), stranger)).toBeUndefined();
    expect(await register().versionsOf(id, stranger)).toEqual([]);
    expect((await register().versionsOf(id, "bank")).map(({ move }) => move)).toEqual(["import"]);
  });

  test("pages of a customer, newest first, hold each consent once though many began in the same microsecond", async () => {
    const customer = asCustomerId("cus-pages");
    const records = Array.from({ length: 7 }, () => aRecord({ customer }));
    for (const record of records) {
      await world.upkeep.takeRecord(record, { since: await world.upkeep.now(), correlationId: "look" });
    }
    const seen: ConsentId[] = [];
    for (let after: ConsentId | undefined; ; after = seen.at(-1)) {
      const page = await register().ofCustomer(customer, { size: 3, ...(after && { after }) });
      if (page.length === 0) break;
      seen.push(...page.map(({ id }) => id));
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(new Set(records.map(({ id }) => id)));
    // A cursor of somebody else's opens nothing.
    expect(await register().ofCustomer(asCustomerId("cus-2"), { size: 3, after: seen[0] as ConsentId })).toEqual([]);
  });

  test("drift is counted", async () => {
    const before = await register().drift();
    await world.db.execute(sql`
      insert into assent.drift_finding (id, consent_id, found_at, lawful, repaired_at) values
        (gen_random_uuid(), 'd-1', clock_timestamp(), false, null),
        (gen_random_uuid(), 'd-2', clock_timestamp(), true, clock_timestamp()),
        (gen_random_uuid(), 'd-3', clock_timestamp() - interval '2 days', true, clock_timestamp())`);
    expect(await register().drift()).toEqual({
      ...before,
      open: before.open + 1,
      foundLastDay: before.foundLastDay + 2,
      unlawfulLastDay: before.unlawfulLastDay + 1,
    });
  });
});
