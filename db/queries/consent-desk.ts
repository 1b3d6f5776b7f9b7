import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Decision } from "~/domain/consent/decision";
import { asDecisionId, type VisitId } from "~/domain/shared/ids";
import type { ClosedBecause, ConsentDesk, RecordedDecision, Visit } from "~/ports/consent-desk";
import type { Database } from "../client.server";
import { type AuditDetail, audited, byCustomer, bySystem } from "./audit-event";
import { createExecute } from "./execute";

/** Encrypts what must not lie readable in the database: the proof of a hand-off, and the address to go on to. */
export interface Seal {
  seal(text: string): Promise<string>;
  open(sealed: string): Promise<string>;
}

interface DecisionRow extends Record<string, unknown> {
  readonly id: string;
  readonly decision: Decision;
  readonly state: RecordedDecision["state"];
  readonly sealed_next_hop: string | null;
  readonly closed_because: ClosedBecause | null;
}

const COLUMNS = sql`id, decision, state, sealed_next_hop, closed_because`;

/**
 * The consent desk in PostgreSQL. Every change is one statement that also writes its audit event, so that neither can
 * be there without the other and a decision costs one round trip.
 */
export function createConsentDesk(db: Database, { seal, open }: Seal): ConsentDesk {
  const execute = createExecute(db);

  const read = async (row: DecisionRow): Promise<RecordedDecision> => ({
    id: asDecisionId(row.id),
    decision: row.decision,
    state: row.state,
    ...(row.sealed_next_hop && { nextHop: { to: new URL(await open(row.sealed_next_hop)) } }),
    ...(row.closed_because && { closedBecause: row.closed_because }),
  });

  const find = async (visit: VisitId): Promise<RecordedDecision | undefined> => {
    const [row] = await execute<DecisionRow>(
      sql`select ${COLUMNS} from assent.consent_decision where visit_id = ${visit}`,
    );
    return row && read(row);
  };

  const findAgain = async (visit: VisitId): Promise<RecordedDecision> => {
    const found = await find(visit);
    if (!found) throw new Error("a decision was neither written nor found");
    return found;
  };

  /** Changes one row, and says whether it was there to be changed. */
  const change = async ({ id }: RecordedDecision, assignments: SQL, condition: SQL): Promise<boolean> => {
    const changed = await execute(
      sql`update assent.consent_decision set ${assignments} where id = ${id} and ${condition} returning id`,
    );
    return changed.length === 1;
  };

  /** Only an intended decision can end, so that two who settle it at once leave one row and one event. */
  const end = async (visit: Visit, recorded: RecordedDecision, assignments: SQL, event: AuditDetail) => {
    const [row] = await execute<DecisionRow>(sql`
      with ended as (
        update assent.consent_decision
        set ${assignments}, ended_at = clock_timestamp(), sealed_visit = null
        where id = ${recorded.id} and state = 'intended'
        returning ${COLUMNS}
      ), ${audited(visit, bySystem, event, sql`ended`)}
      select * from ended`);
    return row ? read(row) : findAgain(visit.id);
  };

  return {
    async openVisit(visit) {
      const event: AuditDetail = { type: "request-opened", detail: { visitId: visit.id } };
      const opened = await execute(sql`
        with opened as (
          insert into assent.consent_visit (id, consent_id, client_id, kind, customer_id, correlation_id)
          values (${visit.id}, ${visit.consentId}, ${visit.clientId}, ${visit.kind}, ${visit.customer},
                  ${visit.correlationId})
          on conflict (id) do nothing
          returning id
        ), ${audited(visit, byCustomer(visit), event, sql`opened`)}
        select id from opened`);
      return opened.length === 1;
    },

    decisionOf: find,

    async intend(visit, decision) {
      const id = asDecisionId(uuidv7());
      const detail =
        decision.outcome === "allowed"
          ? { decisionId: id, outcome: decision.outcome, accountIds: decision.accountIds }
          : { decisionId: id, outcome: decision.outcome, reason: decision.reason };
      const sealedVisit = await seal(JSON.stringify(visit));
      const [first] = await execute<DecisionRow>(sql`
        with first as (
          insert into assent.consent_decision (id, visit_id, decision, sealed_visit)
          values (${id}, ${visit.id}, ${JSON.stringify(decision)}::jsonb, ${sealedVisit})
          on conflict (visit_id) do nothing
          returning ${COLUMNS}
        ), ${audited(visit, byCustomer(visit), { type: "decision-intended", detail }, sql`first`)}
        select * from first`);
      return first ? read(first) : findAgain(visit.id);
    },

    // Longer than a call to the authorization server may take; by the database's clock, whatever ours says.
    takeToSend: (recorded) =>
      change(
        recorded,
        sql`sending_until = clock_timestamp() + interval '10 seconds'`,
        sql`state = 'intended' and (sending_until is null or sending_until < clock_timestamp())`,
      ),

    async unfinished(limit) {
      const rows = await execute<DecisionRow & { sealed_visit: string }>(sql`
        select ${COLUMNS}, sealed_visit from assent.consent_decision
        where state = 'intended' and intended_at < clock_timestamp() - interval '15 seconds'
          and (sending_until is null or sending_until < clock_timestamp())
        order by intended_at limit ${limit}`);
      return Promise.all(
        rows.map(async (row) => ({
          recorded: await read(row),
          visit: JSON.parse(await open(row.sealed_visit)) as Visit,
        })),
      );
    },

    async giveBack(recorded) {
      await change(recorded, sql`sending_until = null`, sql`state = 'intended'`);
    },

    async settle(visit, recorded, nextHop) {
      const sealed = nextHop ? await seal(nextHop.to.href) : null;
      return end(visit, recorded, sql`state = 'settled', sealed_next_hop = ${sealed}`, {
        type: "decision-settled",
        detail: { decisionId: recorded.id },
      });
    },

    close: (visit, recorded, because) =>
      end(visit, recorded, sql`state = 'closed', closed_because = ${because}`, {
        type: "decision-not-accepted",
        detail: { decisionId: recorded.id, because },
      }),

    follow: (recorded) =>
      change(recorded, sql`followed_at = clock_timestamp()`, sql`sealed_next_hop is not null and followed_at is null`),

    async renewNextHop(recorded, nextHop) {
      const sealed = await seal(nextHop.to.href);
      await change(recorded, sql`sealed_next_hop = ${sealed}, followed_at = null`, sql`state = 'settled'`);
    },

    async forgetNextHop(recorded) {
      await change(recorded, sql`sealed_next_hop = null`, sql`state = 'settled'`);
    },
  };
}
