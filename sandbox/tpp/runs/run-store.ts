import { createHash } from "node:crypto";
import type { Database } from "../../database.ts";
import type { Run } from "./run.ts";

/** A run as it was read; saving it fails when somebody else saved it since. */
export interface StoredRun {
  readonly run: Run;
  readonly version: number;
}

export interface RunStore {
  add(session: string, run: Run): Promise<StoredRun>;
  /** Undefined also for another session's run. */
  find(session: string, id: string): Promise<StoredRun | undefined>;
  findByState(session: string, state: string): Promise<StoredRun | undefined>;
  /** Newest first. */
  list(session: string): Promise<readonly Run[]>;
  /** @returns undefined when the run was saved by another request in between: two tabs, a double click. */
  save(stored: StoredRun, run: Run): Promise<StoredRun | undefined>;
  /**
   * Notes that there is an answer to the request that waits, for whoever brings its token; to be told twice changes nothing.
   *
   * @returns whether there is such a request.
   */
  noteAnswer(authReqId: string, token: string): Promise<boolean>;
}

/** How many runs a browser keeps, and for how long: a demonstration, not an archive. */
const RUNS_PER_SESSION = 50;
const KEPT_FOR = "24 hours";

export function createRunStore(sql: Database): RunStore {
  const json = (run: Run) => sql.json(run as unknown as Parameters<Database["json"]>[0]);
  return {
    async add(session, run) {
      const hash = hashOf(session);
      await sql`delete from run where created_at < now() - ${KEPT_FOR}::interval`;
      await sql`insert into run (id, session_hash, state, record)
        values (${run.id}, ${hash}, ${run.secrets.state ?? null}, ${json(run)})`;
      await sql`delete from run where session_hash = ${hash} and id in (
        select id from run where session_hash = ${hash} order by created_at desc, id offset ${RUNS_PER_SESSION})`;
      return { run, version: 1 };
    },
    async find(session, id) {
      const rows = await sql<{ record: Run; version: number }[]>`
        select record, version from run where id = ${id} and session_hash = ${hashOf(session)}`;
      return rows[0] && { run: rows[0].record, version: rows[0].version };
    },
    async findByState(session, state) {
      const rows = await sql<{ record: Run; version: number }[]>`
        select record, version from run where state = ${state} and session_hash = ${hashOf(session)}`;
      return rows[0] && { run: rows[0].record, version: rows[0].version };
    },
    async list(session) {
      const rows = await sql<{ record: Run }[]>`
        select record from run where session_hash = ${hashOf(session)} order by created_at desc, id`;
      return rows.map((row) => row.record);
    },
    async save({ version }, run) {
      const rows = await sql<{ version: number }[]>`
        update run set record = ${json(run)}, state = ${run.secrets.state ?? null}, version = version + 1
        where id = ${run.id} and version = ${version} returning version`;
      return rows[0] && { run, version: rows[0].version };
    },
    async noteAnswer(authReqId, token) {
      // The version stays: nobody else takes such a run further before this is known.
      const rows = await sql`
        update run set record = case when record #> '{secrets,waiting,toldAt}' is null
          then jsonb_set(record, '{secrets,waiting}', record #> '{secrets,waiting}' || ${sql.json({
            toldAt: new Date().toISOString(),
            askAgainAt: 0,
          })}) else record end
        where record #>> '{secrets,waiting,authReqId}' = ${authReqId}
          and record #>> '{secrets,waiting,notificationToken}' = ${token}
        returning id`;
      return rows.length > 0;
    },
  };
}

const hashOf = (session: string) => createHash("sha256").update(session).digest();
