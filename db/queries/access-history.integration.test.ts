import { sql } from "drizzle-orm";
import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AccessEvent } from "~/domain/access/access-event";
import { asAccountId, asClientId, asConsentId, asCustomerId, type ConsentId } from "~/domain/shared/ids";
import { sweeps } from "~/jobs/sweep";
import { createAccessBook } from "./access-book";
import { createAccessHistory } from "./access-history";
import { aConsentId, anEvent, aRecord, type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { createRetention } from "./retention";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world.stop());

const CUSTOMER = asCustomerId("cus-1");
const STRANGER = asCustomerId("cus-2");
const ISSUER = "https://gateway.bank.example";
const NOW = new Date();
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

const account = (id: string, records: number) => ({ account: asAccountId(id), records });

function anAccessEvent(over: Partial<AccessEvent> = {}): AccessEvent {
  const { at = NOW } = over;
  return {
    id: uuidv7({ msecs: at.getTime() }),
    at,
    consentId: asConsentId("aac-none"),
    clientId: asClientId("tpp-beacon"),
    resource: "balances",
    present: false,
    accounts: [account("acc-1", 2)],
    ...over,
  };
}

const take = (events: readonly AccessEvent[], toldUntil = NOW) =>
  createAccessBook(world.db).take({ issuer: ISSUER, toldUntil, events });
const history = () => createAccessHistory(world.db);

/** A consent of the customer's, as our picture has it. */
async function aConsent(): Promise<ConsentId> {
  const id = aConsentId();
  await world.upkeep.takeEvent(anEvent(aRecord({ id }), "authorised", "customer"));
  return id;
}

async function allOf(id: ConsentId, customer = CUSTOMER) {
  const reads = [];
  for await (const page of history().readsOf(id, customer)) reads.push(...page);
  return reads;
}

