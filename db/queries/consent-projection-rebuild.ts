import { type SQL, sql } from "drizzle-orm";
import type { ConsentRecord } from "~/ports/authorization-server";
import type { DatabaseInstant } from "~/ports/consent-register-upkeep";
import type { CustomerVault } from "~/ports/customer-vault";
import type { ProjectionRebuild } from "~/ports/projection-rebuild";
import type { Database } from "../client.server";
import { holdsKnownAgain, pausesKnownAgain, takenOut, writtenAgain } from "./audit-last-move";
import { follow } from "./consent-projection-follow";
import { underWay } from "./consent-projection-row";
import { createExecute } from "./execute";

interface Needs {
  readonly tenant: string;
  readonly vault: CustomerVault;
}

/**
 * Makes the projection anew, a page at a time, each in one transaction: whoever reads meanwhile sees every consent, as
 * it was or as it is. History goes with it; what happened stays in the audit.
 *
 * @param db with the owner's rights.
 */
export function createProjectionRebuild(db: Database, needs: Needs): ProjectionRebuild {
  type Execute = ReturnType<typeof createExecute>;
  const rewriting = <Result>(work: (execute: Execute) => Promise<Result>): Promise<Result> =>
    db.transaction(async (transaction) => {
      const execute = createExecute(transaction);
      await execute(sql`select set_config('assent.rebuilding', 'on', true)`);
      return work(execute);
    });

  /** Both tables at once; not what is ours to finish first. */
  const drop = (execute: Execute, condition: SQL) =>
    execute(sql`
      with gone as (
        delete from assent.consent_projection as consent
        where ${condition} and not ${underWay(sql`consent.consent_id`)} returning consent_id
      ), history as (
        delete from assent.consent_version_projection as version using gone
        where version.consent_id = gone.consent_id
      )
      select consent_id from gone`);

  return {
    async now() {
      const [row] = await createExecute(db)<{ now: DatabaseInstant }>(sql`select clock_timestamp()::text as now`);
      if (!row) throw new Error("the database has no clock");
      return row.now;
    },

    replace: (page, { since, correlationId }) =>
      rewriting(async (execute) => {
        const ids = sql.param(page.map(({ id }) => id));
        await drop(execute, sql`consent_id = any(${ids}::text[]) and changed_at < ${since}::timestamptz`);
        let entered = 0;
        for (const record of page) {
          const taken = await follow(execute, toldOf(record, since, correlationId), needs);
          if (taken === "entered") entered += 1;
        }
        // The authorization server does not say who did it; our own audit does, of what was done here.
        await execute(pausesKnownAgain(sql`${ids}`, correlationId));
        await execute(holdsKnownAgain(sql`${ids}`, correlationId));
        const known = await execute<{ version: unknown }>(takenOut(sql`${ids}`, correlationId));
        if (known.length > 0) await execute(writtenAgain(known.map(({ version }) => version)));
        return entered;
      }),

    dropOthers: (begun) =>
      rewriting(async (execute) => {
        const dropped = await drop(
          execute,
          sql`changed_at < ${begun}::timestamptz and coalesce(confirmed_at < ${begun}::timestamptz, true)`,
        );
        return dropped.length;
      }),
  };
}

const toldOf = (record: ConsentRecord, since: DatabaseInstant, correlationId: string) =>
  ({ record, since, correlationId, source: "reconcile" }) as const;
