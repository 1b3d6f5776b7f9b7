import type { Database } from "../../database.ts";
import { type Change, changeTo } from "./change.ts";
import { isId } from "./id.ts";
import type { Paused } from "./suspension.ts";

/**
 * Takes one account out of a consent to read account data that is authorised and keeps another (lifecycle T8): its tokens
 * stay, and open what is left.
 */
export async function removeAccount(sql: Database, id: string, accountId: string, change: Change): Promise<Paused> {
  if (!isId(id)) return "unknown";
  const usable = sql`status = 'authorised' and type = 'account_access' and (expires_at is null or expires_at > now())`;
  const { count } = await sql`
    update consent set ${changeTo(sql, "authorised", change)}, account_ids = array_remove(account_ids, ${accountId})
    where id = ${id} and ${usable} and ${accountId} = any(account_ids) and cardinality(account_ids) > 1`;
  if (count === 1) return "done";
  const [now] = await sql<{ gone: boolean }[]>`
    select ${usable} and not ${accountId} = any(account_ids) as gone from consent where id = ${id}`;
  if (!now) return "unknown";
  return now.gone ? "done" : "not_usable";
}
