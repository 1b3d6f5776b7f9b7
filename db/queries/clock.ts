import { sql } from "drizzle-orm";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

/** The database's clock, which is the one that decides. */
export function createClock(db: Database) {
  const execute = createExecute(db);
  return async (): Promise<Date> => {
    const [row] = await execute<{ ms: string }>(sql`select extract(epoch from clock_timestamp()) * 1000 as ms`);
    return new Date(Number(row?.ms));
  };
}
