import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CONSENT_KINDS, traitsOf } from "~/domain/consent-kinds/index";
import { asAccountId, asClientId, asConsentId, asCustomerId, type CustomerId } from "~/domain/shared/ids";
import type { Position } from "~/domain/shared/position";
import type { ConsentLists, RowsAsked } from "~/ports/consent-lists";
import { createConsentLists } from "./consent-lists";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";

let world: ProjectionWorld;
let lists: ConsentLists;
beforeAll(async () => {
  world = await projectionWorld();
  lists = createConsentLists(world.db);
  // Consents as they are found, without the moves that led there.
  await world.owner.execute(sql`set session_replication_role = replica`);
});
afterAll(() => world?.stop());

const ME = asCustomerId("cus-me");
let next = 0;

interface Row {
  readonly id: string;
  readonly customer: string;
  readonly client: string;
  readonly name: string | null;
  readonly kind: string;
  readonly status: string;
  readonly reason: string;
  /** How long ago it changed last. */
  readonly ago: string;
  /** From now; in the past with a minus. */
  readonly endsIn: string | null;
  readonly accounts: readonly string[];
}

async function given(...rows: readonly Partial<Row>[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const over of rows) {
    const row: Row = {
      ...{ id: `aac-${String(next++).padStart(5, "0")}`, customer: ME, client: "tpp-beacon", name: "Budget Beacon" },
      ...{ kind: "account-access", status: "authorised", reason: "customer-approved", ago: "1 day", endsIn: null },
      accounts: ["acc-1"],
      ...over,
    };
    await world.owner.execute(sql`
      insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason,
        suspended_by, version, account_ids, created_at, changed_at, expires_at)
      values (${row.id}, ${row.client}, ${row.name}, ${row.kind}, ${row.customer}, ${row.status}, ${row.reason},
        ${row.status === "suspended" ? "customer" : null}, 1, ${sql.param([...row.accounts])}, clock_timestamp() - interval '2 years',
        date_trunc('second', clock_timestamp()) - ${row.ago}::interval, clock_timestamp() + ${row.endsIn}::interval)`);
    ids.push(row.id);
  }
  return ids;
}

beforeEach(async () => {
  await world.owner.execute(sql`delete from assent.consent_projection`);
});

const idsOf = async (asked: Partial<RowsAsked> & Pick<RowsAsked, "list">, customer: CustomerId = ME) =>
  (await lists.inOrder(customer, { size: 100, ...asked })).consents.map(({ id }) => id as string);

