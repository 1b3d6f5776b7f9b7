import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { ARRAY_TYPES } from "./array-types.ts";

export type Database = PostgresJsDatabase;

export interface OpenDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

/** What the app may do in the database, whoever it logs in as: see the grants in the migrations. */
export const APP_ROLE = "assent_app";

/**
 * A pool of connections for Drizzle alone: `drizzle()` changes how the client it is given reads and writes dates, so
 * nothing else may use that client.
 *
 * @param url `postgres://…`, PostgreSQL 15 or newer.
 * @param statementTimeoutMs after which the server gives up a statement; 0 for never.
 * @param rights with which every connection works: the app's, or all that the login has, which is for programs that
 *   change the schema and for tests that set a scene.
 */
export function openDatabase(
  url: string,
  connections = 10,
  statementTimeoutMs = 2_500,
  rights: "app" | "login" = "app",
): OpenDatabase {
  const client = postgres(url, {
    max: connections,
    connect_timeout: 3,
    idle_timeout: 60,
    onnotice: () => {},
    fetch_types: false,
    types: ARRAY_TYPES,
    connection: {
      application_name: "assent",
      statement_timeout: statementTimeoutMs,
      // From the first byte on, and again after every RESET (C-22).
      ...(rights === "app" && { role: APP_ROLE }),
    },
  });
  // Drizzle asks for everything unprepared, which the server plans anew each time, and the driver describes first: two
  // round trips. What has no values stays one simple query, which may be several statements.
  const { unsafe } = client;
  client.unsafe = (text, values, options) => unsafe(text, values, { ...options, prepare: true });
  return { db: drizzle(client), close: () => client.end({ timeout: 5 }) };
}
