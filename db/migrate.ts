import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { openDatabase } from "./client.server.ts";
import { whyUnreachable } from "./unreachable.ts";

/** Where the SQL files lie, seen from the project's folder, which is where every command of it runs. */
const MIGRATIONS = join(process.cwd(), "db/migrations");

/** Brings our schema up to date. Two at once are safe: the second waits and finds nothing to do. */
export async function migrate(databaseUrl: string): Promise<void> {
  const { db, close } = openDatabase(databaseUrl, 1, 0, "login");
  try {
    // Without a statement timeout: waiting for another migration, or for a large table, is no fault.
    // One connection, so the lock is held by the session that migrates.
    await db.execute(sql`select pg_advisory_lock(7231904)`);
    await runMigrations(db, { migrationsFolder: MIGRATIONS, migrationsSchema: "assent_migrations" });
  } finally {
    await close();
  }
}

if (process.argv[1] === import.meta.filename) {
  const url = process.env["DATABASE_URL"];
  if (!url) {
    console.error("set DATABASE_URL to the database that is to be brought up to date");
    process.exit(1);
  }
  try {
    await migrate(url);
  } catch (error) {
    // What PostgreSQL said: that of the library around it repeats the whole migration first.
    const said = whyUnreachable(error);
    console.error(said ?? (error instanceof Error && error.cause instanceof Error ? error.cause.message : error));
    process.exit(1);
  }
}
