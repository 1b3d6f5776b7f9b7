import type { Logger } from "pino";
import type { Database } from "../database.ts";
import { LOCKED_MINUTES } from "./lockout.ts";

/** The OIDC library never deletes what has expired; its clock tolerance is 15 s, so rows stay a little longer. */
export async function sweep(sql: Database): Promise<void> {
  await sql`delete from artifact where expires_at < now() - interval '30 seconds'`;
  await sql`delete from sign_in where created_at < now() - interval '1 hour'`;
  await sql`delete from passkey_step where created_at < now() - interval '1 hour'`;
  await sql`delete from passkey_session where expires_at < now()`;
  await sql`delete from attempt where last_failed_at < now() - make_interval(mins => ${LOCKED_MINUTES})`;
}

/** Sweeps once a minute. Answers how to stop. */
export function startSweeper(sql: Database, log: Logger): () => void {
  const timer = setInterval(() => {
    sweep(sql).catch((error) => log.warn({ err: error }, "could not sweep"));
  }, 60_000);
  timer.unref();
  return () => clearInterval(timer);
}
