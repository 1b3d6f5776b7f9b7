import { sql } from "drizzle-orm";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

/**
 * Whether the login, behind the role that the app works as, could change evidence: because it is a superuser or owns the
 * record. Then whoever gets hold of the app's password can, too (C-22).
 */
export function createLoginRights(db: Database) {
  const execute = createExecute(db);
  return async (): Promise<{ readonly couldChangeEvidence: boolean }> => {
    const [row] = await execute<{ could: boolean }>(sql`
      select login.rolsuper or pg_has_role(session_user, record.relowner, 'member') as could
      from pg_roles as login, pg_class as record
      where login.rolname = session_user and record.oid = 'assent.audit_event'::regclass`);
    return { couldChangeEvidence: row?.could ?? true };
  };
}
