import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

export type Database = PostgresJsDatabase;

export interface OpenDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

/**
 * A pool of connections for Drizzle alone: `drizzle()` changes how the client it is given reads and writes dates, so
 * nothing else may use that client.
 *
 * @param url `postgres://…`, PostgreSQL 15 or newer.
 * @param statementTimeoutMs after which the server gives up a statement; 0 for never.
 */
export function openDatabase(url: string, connections = 10, statementTimeoutMs = 2_500): OpenDatabase {
  const client = postgres(url, {
    max: connections,
    connect_timeout: 3,
    idle_timeout: 60,
    onnotice: () => {},
    connection: { application_name: "assent", statement_timeout: statementTimeoutMs },
  });
  return { db: drizzle(client), close: () => client.end({ timeout: 5 }) };
}
