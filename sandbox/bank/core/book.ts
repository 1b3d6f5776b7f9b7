import { DAY_MS, dayOf, instantOn, monthsBefore } from "./day.ts";
import type { Entry } from "./entry.ts";
import { generatedBalance, generatedEntries } from "./generated-entries.ts";
import type { Minor } from "./money.ts";

/** How far back the bank answers (S20: 24 months). */
const HISTORY_MONTHS = 24;

export interface BookedEntry extends Entry {
  /** The account's booked balance right after this entry; absent while it is pending. */
  readonly balanceAfter?: Minor;
}

export interface Balances {
  /** Everything booked. */
  readonly booked: Minor;
  /** `booked` less what is pending. */
  readonly available: Minor;
}

/** Where payment orders are kept: the entries that they made on these accounts, oldest first. */
export type OrderedEntries = (accountIds: readonly string[], until: Date) => Promise<readonly Entry[]>;

export interface Book {
  /** Booked and pending entries as they stood at `asOf`, newest first, from {@link historyStart} on. */
  entries(accountId: string, asOf: Date): Promise<BookedEntry[]>;
  balances(accountId: string, asOf: Date): Promise<Balances>;
  /** Of each, in the same order; the orders are read once for all of them. */
  balancesOf(accountIds: readonly string[], asOf: Date): Promise<readonly Balances[]>;
}

/** The first instant of which the bank still tells. */
export const historyStart = (asOf: Date): Date => instantOn(monthsBefore(dayOf(asOf), HISTORY_MONTHS));

/** One account's book: the generated life of its owner, and the payments that were ordered through the gateway. */
export function createBook(orderedEntries: OrderedEntries): Book {
  const read = async (accountId: string, asOf: Date) => {
    const from = dayOf(historyStart(asOf));
    const ordered = await orderedEntries([accountId], asOf);
    // A purchase is booked at most a day and a night after it was made: two days on, nothing is pending yet.
    const generated = generatedEntries(accountId, from, dayOf(asOf) + 2).filter(({ madeAt }) => madeAt <= asOf);
    const start = instantOn(from);
    const opening = generatedBalance(accountId, from) + sum(ordered.filter(({ bookedAt }) => bookedAt < start));
    const entries = [...generated, ...ordered.filter(({ bookedAt }) => bookedAt >= start)].sort(byBooking);
    return { opening, entries };
  };
  const balancesOf = async (accountIds: readonly string[], asOf: Date) => {
    const ordered = await orderedEntries(accountIds, asOf);
    const orderedOn = (id: string) => ordered.filter(({ accountId }) => accountId === id);
    return accountIds.map((id) => balancesFrom(id, orderedOn(id), asOf));
  };
  return {
    entries: async (accountId, asOf) => {
      const { opening, entries } = await read(accountId, asOf);
      let balance = opening;
      const running = entries.map((entry): BookedEntry => {
        if (entry.bookedAt > asOf) return entry;
        balance += entry.amount;
        return { ...entry, balanceAfter: balance };
      });
      return running.reverse();
    },
    balances: async (accountId, asOf) => (await balancesOf([accountId], asOf))[0] as Balances,
    balancesOf,
  };
}

function balancesFrom(accountId: string, ordered: readonly Entry[], asOf: Date): Balances {
  const today = generatedEntries(accountId, dayOf(asOf), dayOf(new Date(asOf.getTime() + 2 * DAY_MS)));
  const booked =
    generatedBalance(accountId, dayOf(asOf)) + sum(ordered) + sum(today.filter((it) => it.bookedAt <= asOf));
  const pending = today.filter((it) => it.bookedAt > asOf && it.madeAt <= asOf);
  return { booked, available: booked + sum(pending) };
}

const byBooking = (a: Entry, b: Entry) => a.bookedAt.getTime() - b.bookedAt.getTime() || (a.id < b.id ? -1 : 1);

const sum = (entries: readonly Entry[]): Minor => entries.reduce((total, { amount }) => total + amount, 0);
