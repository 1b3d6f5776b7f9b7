import { sql } from "drizzle-orm";
import { followAuthority } from "~/domain/consent/follow-authority";
import type { AuthorityEvent } from "~/ports/authorization-server";
import type { ConsentUpkeep, DatabaseInstant, Taken } from "~/ports/consent-register-upkeep";
import type { CustomerVault } from "~/ports/customer-vault";
import type { Database } from "../client.server";
import { applied } from "./authority-inbox";
import { follow, type ToldOf } from "./consent-projection-follow";
import { nowOf, type ProjectionRow, projectionColumns, stateOf } from "./consent-projection-row";
import { allConfirmed } from "./consent-projection-terms";
import { isDisputed } from "./customer-dispute";
import { createExecute } from "./execute";

interface Needs {
  readonly tenant: string;
  readonly vault: CustomerVault;
}

/** Keeps the projection of consents in PostgreSQL true to the authorization server. */
export function createConsentUpkeep(db: Database, needs: Needs): ConsentUpkeep {
  const execute = createExecute(db);

  /** @param event of which it is noted, in the same transaction, that it was taken in. */
  const take = (told: ToldOf, event?: AuthorityEvent): Promise<Taken | "ask"> =>
    db.transaction(async (transaction) => {
      const within = createExecute(transaction);
      const taken = await follow(within, told, needs);
      if (event && taken !== "busy" && taken !== "ask") await within(applied(event, taken));
      return taken;
    });

  /** What was asked for is not asked for again. */
  const decided = async (taken: Promise<Taken | "ask">): Promise<Taken> => {
    const outcome = await taken;
    if (outcome === "ask") throw new Error("what the authorization server holds was asked already");
    return outcome;
  };

  const toldBy = (event: AuthorityEvent): ToldOf => ({
    record: event.record,
    change: { cause: event.cause, by: event.by, at: event.at },
    source: "authority-event",
    correlationId: event.correlationId,
  });

  return {
    async now() {
      const [row] = await execute<{ now: DatabaseInstant }>(sql`select clock_timestamp()::text as now`);
      if (!row) throw new Error("the database has no clock");
      return row.now;
    },

    takeEvent: (event) => take(toldBy(event), event),

    async takeEventAsHeld(event, record, { since }) {
      if (record === undefined) {
        await execute(applied(event, "older"));
        return "older";
      }
      const { change, ...told } = toldBy(event);
      const isNewest = record.revision !== undefined && record.revision === event.record.revision;
      return decided(take({ ...told, record, since, ...(isNewest && change && { change }) }, event));
    },

    takeRecord: (record, { since, correlationId }) =>
      decided(take({ record, since, correlationId, source: "reconcile" })),

    async confirm(page, { since }) {
      if (page.length === 0) return [];
      const rows = await execute<ProjectionRow>(sql`
        select ${projectionColumns(since)} from assent.consent_projection as consent
        where consent.consent_id = any(${sql.param(page.map(({ id }) => id))}::text[])`);
      const ours = new Map(rows.map((row) => [row.consent_id, row]));
      const stands = page.filter((record) => {
        const row = ours.get(record.id);
        if (!row || isDisputed(row, record)) return false;
        return followAuthority(stateOf(row), record, undefined, nowOf(row)).is === "same";
      });
      if (stands.length > 0) await execute(allConfirmed(stands, since));
      const standing = new Set(stands);
      return page.filter((record) => !standing.has(record));
    },
  };
}
