import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { AuditEvent } from "~/domain/audit/audit-event";
import type { Decision } from "~/domain/consent/decision";
import { asDecisionId, type VisitId } from "~/domain/shared/ids";
import type { ConsentDesk, RecordedDecision, Visit } from "~/ports/consent-desk";
import type { Database } from "../client.server";

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
}

/**
 * The consent desk in PostgreSQL. Every change is one statement that also writes its audit event, so that neither can
 * be there without the other and a decision costs one round trip.
 */
export function createConsentDesk(db: Database, { seal, open }: Seal): ConsentDesk {
  const read = async (row: DecisionRow | undefined): Promise<RecordedDecision | undefined> =>
    row && {
      id: asDecisionId(row.id),
      decision: row.decision,
      state: row.state,
      ...(row.sealed_next_hop && { nextHop: { to: new URL(await open(row.sealed_next_hop)) } }),
    };

  const decisionRow = async (visit: VisitId) => {
    const rows = await db.execute<DecisionRow>(sql`
      select id, decision, state, sealed_next_hop from assent.consent_decision where visit_id = ${visit}`);
    return rows[0];
  };

  return {
    async openVisit(visit) {
      const opened = await db.execute(sql`
        with opened as (
          insert into assent.consent_visit (id, consent_id, client_id, kind, customer_id, correlation_id)
          values (${visit.id}, ${visit.consentId}, ${visit.clientId}, ${visit.kind}, ${visit.customer},
                  ${visit.correlationId})
          on conflict (id) do nothing
          returning id
        ), ${audited(visit, customerOf(visit), { type: "request-opened", detail: { visitId: visit.id } }, sql`opened`)}
        select id from opened`);
      return opened.length === 1;
    },

    async decisionOf(visit) {
      return read(await decisionRow(visit));
    },

    async intend(visit, decision) {
      const id = asDecisionId(uuidv7());
      const detail =
        decision.outcome === "allowed"
          ? { decisionId: id, outcome: decision.outcome, accountIds: decision.accountIds }
          : { decisionId: id, outcome: decision.outcome, reason: decision.reason };
      const sealedVisit = await seal(JSON.stringify(visit));
      const first = await db.execute<DecisionRow>(sql`
        with first as (
          insert into assent.consent_decision (id, visit_id, decision, sealed_visit)
          values (${id}, ${visit.id}, ${JSON.stringify(decision)}::jsonb, ${sealedVisit})
          on conflict (visit_id) do nothing
          returning id, decision, state, sealed_next_hop
        ), ${audited(visit, customerOf(visit), { type: "decision-intended", detail }, sql`first`)}
        select * from first`);
      const recorded = await read(first[0] ?? (await decisionRow(visit.id)));
      if (!recorded) throw new Error("a decision was neither written nor found");
      return recorded;
    },

    async settle(visit, decision, nextHop) {
      const sealedNextHop = await seal(nextHop.to.href);
      await end(visit, decision, sql`state = 'settled', sealed_next_hop = ${sealedNextHop}`, {
        type: "decision-settled",
        detail: { decisionId: decision.id },
      });
    },

    async follow(decision) {
      const first = await db.execute(sql`
        update assent.consent_decision set followed_at = clock_timestamp()
        where id = ${decision.id} and state = 'settled' and followed_at is null
        returning id`);
      return first.length === 1;
    },

    async close(visit, decision, because) {
      await end(visit, decision, sql`state = 'closed'`, {
        type: "decision-not-accepted",
        detail: { decisionId: decision.id, because },
      });
    },
  };

  /** Only an intended decision can end, so that two who settle it at once leave one row and one event. */
  async function end(visit: Visit, decision: RecordedDecision, change: SQL, event: AuditDetail): Promise<void> {
    await db.execute(sql`
      with ended as (
        update assent.consent_decision set ${change}, ended_at = clock_timestamp()
        where id = ${decision.id} and state = 'intended'
        returning id
      ), ${audited(visit, { type: "system" }, event, sql`ended`)}
      select id from ended`);
  }
}

type AuditDetail = AuditEvent extends infer Event
  ? Event extends { type: infer Type; detail: infer Detail }
    ? { readonly type: Type; readonly detail: Detail }
    : never
  : never;

const customerOf = (visit: Visit): AuditEvent["actor"] => ({ type: "customer", id: visit.customer });

/** The audit event of a change, written once for each row that the change touched: none, when it touched none. */
function audited(visit: Visit, actor: AuditEvent["actor"], event: AuditDetail, changed: SQL): SQL {
  const actorId = actor.type === "customer" ? actor.id : null;
  return sql`audited as (
    insert into assent.audit_event
      (id, type, consent_id, client_id, kind, actor_type, actor_id, correlation_id, detail)
    select ${uuidv7()}::uuid, ${event.type}, ${visit.consentId}, ${visit.clientId}, ${visit.kind}, ${actor.type},
           ${actorId}, ${visit.correlationId}, ${JSON.stringify(event.detail)}::jsonb
    from ${changed}
  )`;
}
