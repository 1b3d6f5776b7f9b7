import { sql } from "drizzle-orm";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

interface Made extends Record<string, unknown> {
  readonly made: number;
  readonly moved: string;
  readonly left_over: string;
}

/** Makes the parts of the audit for this month and the next three. Two at once are safe: one does nothing. */
export function createMakeAuditMonths(db: Database) {
  const execute = createExecute(db);
  return async () => {
    const [row] = await execute<Made>(sql`select made, moved, left_over from assent.make_audit_months()`);
    return { made: row?.made ?? 0, moved: Number(row?.moved ?? 0), leftOver: Number(row?.left_over ?? 0) };
  };
}
