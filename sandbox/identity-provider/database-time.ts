import type { Database } from "../database.ts";

/** Seconds since 1970: when somebody was authenticated, on one clock. */
export async function databaseTime(sql: Database): Promise<number> {
  const [row] = await sql<{ at: number }[]>`select floor(extract(epoch from now()))::int as at`;
  if (!row) throw new Error("the database has no clock");
  return row.at;
}