describe("which list a consent stands in", () => {
  test("D-03, D-17, D-18: one of them at most, whatever its kind and status", async () => {
    const statuses = ["authorised", "suspended", "consumed", "rejected", "revoked", "terminated", "expired"] as const;
    const ids = await given(
      ...CONSENT_KINDS.flatMap((kind) => [...statuses, "partially-authorised"].map((status) => ({ kind, status }))),
    );
    await given(...["awaiting-upload", "pending"].map((status) => ({ status })));
    const shown = await Promise.all(
      (["account-access", "domestic-vrp", "funds-confirmation", "payments", "ended"] as const).map((list) =>
        idsOf({ list }),
      ),
    );
    const waiting = (await lists.inOrder(ME, { list: "others", size: 100 })).consents;
    expect([...shown.flat(), ...waiting.map(({ id }) => id as string)].sort()).toEqual([...ids].sort());
    const payments = new Set(
      (await lists.inOrder(ME, { list: "payments", size: 100 })).consents.map(({ kind }) => kind),
    );
    expect(payments).toEqual(new Set(CONSENT_KINDS.filter((kind) => !traitsOf(kind).lasts)));
  });

  test("X-10: what has run out by the database's clock has ended, whoever has written that down", async () => {
    const [over = "", live = ""] = await given({ endsIn: "-1 second" }, { endsIn: "1 hour" });
    expect(await idsOf({ list: "account-access" })).toEqual([live]);
    expect((await lists.byApp(ME, { shelf: "account-access", size: 5, each: 5 })).groups).toMatchObject([{ total: 1 }]);
    const { consents } = await lists.inOrder(ME, { list: "ended", size: 10 });
    expect(consents).toMatchObject([{ id: over, status: "expired", reason: "end-date" }]);
  });

  test("D-27: what has ended is shown for 24 months", async () => {
    const [young] = await given(
      { status: "revoked", reason: "tpp-deleted", ago: "23 months" },
      { status: "revoked", reason: "tpp-deleted", ago: "25 months" },
    );
    expect(await idsOf({ list: "ended" })).toEqual([young]);
  });

  test("what needs action: what is paused or ends within 30 days; what waits for others is told apart", async () => {
    const needs = await given({ status: "suspended", ago: "1 day" }, { endsIn: "29 days", ago: "2 days" });
    const others = await given({ kind: "domestic-payment", status: "partially-authorised", ago: "3 days" });
    await given({ kind: "domestic-payment", status: "partially-authorised", endsIn: "-1 second" });
    await given({ endsIn: "31 days" }, {}, { endsIn: "-1 day" }, { status: "revoked", endsIn: "1 day" });
    expect(await idsOf({ list: "action" })).toEqual(needs);
    expect(await idsOf({ list: "others" })).toEqual(others);
    expect(await lists.countsOf(ME)).toEqual({
      ...{ "account-access": 4, "domestic-vrp": 0, "funds-confirmation": 0, action: 2 },
    });
  });

  test("C-07: a customer's own and nobody else's, by every way to ask", async () => {
    await given({ customer: "cus-other" }, { customer: "cus-other", status: "revoked" });
    expect(
      await Promise.all((["account-access", "ended", "action", "others"] as const).map((list) => idsOf({ list }))),
    ).toEqual([[], [], [], []]);
    expect((await lists.byApp(ME, { shelf: "account-access", size: 5, each: 5 })).groups).toEqual([]);
    expect(await lists.byAccount(ME, { accounts: [asAccountId("acc-1")], each: 5, othersThan: [] })).toEqual([]);
    expect((await lists.countsOf(ME))["account-access"]).toBe(0);
  });

  test("when it was agreed to is its first yes; of one whose history was made anew, when it was made", async () => {
    const [known = "", found = ""] = await given({ ago: "1 day" }, { ago: "2 days" });
    await given({ status: "rejected", accounts: [] });
    await world.owner.execute(sql`
      insert into assent.consent_version_projection (consent_id, version, at, move, to_status, actor_type, reason, source,
        difference, correlation_id)
      values (${known}, 2, '2026-03-01T10:00:00Z', 'authorise', 'authorised', 'customer', 'customer-approved', 'assent',
        '{}', 'c')`);
    const { consents } = await lists.inOrder(ME, { list: "account-access", size: 10 });
    expect(consents.map(({ id, agreedAt, createdAt }) => [id, agreedAt?.getTime() === createdAt.getTime()])).toEqual([
      [known, false],
      [found, true],
    ]);
    expect(consents[0]?.agreedAt).toEqual(new Date("2026-03-01T10:00:00Z"));
    expect((await lists.inOrder(ME, { list: "ended", size: 10 })).consents[0]?.agreedAt).toBeUndefined();
  });
});

describe("D-19: of a list", () => {
  test("an app's name is looked for as it stands, and an account by what its customer calls it", async () => {
    const [beacon, percent, account] = await given(
      { ago: "1 day" },
      { name: "100%_Tally\\", client: "tpp-2", ago: "2 days" },
      { name: null, client: "tpp-3", accounts: ["acc-9"], ago: "3 days" },
    );
    const found = (text: string, ...named: string[]) =>
      idsOf({ list: "account-access", text, named: named.map(asAccountId) });
    expect(await found("BEACON")).toEqual([beacon]);
    expect(await found("%_t")).toEqual([percent]);
    expect(await found("tally\\")).toEqual([percent]);
    expect(await found("holiday", "acc-9")).toEqual([account]);
    expect(await found("')--")).toEqual([]);
  });

  test("kind, status, app and account", async () => {
    const [active, paused, other] = await given(
      { ago: "1 day" },
      { status: "suspended", ago: "2 days" },
      { client: "tpp-other", accounts: ["acc-1", "acc-2"], ago: "3 days" },
    );
    const list = "account-access" as const;
    expect(await idsOf({ list, status: "paused" })).toEqual([paused]);
    expect(await idsOf({ list, status: "active" })).toEqual([active, other]);
    expect(await idsOf({ list, client: asClientId("tpp-other") })).toEqual([other]);
    expect(await idsOf({ list, account: asAccountId("acc-2") })).toEqual([other]);
    expect(await idsOf({ list, kind: "domestic-vrp" })).toEqual([]);
    const byApp = await lists.byApp(ME, { shelf: list, size: 5, each: 5, status: "paused" });
    expect(byApp.groups.map(({ consents }) => consents.map(({ id }) => id as string))).toEqual([[paused]]);
  });
});

