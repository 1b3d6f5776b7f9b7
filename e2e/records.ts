import { type Database, openSchema } from "../sandbox/database.ts";
import { topology } from "./world.ts";

/** What a service has written down, for what no page shows; and to move a deadline that no test can wait for. */
export async function inDatabaseOf<T>(
  schema: "assent" | "authorization_server" | "bank" | "identity_provider",
  work: (sql: Database) => Promise<T>,
): Promise<T> {
  const sql = await openSchema(topology.databaseUrl, schema, "select 1");
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** The customer who opened the consent page last has so many seconds left to answer. */
export const leaveToAnswer = (seconds: number) =>
  inDatabaseOf(
    "authorization_server",
    (sql) => sql`
      update handoff set expires_at = now() + ${seconds} * interval '1 second'
      where login_id = (select login_id from handoff order by created_at desc limit 1)`,
  );
