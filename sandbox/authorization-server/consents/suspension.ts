import type { Database } from "../../database.ts";
import { type Change, changeTo } from "./change.ts";
import { isId } from "./id.ts";

/** `not_usable`: neither authorised nor suspended, expired, or no account access. */
export type Paused = "done" | "unknown" | "not_usable";

/** Pauses account access: its tokens stay and open nothing (lifecycle T9). */
export const suspend = (sql: Database, id: string, change: Change): Promise<Paused> =>
  move(sql, id, "authorised", "suspended", change);

/** Takes the pause back (lifecycle T10). */
export const resume = (sql: Database, id: string, change: Change): Promise<Paused> =>
  move(sql, id, "suspended", "authorised", change);

type Side = "authorised" | "suspended";

async function move(sql: Database, id: string, from: Side, to: Side, change: Change): Promise<Paused> {
  if (!isId(id)) return "unknown";
  const { count } = await sql`
    update consent set ${changeTo(sql, to, change)}
    where id = ${id} and status = ${from} and type = 'account_access' and (expires_at is null or expires_at > now())`;
  if (count === 1) return "done";
  const [now] = await sql<{ there: boolean }[]>`
    select status = ${to} and type = 'account_access' and (expires_at is null or expires_at > now()) as there
    from consent where id = ${id}`;
  if (!now) return "unknown";
  return now.there ? "done" : "not_usable";
}