/** Every page there is, one after the other and back again; the way back is the same pages. */
async function walk<Page extends { readonly newer?: Position; readonly older?: Position }>(
  open: (from?: Position) => Promise<Page>,
): Promise<readonly Page[]> {
  const pages = [await open()];
  for (let older = pages[0]?.older; older; older = pages.at(-1)?.older) pages.push(await open(older));
  const back = [pages.at(-1)!];
  for (let newer = back[0]?.newer; newer; newer = back[0]?.newer) back.unshift(await open(newer));
  expect(back.map((page) => ({ ...page, newer: undefined, older: undefined }))).toEqual(
    pages.map((page) => ({ ...page, newer: undefined, older: undefined })),
  );
  expect([back[0]?.newer, pages[0]?.newer, pages.at(-1)?.older]).toEqual([undefined, undefined, undefined]);
  return pages;
}

describe("C-15: the pages of a list are the list, there and back", () => {
  test("rows, many of them changed at the same instant", async () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom("payments", "ended", "account-access" as const),
        async (days, size, list) => {
          await world.owner.execute(sql`delete from assent.consent_projection`);
          const kind = list === "payments" ? "domestic-payment" : "account-access";
          const status = list === "ended" ? "revoked" : "authorised";
          const ids = await given(...days.map((day) => ({ kind, status, ago: `${day} days` })));
          const pages = await walk((from) => lists.inOrder(ME, { list, size, ...(from && { from }) }));
          const shown = pages.flatMap(({ consents }) => consents.map(({ id }) => id as string));
          expect([...shown].sort()).toEqual([...ids].sort());
          expect(pages.slice(0, -1).every(({ consents }) => consents.length === size)).toBe(true);
        },
      ),
      { numRuns: 15 },
    ));

  test("apps, each with its newest consents and how many there are", async () => {
    await given(
      ...[1, 2, 3, 4, 5, 6, 7].flatMap((app) =>
        [0, 1, 2].map((at) => ({ client: `tpp-${app}`, ago: `${(app % 4) + at} days` })),
      ),
    );
    const pages = await walk((from) =>
      lists.byApp(ME, { shelf: "account-access", size: 3, each: 2, ...(from && { from }) }),
    );
    const groups = pages.flatMap(({ groups }) => groups);
    expect(pages.map((page) => page.groups.length)).toEqual([3, 3, 1]);
    expect(new Set(groups.map(({ clientId }) => clientId)).size).toBe(7);
    expect(groups.every(({ total, consents }) => total === 3 && consents.length === 2)).toBe(true);
    const newest = groups.map(({ consents }) => consents[0]?.changedAt.getTime() ?? 0);
    expect(newest).toEqual([...newest].sort((a, b) => b - a));
  });
});

test("D-01: by account: each with what uses it, and what is of no account that the customer has now", async () => {
  const [both, one, , gone] = await given(
    { accounts: ["acc-1", "acc-2"], ago: "1 day" },
    { accounts: ["acc-2"], kind: "funds-confirmation", ago: "2 days" },
    { accounts: ["acc-2"], status: "revoked", ago: "3 days" },
    { accounts: ["acc-x"], ago: "4 days" },
  );
  const accounts = ["acc-2", "acc-3", "acc-1"].map(asAccountId);
  const shown = async (each: number, othersThan?: typeof accounts) =>
    (await lists.byAccount(ME, { accounts, each, ...(othersThan && { othersThan }) })).map(
      ({ account, total, consents }) => [account ?? "others", total, ...consents.map(({ id }) => id as string)],
    );
  expect(await shown(5)).toEqual([
    ["acc-2", 2, both, one],
    ["acc-1", 1, both],
  ]);
  expect(await shown(1, accounts)).toEqual([
    ["acc-2", 2, both],
    ["acc-1", 1, both],
    ["others", 1, gone],
  ]);
});

test("a place in a list that was made up leads nowhere and breaks nothing", async () => {
  const [id] = await given({});
  const from = (at: string, key: string): Position => ({ side: "after", at, key });
  expect(await idsOf({ list: "account-access", from: from("99999999999999999", "zzz") })).toEqual([id]);
  expect(await idsOf({ list: "ended", from: from("0", asConsentId("'; drop table x")) })).toEqual([]);
});
