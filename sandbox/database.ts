import postgres from "postgres";
import { ARRAY_TYPES } from "../db/array-types.ts";

export type Database = postgres.Sql;

/** Every schema that the sandbox makes, the app's own included. */
const SCHEMAS = [
  "assent",
  "assent_migrations",
  "authorization_server",
  "identity_provider",
  "bank",
  "tpp",
  "analytics",
  "directory",
];

/** Forgets everything in a database that outlives the sandbox. */
export async function dropSchemas(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    for (const schema of SCHEMAS) await sql`drop schema if exists ${sql(schema)} cascade`;
  } finally {
    await sql.end();
  }
}

/**
 * A login for the app that owns nothing and is a member of its role alone, as a bank gives it one.
 *
 * @param ownerUrl where no password is asked for; the schema is up to date.
 * @returns the same place for that login.
 */
export async function createAppLogin(ownerUrl: string): Promise<string> {
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const known = await sql`select from pg_roles where rolname = 'assent_web'`;
    if (known.length === 0) await sql`create role assent_web login in role assent_app`;
  } finally {
    await sql.end();
  }
  const url = new URL(ownerUrl);
  url.username = "assent_web";
  return url.href;
}

/**
 * Opens a pool on one service's own schema and brings the schema up to date.
 *
 * @param definition SQL that can be run again on an existing schema (`create … if not exists`).
 */
export async function openSchema(databaseUrl: string, schema: string, definition: string): Promise<Database> {
  const sql = postgres(databaseUrl, {
    max: 8,
    connect_timeout: 5,
    onnotice: () => {},
    // The driver's own way of asking for them ends the process where the database goes away at that moment.
    fetch_types: false,
    types: ARRAY_TYPES,
    connection: { search_path: schema, application_name: schema },
  });
  await sql.begin(async (transaction) => {
    // Two starts at once would race on `create schema`; the lock is released with the transaction.
    await transaction`select pg_advisory_xact_lock(hashtext(${schema}))`;
    await transaction.unsafe(`create schema if not exists ${schema}`);
    await transaction.unsafe(definition);
  });
  return sql;
}
