import { sql } from "drizzle-orm";
import type { Database } from "../client.server";
import journal from "../migrations/meta/_journal.json";

/** Whether the database answers and has every migration that this build knows. Newer ones are fine (rolling update). */
export async function isMigrated(db: Database): Promise<boolean> {
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  const [row] = await db.execute<{ migrated: boolean }>(
    sql`select exists (
      select 1 from assent_migrations.__drizzle_migrations where created_at >= ${newest}
    ) as migrated`,
  );
  return row?.migrated === true;
}
