import { createHmac } from "node:crypto";
import type { Database } from "../database.ts";
import { normaliseUsername } from "./people.ts";

export const FAILURES_ALLOWED = 5;
export const LOCKED_MINUTES = 15;

/**
 * Counts failures of both factors together, per user name and on the database's clock.
 *
 * - Names that do not exist are counted and locked like those that do, so a lock tells nothing about who is a customer.
 * - An attempt is counted before it is judged and given back when it was right, so that many guesses at the same
 *   moment cannot pass the check together.
 * - The name is kept as a keyed hash: people type passwords into the wrong field.
 */
export interface Lockout {
  /** Takes one attempt. Answers the whole minutes to wait (at least 1) when the name is locked, else 0. */
  take(username: string): Promise<number>;
  /** Whole minutes left of a lock, 0 when there is none. */
  minutesLeft(username: string): Promise<number>;
  /** Gives back one attempt that turned out right, where more is still to come (password right, code pending). */
  giveBack(username: string): Promise<void>;
  /** Forgets every failure: both factors were right. */
  clear(username: string): Promise<void>;
}

export function createLockout(sql: Database, key: Buffer): Lockout {
  const keyOf = (username: string) => createHmac("sha256", key).update(normaliseUsername(username)).digest();

  const minutesLeft = async (username: string): Promise<number> => {
    const [row] = await sql<{ minutes: number }[]>`
      select ceil(extract(epoch from last_failed_at + make_interval(mins => ${LOCKED_MINUTES}) - now()) / 60)::int as minutes
      from attempt
      where username_hmac = ${keyOf(username)} and failures >= ${FAILURES_ALLOWED}
    `;
    return Math.max(0, row?.minutes ?? 0);
  };

  return {
    minutesLeft,
    async take(username) {
      // The count starts anew once the last failure is as old as a lock lasts.
      const { count } = await sql`
        insert into attempt (username_hmac, failures, last_failed_at) values (${keyOf(username)}, 1, now())
        on conflict (username_hmac) do update
        set failures = case when ${isOld(sql)} then 1 else attempt.failures + 1 end, last_failed_at = now()
        where attempt.failures < ${FAILURES_ALLOWED} or ${isOld(sql)}
      `;
      return count === 1 ? 0 : Math.max(1, await minutesLeft(username));
    },
    async giveBack(username) {
      await sql`
        update attempt set failures = failures - 1 where username_hmac = ${keyOf(username)} and failures > 0
      `;
    },
    async clear(username) {
      await sql`delete from attempt where username_hmac = ${keyOf(username)}`;
    },
  };
}

const isOld = (sql: Database) => sql`attempt.last_failed_at <= now() - make_interval(mins => ${LOCKED_MINUTES})`;
