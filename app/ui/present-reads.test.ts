import { describe, expect, test } from "vitest";
import type { DayReads } from "~/domain/access/read-history";
import { aBankAccount } from "~/domain/consent/builders";
import { asAccountId, asConsentId } from "~/domain/shared/ids";
import { enGB } from "~/i18n/en-GB/index";
import { accountName, presentReads, type Reads, type ReadsScene, weeksInWords } from "./present-reads";

const NOW = new Date("2026-06-14T10:00:00Z");
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const DAY = 86_400_000;

const aRead = (over: Partial<DayReads> = {}): DayReads => ({
  resource: "balances",
  account: asAccountId("acc-1"),
  present: false,
  reads: 2,
  records: 4,
  firstAt: new Date("2026-06-14T08:12:00Z"),
  lastAt: new Date("2026-06-14T17:40:00Z"),
  ...over,
});

const someReads = (over: Partial<Reads> = {}): Reads => ({
  consent: {
    id: asConsentId("aac-1"),
    clientName: "Budget Beacon",
    accountIds: [],
    isLive: true,
    changedAt: ago(200 * DAY),
  },
  days: [{ day: "2026-06-14", reads: [aRead()] }],
  more: false,
  accountIds: [asAccountId("acc-1")],
  accounts: [aBankAccount({ id: asAccountId("acc-1"), nickname: "Main" })],
  used: { lastAt: NOW, weeks: Array(12).fill(0) },
  clusters: [],
  toldUntil: NOW,
  ...over,
});
const view = (over: Partial<Reads> = {}, scene: Partial<ReadsScene> = {}) =>
  presentReads(someReads(over), { bank: { name: "B", phone: "1" }, now: NOW, ...scene }, enGB);

describe("how sure it is that this is all", () => {
  test.each([
    [0, /^Everything up to/, false],
    [120_000, /^Everything up to/, false],
    [121_000, /^We have heard nothing new since/, true],
  ])("told %i ms ago: %s", (ms, told, isLate) => {
    const shown = view({ toldUntil: ago(ms) });
    expect(shown.told).toMatch(told);
    expect(shown.isLate).toBe(isLate);
  });

  test("nobody has told of any", () => {
    const { toldUntil: _, ...silent } = someReads();
    expect(presentReads(silent, { bank: { name: "B", phone: "1" }, now: NOW }, enGB).told).toBe(enGB.reads.silent);
  });
});

describe("not used for 90 days (D-04)", () => {
  const last = (days: number) => ({ used: { lastAt: ago(days * DAY), weeks: Array(12).fill(0) } });
  test.each([
    ["a read 91 days ago", last(91), true],
    ["a read 89 days ago", last(89), false],
    [
      "allowed again 10 days ago",
      { ...last(91), consent: { ...someReads().consent, changedAt: ago(10 * DAY) } },
      false,
    ],
    ["it has ended", { ...last(91), consent: { ...someReads().consent, isLive: false } }, false],
    ["nobody has told for an hour, so that nobody knows", { ...last(91), toldUntil: ago(3_600_000) }, false],
  ])("%s", (_, over, unused) => {
    expect(view(over).unused !== undefined).toBe(unused);
  });
});

test("a row says what, of which account, how often and when by the bank's clock, how much, and who was there", () => {
  const [row] = view().days[0]?.reads ?? [];
  expect(row).toMatchObject({
    what: "Balance",
    cluster: "account-details",
    times: "2 times, between 09:12 and 18:40",
    records: "4 entries",
    how: "In the background",
  });
  expect(row?.account).toContain("Main");
});

test("once is a time and no span; with the customer it says so; a yes is no entry", () => {
  const once = { reads: 1, lastAt: aRead().firstAt, present: true, resource: "funds" as const, records: 1 };
  const [row] = view({ days: [{ day: "2026-06-14", reads: [aRead(once)] }] }).days[0]?.reads ?? [];
  expect(row).toMatchObject({
    times: "1 time, at 09:12",
    records: "1 answer was yes",
    how: "While you used the app",
    what: "Is there enough money?",
  });
  expect(row?.cluster).toBeUndefined();
});

test("rows stand in the order of the consent page", () => {
  const reads = (["party", "statements", "funds", "transactions", "accounts"] as const).map((resource) =>
    aRead({ resource }),
  );
  const clusters = view({ days: [{ day: "2026-06-14", reads }] }).days[0]?.reads.map(({ cluster }) => cluster);
  expect(clusters).toEqual([undefined, "account-details", "transactions", "statements", "contact-and-party"]);
});

test("the ways from page to page keep the account, and the account's way forgets the page", () => {
  const accountIds = ["acc-1", "acc-2"].map(asAccountId);
  const shown = view({ more: true, accountIds }, { account: "acc-2", before: "2026-06-15" });
  const reads = "/dashboard/consents/aac-1/reads";
  expect(shown.pages.map(({ href }) => href)).toEqual([
    `${reads}?account=acc-2`,
    `${reads}?account=acc-2&before=2026-06-14`,
  ]);
  expect(shown.filter?.options.map(({ href, isHere }) => [href, isHere])).toEqual([
    [reads, false],
    [`${reads}?account=acc-1`, false],
    [`${reads}?account=acc-2`, true],
  ]);
});

test("an account that is no longer theirs is not named, and its id is not shown", () => {
  expect(accountName(asAccountId("acc-9"), someReads().accounts, enGB)).toBe("An account that we can’t name");
});

test("where nothing was read it teaches; where nothing of that account was, it says so", () => {
  expect(view({ days: [], accountIds: [] }).nothing).toMatchObject({ teach: expect.stringContaining("Budget Beacon") });
  expect(view({ days: [] }).nothing).toEqual({ text: enGB.reads.noneHere });
});

test("the drawing of the weeks has words", () => {
  expect(weeksInWords([0, 3, 1], enGB)).toBe("Read in 2 of the last 12 weeks");
  expect(weeksInWords(Array(12).fill(0), enGB)).toBe("Not read in the last 12 weeks");
});
