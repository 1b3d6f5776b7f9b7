import { ACCOUNTS, type Account } from "../../personas.ts";
import { type Book, historyStart } from "../core/book.ts";
import type { ApiVersion } from "./api-version.ts";
import { bookingDate, contains, intersection, type Span } from "./booking-filter.ts";
import type { DataAccess } from "./data-access.ts";
import { type PageCursor, readCursor, writeCursor } from "./page-cursor.ts";
import { badRequest } from "./refusal.ts";
import { transactionResource } from "./transaction-resource.ts";

/** The standard recommends 25 to 1000. */
const PAGE_SIZE = 100;

export interface TransactionRequest {
  readonly access: DataAccess;
  readonly version: ApiVersion;
  /** Undefined for all accounts of the consent. */
  readonly account: Account | undefined;
  readonly query: (name: string) => string | undefined;
  /** The resource's absolute address, without a query. */
  readonly address: string;
  readonly now: Date;
}

/** `OBReadTransaction6`: one page of what the consent's window, direction and the filter leave, newest first. */
export async function transactionPage(book: Book, request: TransactionRequest): Promise<object> {
  const { access, account, now, version, address } = request;
  const cursor = cursorOf(request);
  const asOf = new Date(Math.min(new Date(cursor.asOf).getTime(), now.getTime()));
  const available = intersection(access, { from: historyStart(now) });
  const span = intersection(available, spanOf(cursor));
  const accounts = account ? [account] : access.accounts;
  const lists = await Promise.all(accounts.map(({ id }) => book.entries(id, asOf)));
  const entries = lists
    .flat()
    .filter((entry) => contains(span, entry.bookedAt) && access.permissions.has(directionOf(entry.amount)))
    .sort((a, b) => b.bookedAt.getTime() - a.bookedAt.getTime() || (a.id < b.id ? 1 : -1));
  const pages = Math.max(Math.ceil(entries.length / PAGE_SIZE), 1);
  const page = entries.slice(cursor.offset, cursor.offset + PAGE_SIZE);
  const owner = (id: string) => ACCOUNTS.find((it) => it.id === id) as Account;
  return {
    Data: { Transaction: page.map((it) => transactionResource(it, owner(it.accountId), version, access.permissions)) },
    Links: linksOf(address, cursor, entries.length),
    Meta: {
      TotalPages: pages,
      ...(available.from && { FirstAvailableDateTime: available.from.toISOString() }),
      ...(available.to && { LastAvailableDateTime: available.to.toISOString() }),
    },
  };
}

const directionOf = (amount: number) => (amount < 0 ? "ReadTransactionsDebits" : "ReadTransactionsCredits");

function cursorOf({ access, account, query, now }: TransactionRequest): PageCursor {
  const from = bookingDate("fromBookingDateTime", query("fromBookingDateTime"));
  const to = bookingDate("toBookingDateTime", query("toBookingDateTime"));
  const written = query("cursor");
  if (written === undefined) {
    return {
      consent: access.consentId,
      ...(account && { account: account.id }),
      ...(from && { from: from.toISOString() }),
      ...(to && { to: to.toISOString() }),
      asOf: now.toISOString(),
      offset: 0,
    };
  }
  if (from || to) throw badRequest("Field.Unexpected", "The filter is part of the page already.", "cursor");
  return readCursor(written, access.consentId, account?.id);
}

const spanOf = ({ from, to }: PageCursor): Span => ({
  ...(from !== undefined && { from: new Date(from) }),
  ...(to !== undefined && { to: new Date(to) }),
});

function linksOf(address: string, cursor: PageCursor, total: number): object {
  const at = (offset: number) => `${address}?cursor=${writeCursor({ ...cursor, offset })}`;
  const { offset } = cursor;
  const last = Math.max(Math.ceil(total / PAGE_SIZE) - 1, 0) * PAGE_SIZE;
  if (last === 0) return { Self: at(offset) };
  return {
    Self: at(offset),
    First: at(0),
    ...(offset > 0 && { Prev: at(Math.max(offset - PAGE_SIZE, 0)) }),
    ...(offset < last && { Next: at(offset + PAGE_SIZE) }),
    Last: at(last),
  };
}
