import type { Database } from "../../database.ts";
import { type Change, changeTo } from "./change.ts";
import { LASTING_TYPES } from "./consent-kinds.ts";
import { isId } from "./id.ts";

/** `not_usable`: neither authorised nor suspended, expired, or of a kind that is used once. */
export type Paused = "done" | "unknown" | "not_usable";

/** Pauses a lasting consent: its tokens stay and open nothing (lifecycle T9). */
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
    where id = ${id} and status = ${from} and type = any(${[...LASTING_TYPES]}) and (expires_at is null or expires_at > now())`;
  if (count === 1) return "done";
  const [now] = await sql<{ there: boolean }[]>`
    select status = ${to} and type = any(${[...LASTING_TYPES]}) and (expires_at is null or expires_at > now()) as there
    from consent where id = ${id}`;
  if (!now) return "unknown";
  return now.there ? "done" : "not_usable";
}
