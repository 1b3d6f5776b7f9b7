import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONSENT_STATUSES } from "~/domain/consent/lifecycle";
import { CONSENT_KINDS } from "~/domain/consent-kinds/index";
import type { SearchOrder } from "~/domain/search/consent-filter";
import type { DayRange } from "~/domain/search/day-range";
import { gramsOf, searchable, wordsOf } from "~/domain/search/name-grams";
import { asAccountId, asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import type { Position } from "~/domain/shared/position";
import type { RegisteredConsent } from "~/ports/consent-register";
import type { Narrowed } from "~/ports/consent-search";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { createConsentSearch } from "./consent-search";

/** C-15: what is filtered is filtered in the database: the pages together are what was counted, each consent once. */

let world: ProjectionWorld;
const ROWS = 400;

beforeAll(async () => {
  world = await projectionWorld();
  // Many at the same instant, with ends before and after now, some of nobody, some never agreed to.
  await world.owner.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason, version,
      account_ids, created_at, changed_at, expires_at, suspended_by)
    select 'aac-' || lpad(nth::text, 6, '0'), 'tpp-' || nth % 5, 'App ' || nth % 5,
      (${sql.param([...CONSENT_KINDS])}::text[])[1 + nth % 10], case when nth % 11 > 0 then 'cus-' || nth % 23 end,
      (${sql.param([...CONSENT_STATUSES])}::text[])[1 + nth / 3 % 10], 'as-found', 1,
      case when nth % 4 = 0 then '{}' else array['acc-' || nth % 7, 'acc-' || nth % 3] end,
      '2026-01-01T12:00Z'::timestamptz + nth / 4 * interval '7 hours',
      '2026-01-01T12:00Z'::timestamptz + (nth / 4 + nth % 9) * interval '7 hours' + interval '1 microsecond',
      case when nth % 3 > 0 then '2026-01-20T12:00Z'::timestamptz + nth % 50 * interval '1 year' - interval '20 years' end,
      case when nth / 3 % 10 = 4 then 'staff' end
    from generate_series(1, ${ROWS}) as nth`);
  await world.owner.execute(sql`
    insert into assent.consent_version_projection (consent_id, version, at, move, to_status, actor_type, reason, source,
      difference, correlation_id)
    select consent_id, 1, created_at + interval '3 hours', 'authorise', 'authorised', 'customer', 'customer-approved',
      'assent', '{}', 'test'
    from assent.consent_projection where right(consent_id, 1)::int % 2 = 0`);
}, 60_000);
afterAll(() => world?.stop());

const search = () => createConsentSearch(world.db, "test");

async function walk(found: Narrowed, order: SearchOrder, size: number, back = false): Promise<RegisteredConsent[]> {
  const seen: RegisteredConsent[] = [];
  let from: Position | undefined;
  for (let pages = 0; pages <= ROWS; pages++) {
    const page = await search().page(found, { order, size, ...(from && { from }) });
    if (page === "too-wide") throw new Error("too wide");
    if (back) seen.unshift(...page.consents);
    else seen.push(...page.consents);
    from = back ? page.newer : page.older;
    if (!from) return seen;
  }
  throw new Error("the pages do not end");
}

const day = fc.integer({ min: 0, max: 40 }).map((nth) => new Date(Date.UTC(2026, 0, nth)).toISOString().slice(0, 10));
const year = fc.integer({ min: 2006, max: 2056 }).map((each) => `${each}-06-01`);
const range = (of: fc.Arbitrary<string>) =>
  fc.tuple(of, of).map(([one, other]): DayRange => (one < other ? { from: one, to: other } : { from: other, to: one }));
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined, freq: 1 });
const numbered = (prefix: string, below: number) => fc.nat(below - 1).map((nth) => `${prefix}-${nth}`);

const narrowed = fc
  .record({
    kinds: fc.subarray([...CONSENT_KINDS], { maxLength: 4 }),
    statuses: fc.subarray([...CONSENT_STATUSES], { maxLength: 4 }),
    customer: maybe(numbered("cus", 23)),
    account: maybe(numbered("acc", 7)),
    client: maybe(numbered("tpp", 5)),
    granted: maybe(range(day)),
    changed: maybe(range(day)),
    ends: maybe(range(year)),
    customers: maybe(fc.uniqueArray(numbered("cus", 23), { maxLength: 9 })),
    clients: maybe(fc.uniqueArray(numbered("tpp", 5), { maxLength: 3 })),
  })
  .map(
    ({ kinds, statuses, customer, account, client, granted, changed, ends, customers, clients }): Narrowed => ({
      filter: {
        kinds,
        statuses,
        ...(customer && { customer: asCustomerId(customer) }),
        ...(account && { account: asAccountId(account) }),
        ...(client && { client: asClientId(client) }),
        ...(granted && { granted }),
        ...(changed && { changed }),
        ...(ends && { ends }),
      },
      ...(customers && { customers: customers.map(asCustomerId) }),
      ...(clients && { clients: clients.map(asClientId) }),
    }),
  );

const inRange = (at: Date | undefined, asked: DayRange | undefined) => {
  if (!asked) return true;
  const on = at?.toISOString().slice(0, 10);
  return on !== undefined && (!asked.from || on >= asked.from) && (!asked.to || on <= asked.to);
};

/** The same again, from the words of the filter alone. */
const meets =
  ({ filter, customers, clients }: Narrowed) =>
  (consent: RegisteredConsent) =>
    (filter.kinds.length === 0 || filter.kinds.includes(consent.kind)) &&
    (filter.statuses.length === 0 || filter.statuses.includes(consent.status)) &&
    (!filter.customer || consent.customer === filter.customer) &&
    (!filter.account || consent.accountIds.includes(filter.account)) &&
    (!filter.client || consent.clientId === filter.client) &&
    (!customers || (consent.customer !== undefined && customers.includes(consent.customer))) &&
    (!clients || clients.includes(consent.clientId)) &&
    inRange(consent.agreedAt, filter.granted) &&
    inRange(consent.changedAt, filter.changed) &&
    inRange(consent.expiresAt, filter.ends);

const EVERYTHING: Narrowed = { filter: { kinds: [], statuses: [] } };
const ids = (consents: readonly RegisteredConsent[]) => consents.map(({ id }) => id);

test("C-15: whatever is asked for, the pages together are what meets it, in order, as many as are counted", async () => {
  const everything = await walk(EVERYTHING, "asked", 100);
  expect(new Set(ids(everything)).size).toBe(ROWS);
  const sizes = fc.integer({ min: 1, max: 40 });
  await fc.assert(
    fc.asyncProperty(narrowed, sizes, fc.boolean(), async (found, size, wishesChanged) => {
      const order: SearchOrder = found.filter.ends ? "ends" : wishesChanged ? "changed" : "asked";
      const seen = await walk(found, order, size);
      expect(new Set(ids(seen))).toEqual(new Set(ids(everything.filter(meets(found)))));
      expect(await search().count(found, 10_000)).toBe(seen.length);
      const at = { asked: "createdAt", changed: "changedAt", ends: "expiresAt" } as const;
      const times = seen.map((consent) => consent[at[order]]?.getTime() ?? Number.NaN);
      expect(times).toEqual([...times].sort((one, other) => (order === "ends" ? one - other : other - one)));
    }),
    { numRuns: 60 },
  );
}, 120_000);

test.each(["asked", "changed"] as const)(
  "by %s: from a place in the middle, the way back is the way there",
  async (order) => {
    const forth = ids(await walk(EVERYTHING, order, 33));
    const search50 = await search().page(EVERYTHING, { order, size: 50 });
    if (search50 === "too-wide" || !search50.older) throw new Error("no second page");
    const second = await search().page(EVERYTHING, { order, size: 50, from: search50.older });
    if (second === "too-wide" || !second.newer) throw new Error("no way back");
    const back = await search().page(EVERYTHING, { order, size: 50, from: second.newer });
    expect(second).toMatchObject({ consents: expect.anything() });
    expect(back !== "too-wide" && ids(back.consents)).toEqual(forth.slice(0, 50));
  },
);

describe("what a text is looked up as", () => {
  test("the beginning of a consent's id, whatever signs it has", async () => {
    expect(await search().consentsBeginning("aac-00001", 100)).toHaveLength(10);
    expect(await search().consentsBeginning("aac-000010", 100)).toEqual([asConsentId("aac-000010")]);
    for (const wild of ["aac_00001", "%", "aac-0000\\"])
      expect(await search().consentsBeginning(wild, 100), wild).toEqual([]);
  });

  test("the beginning of a customer's id, of every customer that a consent names", async () => {
    expect(await search().customersBeginning("cus-1", 100)).toHaveLength(11);
    expect(await search().customersBeginning("cus-%", 100)).toEqual([]);
  });

  test("a part of a name, without case and accents, each part wherever it stands", async () => {
    const keep = async (id: string, name: string) =>
      world.owner.execute(sql`
        update assent.customer_directory set name = ${name}, folded = ${searchable(name)},
          grams = ${sql.param(gramsOf(wordsOf(name)))}::text[] where customer_id = ${id}`);
    await keep("cus-1", "Grace Okoye");
    await keep("cus-2", "Zoë Ångström-Łukasz");
    await keep("cus-3", "Graceland Smith");
    const named = async (...parts: string[]) => [...(await search().customersNamed(parts, 100))].sort();
    expect(await named("rac")).toEqual(["cus-1", "cus-3"]);
    expect(await named("grace", "oko")).toEqual(["cus-1"]);
    expect(await named("angstromlukasz")).toEqual(["cus-2"]);
    // It has all the same threes in a row, and is not called so.
    await keep("cus-4", "abcd bcde");
    expect(await named("abcde")).toEqual([]);
    expect((await search().namesOf([asCustomerId("cus-2"), asCustomerId("cus-9")])).get(asCustomerId("cus-2"))).toBe(
      "Zoë Ångström-Łukasz",
    );
  });

  test("every TPP once, by a name that its consents have", async () => {
    const clients = await search().clients();
    expect(clients.map(({ name }) => name)).toEqual(["App 0", "App 1", "App 2", "App 3", "App 4"]);
  });
});