const days = async (id: ConsentId) =>
  (await history().daysOf(id, CUSTOMER, { size: 100 })).flatMap(({ reads }) =>
    reads.map((read) => [read.resource, read.account, read.present, read.reads, read.records]),
  );

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
    const consentId = await aConsent();
    const event = anAccessEvent({ consentId });
    expect(await take([event, event])).toEqual({ taken: 1, early: [] });
    const both = await Promise.all([take([event]), take([event])]);
    expect(both.map(({ taken }) => taken)).toEqual([0, 0]);
    expect(await days(consentId)).toEqual([["balances", "acc-1", false, 1, 2]]);
    expect(await allOf(consentId)).toHaveLength(1);
  });

  test("reports that cross each other add up, and none waits for ever", async () => {
    const consents = await Promise.all(Array.from({ length: 4 }, aConsent));
    const of = () =>
      Array.from({ length: 100 }, (_, index) => anAccessEvent({ consentId: consents[index % 4] as ConsentId }));
    const reports = Array.from({ length: 8 }, (_, index) => (index % 2 ? of() : of().reverse()));
    await Promise.all(reports.map((events) => take(events)));
    for (const consent of consents) expect(await days(consent)).toEqual([["balances", "acc-1", false, 200, 400]]);
  });

  test("D-05: days and last uses are what adding up the single reads gives, whatever came how often and at once", async () => {
    const consents = await Promise.all(Array.from({ length: 3 }, aConsent));
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
        await Promise.all(sent.map((events) => take(events)));
        expect(await unlikeTheSum(consents)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("a read of several accounts counts for each; one of no account for none", async () => {
    const consentId = await aConsent();
    const accounts = [account("acc-1", 3), account("acc-2", 0)];
    await take([
      anAccessEvent({ consentId, resource: "transactions", present: true, accounts }),
      anAccessEvent({ consentId, resource: "party", accounts: [] }),
    ]);
    expect(await days(consentId)).toEqual([
      ["party", undefined, false, 1, 0],
      ["transactions", "acc-1", true, 1, 3],
      ["transactions", "acc-2", true, 1, 0],
    ]);
    expect((await allOf(consentId)).map(({ resource, account: of }) => [resource, of]).sort()).toEqual([
      ["party", undefined],
      ["transactions", "acc-1"],
      ["transactions", "acc-2"],
    ]);
  });

  test("what lies in the future is named and not kept, and the rest is", async () => {
    const consentId = await aConsent();
    const early = anAccessEvent({ consentId, at: new Date(Date.now() + 600_000) });
    expect(await take([early, anAccessEvent({ consentId })])).toEqual({ taken: 1, early: [early.id] });
    expect(await allOf(consentId)).toHaveLength(1);
  });

  test("a day is the bank's, also in summer", async () => {
    const consentId = await aConsent();
    await take([anAccessEvent({ consentId, at: new Date("2026-06-30T23:30:00Z") })]);
    expect((await history().daysOf(consentId, CUSTOMER, { size: 1 })).map(({ day }) => day)).toEqual(["2026-07-01"]);
  });

  test("told until: it goes forward alone, and not past now", async () => {
    await take([], daysAgo(1));
    await take([], daysAgo(2));
    expect((await history().toldUntil())?.getTime()).toBeGreaterThanOrEqual(daysAgo(1).getTime());
    await take([], new Date(Date.now() + 3_600_000));
    expect((await history().toldUntil())?.getTime()).toBeLessThanOrEqual(Date.now() + 1_000);
  });
});

describe("what a customer is shown (C-07, I-42)", () => {
  test("what is a stranger's looks like what does not exist", async () => {
    const consentId = await aConsent();
    await take([anAccessEvent({ consentId })]);
    for (const [id, customer] of [
      [consentId, STRANGER],
      [asConsentId("aac-unknown"), CUSTOMER],
    ] as const) {
      expect(await history().clustersOf(id, customer)).toEqual([]);
      expect(await history().daysOf(id, customer, { size: 10 })).toEqual([]);
      expect(await history().accountsReadOf(id, customer)).toEqual([]);
      expect(await allOf(id, customer)).toEqual([]);
    }
    expect(await allOf(consentId)).toHaveLength(1);
  });

  test("reads of a consent that nobody knew are there once it is known", async () => {
    const id = aConsentId();
    await take([anAccessEvent({ consentId: id })]);
    expect(await days(id)).toEqual([]);
    await world.upkeep.takeEvent(anEvent(aRecord({ id }), "authorised", "customer"));
    expect(await days(id)).toHaveLength(1);
  });

  test("when each group of data was last read, though balances and names of accounts are of one (D-04)", async () => {
    const consentId = await aConsent();
    await take([
      anAccessEvent({ consentId, at: daysAgo(3), resource: "accounts" }),
      anAccessEvent({ consentId, at: daysAgo(2), resource: "balances" }),
      anAccessEvent({ consentId, at: daysAgo(9), resource: "transactions" }),
      anAccessEvent({ consentId, at: daysAgo(5), resource: "transactions" }),
    ]);
    expect(await history().clustersOf(consentId, CUSTOMER)).toEqual([
      { cluster: "account-details", lastAt: daysAgo(2) },
      { cluster: "transactions", lastAt: daysAgo(5) },
    ]);
  });

  test("twelve weeks of each of many consents, the last of them ending today; none of what was never read", async () => {
    const [one, other, never] = [await aConsent(), await aConsent(), await aConsent()];
    await take([
      anAccessEvent({ consentId: one }),
      anAccessEvent({ consentId: one, at: daysAgo(6) }),
      anAccessEvent({ consentId: one, at: daysAgo(7) }),
      anAccessEvent({ consentId: one, at: daysAgo(83) }),
      anAccessEvent({ consentId: one, at: daysAgo(84) }),
      anAccessEvent({ consentId: other, at: daysAgo(100) }),
    ]);
    const found = await history().summaryOf([one, other, never]);
    expect(found.get(one)).toEqual({ lastAt: NOW, weeks: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2] });
    expect(found.get(other)).toEqual({ lastAt: daysAgo(100), weeks: Array(12).fill(0) });
    expect(found.has(never)).toBe(false);
    expect((await history().summaryOf([])).size).toBe(0);
  });

  test("days page by page, and of one account", async () => {
    const consentId = await aConsent();
    const at = (day: number) => new Date(Date.UTC(2026, 2, day, 12));
    await take([
      ...[1, 2, 3, 4].map((day) => anAccessEvent({ consentId, at: at(day) })),
      anAccessEvent({ consentId, at: at(2), accounts: [account("acc-2", 1)] }),
    ]);
    const page = async (over: object) =>
      (await history().daysOf(consentId, CUSTOMER, { size: 2, ...over })).map(({ day }) => day);
    expect(await page({})).toEqual(["2026-03-04", "2026-03-03"]);
    expect(await page({ before: "2026-03-03" })).toEqual(["2026-03-02", "2026-03-01"]);
    expect(await page({ account: asAccountId("acc-2") })).toEqual(["2026-03-02"]);
    expect(await history().accountsReadOf(consentId, CUSTOMER)).toEqual(["acc-1", "acc-2"]);
  });

  test("every single read comes, in whatever number of pages", async () => {
    const consentId = await aConsent();
    const events = Array.from({ length: 2_300 }, (_, index) =>
      anAccessEvent({ consentId, at: new Date(NOW.getTime() - index * 1_000) }),
    );
    for (let from = 0; from < events.length; from += 500) await take(events.slice(from, from + 500));
    const reads = await allOf(consentId);
    expect(reads.map(({ at }) => at.getTime())).toEqual(events.map(({ at }) => at.getTime()));
  });
});

