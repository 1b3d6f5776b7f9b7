import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ConsentId } from "~/domain/shared/ids";
import { type AccessWorld, accessWorld, account, anAccessEvent, CUSTOMER, daysAgo } from "./access-history.harness";

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
});
afterAll(() => world.stop());

/** Days and last uses that are not what their single reads add up to. */
const unlikeTheSum = (consents: readonly ConsentId[]) =>
  world.owner.execute(sql`
    with event as (
      select * from assent.access_event where consent_id = any(${sql.param([...consents])}::text[])
    ), summed as (
      select consent_id, (at at time zone 'Europe/London')::date as day, resource,
        coalesce(account.id, '') as account_id, present, count(*)::int as reads,
        coalesce(sum(account.records), 0)::bigint as records, min(at) as first_at, max(at) as last_at
      from event left join lateral unnest(account_ids, event.records) as account (id, records) on true
      group by 1, 2, 3, 4, 5
    ), day as (
      select * from assent.access_day where consent_id = any(${sql.param([...consents])}::text[])
    ), last as (
      select * from assent.access_last where consent_id = any(${sql.param([...consents])}::text[])
    ), summed_last as (select consent_id, resource, max(at) as last_at from event group by 1, 2)
    select 'day' as what, to_jsonb(x) as row from ((table day except table summed) union all (table summed except table day)) as x
    union all
    select 'last', to_jsonb(x)
    from ((table last except table summed_last) union all (table summed_last except table last)) as x`);

describe("what a gateway told is kept (D-05)", () => {
  test("each read once, whoever sends it again: in the same report, in the next, or in two at once", async () => {
    const consentId = await world.aConsent();
    const event = anAccessEvent({ consentId });
    expect(await world.take([event, event])).toEqual({ taken: 1, early: [] });
    const both = await Promise.all([world.take([event]), world.take([event])]);
    expect(both.map(({ taken }) => taken)).toEqual([0, 0]);
    expect(await world.days(consentId)).toEqual([["balances", "acc-1", false, 1, 2]]);
    expect(await world.allOf(consentId)).toHaveLength(1);
  });

  test("reports that cross each other add up, and none waits for ever", async () => {
    const consents = await Promise.all(Array.from({ length: 4 }, world.aConsent));
    const of = () =>
      Array.from({ length: 100 }, (_, index) => anAccessEvent({ consentId: consents[index % 4] as ConsentId }));
    const reports = Array.from({ length: 8 }, (_, index) => (index % 2 ? of() : of().reverse()));
    await Promise.all(reports.map((events) => world.take(events)));
    for (const consent of consents) expect(await world.days(consent)).toEqual([["balances", "acc-1", false, 200, 400]]);
  });

  test("D-05: days and last uses are what adding up the single reads gives, whatever came how often and at once", async () => {
    const consents = await Promise.all(Array.from({ length: 3 }, world.aConsent));
    const someEvent = fc
      .record({
        consentId: fc.constantFrom(...consents),
        // Round midnight of the bank's, and of the change of its clocks.
        at: fc.date({
          min: new Date("2026-03-28T22:00:00Z"),
          max: new Date("2026-03-30T02:00:00Z"),
          noInvalidDate: true,
        }),
        resource: fc.constantFrom("balances", "transactions", "party"),
        present: fc.boolean(),
        accounts: fc.uniqueArray(
          fc.record({ id: fc.constantFrom("acc-1", "acc-2", "acc-3"), records: fc.nat(1_000_000) }),
          {
            selector: ({ id }) => id,
            maxLength: 3,
          },
        ),
      })
      .map(({ accounts, ...event }) =>
        anAccessEvent({ ...event, accounts: accounts.map(({ id, records }) => account(id, records)) }),
      );
    const reports = fc
      .array(someEvent, { minLength: 1, maxLength: 12 })
      .chain((events) =>
        fc.array(fc.array(fc.constantFrom(...events), { maxLength: 15 }), { minLength: 1, maxLength: 5 }),
      );
    await fc.assert(
      fc.asyncProperty(reports, async (sent) => {
        await Promise.all(sent.map((events) => world.take(events)));
        expect(await unlikeTheSum(consents)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("a read of several accounts counts for each; one of no account for none", async () => {
    const consentId = await world.aConsent();
    const accounts = [account("acc-1", 3), account("acc-2", 0)];
    await world.take([
      anAccessEvent({ consentId, resource: "transactions", present: true, accounts }),
      anAccessEvent({ consentId, resource: "party", accounts: [] }),
    ]);
    expect(await world.days(consentId)).toEqual([
      ["party", undefined, false, 1, 0],
      ["transactions", "acc-1", true, 1, 3],
      ["transactions", "acc-2", true, 1, 0],
    ]);
    expect((await world.allOf(consentId)).map(({ resource, account: of }) => [resource, of]).sort()).toEqual([
      ["party", undefined],
      ["transactions", "acc-1"],
      ["transactions", "acc-2"],
    ]);
  });

  test("what lies in the future is named and not kept, and the rest is", async () => {
    const consentId = await world.aConsent();
    const early = anAccessEvent({ consentId, at: new Date(Date.now() + 600_000) });
    expect(await world.take([early, anAccessEvent({ consentId })])).toEqual({ taken: 1, early: [early.id] });
    expect(await world.allOf(consentId)).toHaveLength(1);
  });

  test("a day is the bank's, also in summer", async () => {
    const consentId = await world.aConsent();
    await world.take([anAccessEvent({ consentId, at: new Date("2026-06-30T23:30:00Z") })]);
    expect((await world.history().daysOf(consentId, CUSTOMER, { size: 1 })).map(({ day }) => day)).toEqual([
      "2026-07-01",
    ]);
  });

  test("told until: it goes forward alone, and not past now", async () => {
    await world.take([], daysAgo(1));
    await world.take([], daysAgo(2));
    expect((await world.history().toldUntil())?.getTime()).toBeGreaterThanOrEqual(daysAgo(1).getTime());
    await world.take([], new Date(Date.now() + 3_600_000));
    expect((await world.history().toldUntil())?.getTime()).toBeLessThanOrEqual(Date.now() + 1_000);
  });
});
