import type { Database } from "../../database.ts";
import { isId } from "./id.ts";
import type { Paused } from "./suspension.ts";

/**
 * Lets a consent open what it says, once all have signed who have to. Its status, as the bank's own systems know it, stays
 * what it was since the first yes: no revision and no event. Only its TPP is told another one from now on.
 */
export async function signaturesComplete(sql: Database, id: string): Promise<Paused> {
  if (!isId(id)) return "unknown";
  const live = sql`status in ('authorised', 'suspended') and (expires_at is null or expires_at > now())`;
  const { count } = await sql`
    update consent set signatures_outstanding = false, status_updated_at = now()
    where id = ${id} and signatures_outstanding and ${live}`;
  if (count === 1) return "done";
  const [now] = await sql<{ complete: boolean }[]>`
    select ${live} and not signatures_outstanding as complete from consent where id = ${id}`;
  if (!now) return "unknown";
  return now.complete ? "done" : "not_usable";
}
