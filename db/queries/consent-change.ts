import { type SQL, sql } from "drizzle-orm";
import { validate as isUuid } from "uuid";
import type { AuditEvent } from "~/domain/audit/audit-event";
import { type Changer, MOVE_OF } from "~/domain/consent/change";
import { MOVES } from "~/domain/consent/lifecycle";
import type { ChangeId } from "~/domain/shared/ids";
import type { ConsentChanges, RecordedChange } from "~/ports/consent-changes";
import type { CustomerVault } from "~/ports/customer-vault";
import type { Database } from "../client.server";
import { audited, BY_SYSTEM } from "./audit-event";
import { type ChangeRow, COLUMNS, readChange } from "./consent-change-row";
import { changesUnderWay } from "./consent-change-under-way";
import { consentMoved } from "./consent-move";
import { createExecute, createTransact } from "./execute";
import { createIntend } from "./intend-change";
import { endOfPause, pausedUntil, pauseSeen, pausesOver } from "./pause-over";
import { createBatchOf, createStopMany } from "./stop-batch";

interface Needs {
  readonly tenant: string;
  readonly vault: CustomerVault;
}

/**
 * Changes of consents in PostgreSQL. Each step is one statement that also writes its audit event, and the last one also
 * moves our picture of the consent.
 */
export function createConsentChanges(db: Database, { tenant, vault }: Needs): ConsentChanges {
  const execute = createExecute(db);
  const intend = createIntend(execute, tenant, vault);
  const refOf = async (actor: Changer) => (actor.type === "customer" ? (await vault.of(actor.id)).ref : actor.id);
  /** Nobody by whom there could be any is null, which equals nothing. */
  const knownRefOf = async (actor: Changer) =>
    actor.type === "customer" ? ((await vault.find(actor.id))?.ref ?? null) : actor.id;

  const byId = async (id: ChangeId): Promise<RecordedChange> => {
    const [row] = await execute<ChangeRow>(sql`select ${COLUMNS} from assent.consent_change where id = ${id}::uuid`);
    if (!row) throw new Error("a change that was recorded is gone");
    return readChange(row);
  };

  /** Changes one row that is still intended, and says whether it was there to be changed. */
  const lease = async ({ id }: RecordedChange, until: SQL, condition: SQL): Promise<boolean> => {
    const leased = await execute(sql`
      update assent.consent_change set sending_until = ${until}
      where id = ${id}::uuid and state = 'intended' and ${condition} returning id`);
    return leased.length === 1;
  };

  /** Only an intended change can end, so that two who settle it at once leave one row and one event. */
  const end = async (change: RecordedChange, assignments: SQL, event: AuditEvent, also?: SQL) => {
    // What also moves the consent locks it first, as whoever records a change of it does: neither then waits for the other.
    const held = sql`select from assent.consent_projection where consent_id = ${change.consentId} and ${also !== undefined} for update`;
    const [row] = await execute<ChangeRow>(sql`
      with held as (${held}), ended as (
        update assent.consent_change set ${assignments}, ended_at = clock_timestamp()
        where id = ${change.id}::uuid and state = 'intended' and (select count(*) from held) >= 0
        returning ${COLUMNS}
      ), ${audited({ ...change, tenant }, BY_SYSTEM, event, sql`ended`)} ${also ?? sql``}
      select * from ended`);
    return row ? readChange(row) : byId(change.id);
  };

  return {
    intend: async (asked) => intend(asked, await refOf(asked.actor)),

    async find(id, actor) {
      if (!isUuid(id)) return undefined;
      const ref = await knownRefOf(actor);
      const [row] = await execute<ChangeRow>(sql`select ${COLUMNS} from assent.consent_change
        where id = ${id}::uuid and actor_type = ${actor.type} and actor_ref = ${ref}`);
      return row && readChange(row);
    },

    again: ({ id }) => byId(id),

    async newestOf(consent, actor) {
      const ref = await knownRefOf(actor);
      const [row] = await execute<ChangeRow>(sql`select ${COLUMNS} from assent.consent_change
        where consent_id = ${consent} and actor_type = ${actor.type} and actor_ref = ${ref}
        order by intended_at desc limit 1`);
      return row && readChange(row);
    },

    stopMany: createStopMany(createTransact(db), tenant, vault),
    batchOf: createBatchOf(execute, vault),
    pausesOver: (limit) => pausesOver(execute, limit),
    endOfPause: (id) => endOfPause(execute, id),
    pausedUntil: (consent) => pausedUntil(execute, consent),
    pauseSeen: (id) => pauseSeen(execute, id),

    // Longer than two calls to the authorization server may take; by the database's clock, whatever ours says.
    takeToSend: (change) =>
      lease(
        change,
        sql`clock_timestamp() + interval '15 seconds'`,
        sql`(sending_until is null or sending_until < clock_timestamp())`,
      ),

    // Keeps when it was tried, so that one which never succeeds holds up no other.
    async giveBack(change) {
      await lease(change, sql`clock_timestamp()`, sql`true`);
    },

    async unfinished(limit) {
      const rows = await execute<ChangeRow & { waiting: number }>(sql`
        select ${COLUMNS}, extract(epoch from clock_timestamp() - intended_at)::int as waiting
        from assent.consent_change
        where state = 'intended' and intended_at < clock_timestamp() - interval '3 seconds'
          and (sending_until is null or sending_until < clock_timestamp())
        order by coalesce(sending_until, intended_at) limit ${limit}`);
      return rows.map((row) => ({ change: readChange(row), waitingSeconds: row.waiting }));
    },

    underWay: (ids) => changesUnderWay(execute, ids),

    settle(change, effect) {
      const event: AuditEvent = { type: "change-settled", detail: { changeId: change.id } };
      const move = MOVE_OF[change.move];
      const moved =
        effect &&
        consentMoved(
          {
            ...change,
            tenant,
            move,
            to: change.overPause ? "suspended" : MOVES[move].to[0],
            source: "assent",
            set: {
              ...(effect.revision !== undefined && { authorityRevision: effect.revision }),
              ...(change.overPause && { over: move === "suspend" ? ("held" as const) : ("paused" as const) }),
              ...(change.accountId !== undefined && { withoutAccount: change.accountId }),
            },
          },
          sql`ended`,
        );
      return end(change, sql`state = 'settled'`, event, moved && sql`, ${moved}`);
    },

    close: (change, because) =>
      end(change, sql`state = 'closed', closed_because = ${because}`, {
        type: "change-not-accepted",
        detail: { changeId: change.id, because },
      }),
  };
}
