import { z } from "zod";
import type { Account } from "../../personas.ts";
import { holdersOf } from "../core/accounts.ts";
import type { BookedEntry } from "../core/book.ts";
import { dayOf, dayOfMonth, instantOn } from "../core/day.ts";
import type { Party, Regular } from "../core/entry.ts";
import { formatAmount, type Minor } from "../core/money.ts";
import { PROFILES } from "../core/profiles.ts";
import { contains, type Span } from "../gateway/booking-filter.ts";

/** So many rows of each kind are an example. */
const ROWS = 3;

const instant = z.iso.datetime().transform((text) => new Date(text));

/** Codes between spaces, and the span of which may be told. */
export const exampleQuery = z
  .object({ permissions: z.string(), from: instant.optional(), to: instant.optional() })
  .transform(({ permissions, from, to }) => ({
    permissions: new Set(permissions.split(" ")),
    ...(from && { from }),
    ...(to && { to }),
  }));

interface Asked extends Span {
  readonly permissions: ReadonlySet<string>;
  /** Who is signed in. */
  readonly customerId: string;
}

/**
 * A few rows of what these permissions give of one account, by the rules of the gateway. This is a wire shape: other
 * services declare what they read of it. The bank keeps no saved payees, statements, products and offers of its
 * customers, and says so by leaving them out.
 *
 * @param entries of the account, newest first.
 */
export function exampleView(account: Account, entries: readonly BookedEntry[], asked: Asked, now: Date): object {
  const has = (code: string) => asked.permissions.has(code);
  const transactions = has("ReadTransactionsBasic") || has("ReadTransactionsDetail");
  const orders = has("ReadStandingOrdersBasic") || has("ReadStandingOrdersDetail");
  return {
    ...(transactions && { transactions: transactionsOf(account, entries, asked) }),
    ...(orders && {
      standing_orders: regularOf(account, "standing_order").map((order) => ({
        amount: moneyOf(largest(order.amount), account),
        on: nextOn(order.dayOfMonth, now),
        ...(has("ReadStandingOrdersDetail") && { to: numberOf(order.party) }),
      })),
    }),
    ...(has("ReadDirectDebits") && {
      direct_debits: regularOf(account, "direct_debit").map(({ party, text }) => {
        const last = entries.find((entry) => entry.kind === "direct_debit" && entry.text === text);
        return {
          collector: party.name,
          ...(last && { last: moneyOf(last.amount, account), last_on: last.bookedAt.toISOString() }),
        };
      }),
    }),
    ...((has("ReadParty") || has("ReadPartyPSU")) && {
      parties: holdersOf(account)
        .filter(({ id }) => has("ReadParty") || id === asked.customerId)
        .map(({ id, name, email, phone }) => ({ customer_id: id, name, email, phone })),
    }),
  };
}

function transactionsOf(account: Account, entries: readonly BookedEntry[], { permissions, ...span }: Asked) {
  const detail = permissions.has("ReadTransactionsDetail");
  return entries
    .filter(({ amount }) => permissions.has(amount < 0 ? "ReadTransactionsDebits" : "ReadTransactionsCredits"))
    .filter(({ bookedAt }) => contains(span, bookedAt))
    .slice(0, ROWS)
    .map(({ amount, bookedAt, counterparty, text, balanceAfter }) => ({
      booked_at: bookedAt.toISOString(),
      direction: amount < 0 ? "out" : "in",
      amount: moneyOf(amount, account),
      ...(detail && {
        party: counterparty.name,
        text,
        ...(balanceAfter !== undefined && {
          balance_after: { ...moneyOf(balanceAfter, account), overdrawn: balanceAfter < 0 },
        }),
      }),
    }));
}

const regularOf = (account: Account, kind: Regular["kind"]): readonly Regular[] =>
  (PROFILES[account.id]?.regular ?? []).filter((item) => item.kind === kind).slice(0, ROWS);

const largest = (amount: Regular["amount"]): Minor =>
  typeof amount === "number" ? amount : Math.max(Math.abs(amount[0]), Math.abs(amount[1]));

const moneyOf = (amount: Minor, { currency }: Account) => ({ amount: formatAmount(amount), currency });

const numberOf = ({ number }: Party) => number && { scheme: "sort_code_account_number", number };

/** The next such day, from today on. */
function nextOn(wanted: number, now: Date): string {
  let day = dayOf(now);
  while (dayOfMonth(day) !== wanted) day += 1;
  return instantOn(day).toISOString();
}
