import type { DayReads, ReadDay } from "~/domain/access/read-history";
import { asAccountId, asConsentId } from "~/domain/shared/ids";
import type { Exhibit } from "./exhibit";
import { HOSTILE, LONG, MANY } from "./gallery-cast.harness";
import { presentReads, type Reads, type ReadsScene } from "./present-reads";

const NOW = new Date("2026-03-15T10:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

const read = (over: Partial<DayReads>, day = "2026-03-14"): DayReads => ({
  resource: "balances",
  account: asAccountId("acc-1"),
  present: false,
  reads: 4,
  records: 8,
  firstAt: new Date(`${day}T00:00:00Z`),
  lastAt: new Date(`${day}T10:00:00Z`),
  ...over,
});

const day = (date: string, ...reads: readonly Partial<DayReads>[]): ReadDay => ({
  day: date,
  reads: reads.map((each) => read(each, date)),
});

const at = new Date("2026-03-14T11:00:00Z");
const once = { reads: 1, records: 1, firstAt: at, lastAt: at };

const BUSY: readonly ReadDay[] = [
  day(
    "2026-03-14",
    { resource: "accounts", ...once, present: true },
    {},
    { account: asAccountId("acc-2"), present: true, reads: 2, records: 4 },
    { resource: "transactions", reads: 12, records: 1240 },
    { resource: "direct-debits", records: 0 },
    { resource: "party", account: undefined as never, ...once, records: 0 },
  ),
  day("2026-03-13", {}, { resource: "transactions", account: asAccountId("acc-404"), ...once }),
];

const reads = (
  name: string,
  over: Partial<Reads> = {},
  scene: Partial<ReadsScene> = {},
  clientName = "Budget Beacon",
) =>
  ({
    name,
    screen: ({ words, bank }) => ({
      page: "reads",
      view: presentReads(
        {
          consent: { id: asConsentId("aac-1"), clientName, accountIds: [], isLive: true, changedAt: daysAgo(60) },
          days: BUSY,
          more: true,
          accountIds: [asAccountId("acc-1"), asAccountId("acc-2"), asAccountId("acc-404")],
          accounts: MANY,
          used: { lastAt: NOW, weeks: [0, 0, 3, 18, 21, 20, 0, 7, 22, 40, 38, 25] },
          clusters: [
            { cluster: "transactions", lastAt: NOW },
            { cluster: "account-details", lastAt: daysAgo(1) },
          ],
          toldUntil: NOW,
          ...over,
        },
        { bank, now: NOW, ...scene },
        words,
      ),
    }),
  }) satisfies Exhibit;

/** Nothing was ever read. */
const NEVER = { days: [], more: false, accountIds: [], clusters: [], used: undefined as never };

/** What an app really read (D-05). */
export const READS_EXHIBITS: readonly Exhibit[] = [
  reads("reads"),
  reads("reads-of-one-account", { days: BUSY.slice(0, 1), more: false }, { account: "acc-2", before: "2026-03-15" }),
  reads("reads-none", NEVER),
  reads("reads-none-of-account", { days: [] }, { account: "acc-404" }),
  reads("reads-unused", {
    consent: {
      id: asConsentId("aac-1"),
      clientName: "Budget Beacon",
      accountIds: [],
      isLive: true,
      changedAt: daysAgo(200),
    },
    days: [day("2025-11-14", once)],
    more: false,
    accountIds: [asAccountId("acc-1")],
    clusters: [],
    used: { lastAt: daysAgo(120), weeks: Array(12).fill(0) },
  }),
  reads("reads-late", { toldUntil: daysAgo(1), accounts: [] }),
  reads("reads-silent", { ...NEVER, toldUntil: undefined as never }),
  reads("reads-funds", {
    days: [day("2026-03-14", { resource: "funds", reads: 3, records: 2 }, { resource: "funds", ...once, records: 0 })],
    clusters: [{ cluster: "funds", lastAt: NOW }],
  }),
  reads("reads-hostile", { accounts: MANY.map((account) => ({ ...account, nickname: HOSTILE })) }, {}, HOSTILE),
  reads("reads-long", { accounts: MANY.map((account) => ({ ...account, nickname: LONG })) }, {}, LONG),
];
