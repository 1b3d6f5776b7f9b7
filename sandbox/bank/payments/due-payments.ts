import type { Logger } from "pino";
import type { Database } from "../../database.ts";
import { decide } from "./make-payment.ts";
import type { PaymentBook } from "./payment-book.ts";

/** More wait for the next round. */
const MOST_AT_ONCE = 100;

/** Makes what is due, of one order alone where it is named; it may be killed anywhere, and run twice at once. */
export async function makeDuePayments(book: PaymentBook, now: Date, orderId?: string): Promise<number> {
  let made = 0;
  // A standing order's next payment is written with the one before it, and may be overdue as well.
  while (made < MOST_AT_ONCE) {
    const due = await book.due(now, MOST_AT_ONCE - made, orderId);
    if (due.length === 0) break;
    for (const key of due) await book.make(key, now, decide(now));
    made += due.length;
  }
  return made;
}

/** The one clock that two banks on one database share. */
export function databaseClock(sql: Database): () => Promise<Date> {
  return async () => {
    const [row] = await sql<{ now: Date }[]>`select now()`;
    if (!row) throw new Error("the database tells no time");
    return row.now;
  };
}

/**
 * Makes scheduled payments, standing orders and what a crash left over, round after round.
 *
 * @param clock see {@link databaseClock}
 */
export function runDuePayments(
  book: PaymentBook,
  clock: () => Promise<Date>,
  log: Logger,
  everyMs = 1_000,
): { close(): Promise<void> } {
  let closed = false;
  let round: Promise<void> | undefined;
  const turn = async () => {
    try {
      const made = await makeDuePayments(book, await clock());
      if (made > 0) log.info({ made }, "payments that were due");
    } catch (error) {
      // The next round tries again; a payment is made once whatever happened here.
      if (!closed) log.error({ err: error }, "due payments failed");
    }
    round = undefined;
  };
  const timer = setInterval(() => {
    round ??= turn();
  }, everyMs);
  timer.unref();
  return {
    close: async () => {
      closed = true;
      clearInterval(timer);
      await round;
    },
  };
}
