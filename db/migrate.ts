import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { type Database, openDatabase } from "./client.server.ts";
import { whyUnreachable } from "./unreachable.ts";

/** Where the SQL files lie, seen from the project's folder, which is where every command of it runs. */
const MIGRATIONS = join(process.cwd(), "db/migrations");

/** PostgreSQL's names for a lock that did not come in time, or never could have. */
const NOT_NOW = ["55P03", "40P01"];
/** Milliseconds between one try and the next, in which everybody else passes. */
const PAUSE = 1_000;

/**
 * Brings our schema up to date, beside an app that works. Two at once are safe: the second waits and finds nothing to do.
 *
 * @param folder with the migrations.
 */
export async function migrate(databaseUrl: string, folder = MIGRATIONS): Promise<void> {
  const { db, close } = openDatabase(databaseUrl, 1, 0, "login");
  try {
    // Without a statement timeout: waiting for another migration, or for a large table, is no fault.
    // One connection, so the lock is held by the session that migrates.
    await db.execute(sql`select pg_advisory_lock(7231904)`);
    // Behind whoever waits for a table, everybody waits: with a backup that reads it, for hours. Less than a statement of
    // the app may take.
    await db.execute(sql`set lock_timeout = '1s'`);
    while (!(await tryToMigrate(db, folder))) await sleep(PAUSE);
  } finally {
    await close();
  }
}

/** All of it or nothing. False when somebody else held a table. */
async function tryToMigrate(db: Database, migrationsFolder: string): Promise<boolean> {
  try {
    await runMigrations(db, { migrationsFolder, migrationsSchema: "assent_migrations" });
    return true;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as { readonly code?: string } | undefined) : undefined;
    if (cause?.code !== undefined && NOT_NOW.includes(cause.code)) return false;
    throw error;
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