describe("what is not needed any more (X-27)", () => {
  const KEPT = { pages: "P30D", visits: "P30D", records: "P6Y", notices: "P1Y", deliveries: "P90D", findings: "P1Y" };

  async function sweep(reads: string): Promise<Record<string, number>> {
    const all: Record<string, number> = {};
    const retention = createRetention(world.db, { ...KEPT, reads }, 10);
    const [job] = sweeps({ retention }).filter(({ name }) => name === "sweep-reads");
    for (let more = true; job && more; ) {
      const round = await job.round(new AbortController().signal);
      for (const [name, count] of Object.entries(round.counts)) all[name] = (all[name] ?? 0) + count;
      more = round.more ?? false;
    }
    return all;
  }

  test("goes after two years, whatever is set; the last use of a consent that lives stays", async () => {
    const lives = await aConsent();
    const old = Array.from({ length: 25 }, () => anAccessEvent({ consentId: lives, at: daysAgo(800) }));
    const unknown = anAccessEvent({ consentId: asConsentId("aac-gone"), at: daysAgo(800) });
    await take([...old, unknown, anAccessEvent({ consentId: lives, resource: "accounts", at: daysAgo(700) })]);
    expect(await sweep("P10Y")).toEqual({ reads: 0, days: 0, lastReads: 0 });
    expect(await sweep("P1D")).toEqual({ reads: 26, days: 2, lastReads: 1 });
    expect(await allOf(lives)).toHaveLength(1);
    expect(await history().clustersOf(lives, CUSTOMER)).toEqual([{ cluster: "account-details", lastAt: daysAgo(700) }]);
    const [{ left } = { left: 0 }] = await world.owner.execute<{ left: number }>(sql`
      select count(*)::int as left from assent.access_last where consent_id in (${lives}, 'aac-gone')`);
    expect(left).toBe(2);
  });

  test("a step looks at so many rows and no more, and the last step has seen them all", async () => {
    await world.owner.execute(sql`
      insert into assent.access_last (consent_id, resource, last_at)
      select 'many-' || n, 'balances', clock_timestamp() - case when n % 50 = 0 then interval '800 days' else '1 day' end
      from generate_series(1, 2000) as n`);
    const step = async () => {
      const [row] = await world.owner.execute<{ step: { looked: number; after: string | null; lastReads: number } }>(
        sql`select assent.sweep_reads('24 months', 100, false, '') as step`,
      );
      if (!row) throw new Error("no step");
      return row.step;
    };
    const steps = [await step()];
    while (steps.at(-1)?.after) steps.push(await step());
    expect(Math.max(...steps.map(({ looked }) => looked))).toBeLessThanOrEqual(300);
    expect(steps.length).toBeGreaterThanOrEqual(20);
    expect(steps.reduce((sum, { lastReads }) => sum + lastReads, 0)).toBe(40);
    // Whoever begins anew finds nothing left.
    expect(await sweep("P24M")).toEqual({ reads: 0, days: 0, lastReads: 0 });
  });
});
