import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import type { Decision } from "../app/domain/consent/decision.ts";
import { asAccountId } from "../app/domain/shared/ids.ts";
import type { ConsentDesk, RecordedDecision, Visit } from "../app/ports/consent-desk.ts";
import type { CustomerVault } from "../app/ports/customer-vault.ts";
import { APP_ROLE } from "../db/client.server.ts";

/** The two steps of a decision, as our use-cases call them around the authorization server. */
export interface Writer<Recorded> {
  intend(visit: Visit): Promise<Recorded>;
  settle(visit: Visit, recorded: Recorded): Promise<void>;
}

const ALLOW: Decision = {
  outcome: "allowed",
  accountIds: [asAccountId("acc-arun-main"), asAccountId("acc-arun-bills")],
  scopes: ["openid", "accounts"],
};
const NEXT_HOP = { to: new URL(`https://auth.bank.example/auth/resume?answer=${"a".repeat(43)}`) };

export const appWriter = (desk: ConsentDesk): Writer<RecordedDecision> => ({
  intend: (visit) => desk.intend(visit, ALLOW),
  async settle(visit, recorded) {
    const settled = await desk.settle(visit, recorded, NEXT_HOP);
    if (settled.state !== "settled") throw new Error(`a decision is ${settled.state}`);
  },
});

/**
 * The least that writes the same rows: one statement a step, no check of what is there, nothing sealed. What the app
 * seals is here a text of the same length.
 */
export function plainWriter(
  url: string,
  connections: number,
  vault: CustomerVault,
): Writer<string> & { close(): Promise<void> } {
  const sql = postgres(url, { max: connections, onnotice: () => {}, connection: { role: APP_ROLE } });
  const sealed = (bytes: number) => randomBytes(bytes).toString("base64url");
  const [sealedVisit, sealedHop, personal] = [sealed(510), sealed(200), sealed(68)];
  const [decision, accounts] = [JSON.stringify(ALLOW), [...(ALLOW.outcome === "allowed" ? ALLOW.accountIds : [])]];
  return {
    async intend(visit) {
      const [id, event] = [uuidv7(), uuidv7()];
      const { ref } = await vault.of(visit.customer);
      const detail = JSON.stringify({ decisionId: id, outcome: "allowed" });
      await sql`
        with decision as (
          insert into assent.consent_decision (id, visit_id, decision, sealed_visit)
          values (${id}, ${visit.id}, ${decision}::text::jsonb, ${sealedVisit})
        )
        insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, kind, actor_type, actor_ref,
          customer_ref, correlation_id, detail, personal)
        values (${event}, 'default', clock_timestamp(), 'decision-intended', ${visit.consentId}, ${visit.clientId},
          ${visit.kind}, 'customer', ${ref}, ${ref}, ${visit.correlationId}, ${detail}::text::jsonb, ${personal})`;
      return id;
    },
    async settle(visit, id) {
      const { ref } = await vault.of(visit.customer);
      const settled = JSON.stringify({ decisionId: id });
      const moved = JSON.stringify({
        ...{ move: "authorise", from: "pending", to: "authorised", version: 2 },
        ...{ reason: "customer-approved", source: "assent", decisionId: id },
      });
      const difference = JSON.stringify({ status: ["pending", "authorised"], accountIds: [[], accounts] });
      await sql`
        with decision as (
          update assent.consent_decision
          set state = 'settled', sealed_next_hop = ${sealedHop}, ended_at = clock_timestamp(), sealed_visit = null
          where id = ${id}
        ), audit as (
          insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, kind, actor_type, actor_ref,
            correlation_id, detail)
          values (${uuidv7()}::uuid, 'default', clock_timestamp(), 'decision-settled', ${visit.consentId},
              ${visit.clientId}, ${visit.kind}, 'system', null, ${visit.correlationId}, ${settled}::text::jsonb),
            (${uuidv7()}::uuid, 'default', clock_timestamp(), 'consent-moved', ${visit.consentId},
              ${visit.clientId}, ${visit.kind}, 'customer', ${ref}, ${visit.correlationId}, ${moved}::text::jsonb)
        ), projection as (
          update assent.consent_projection
          set status = 'authorised', reason = 'customer-approved', version = 2, changed_at = clock_timestamp(),
            account_ids = ${accounts}
          where consent_id = ${visit.consentId}
        ), version as (
          insert into assent.consent_version_projection (consent_id, version, at, move, from_status, to_status,
            actor_type, actor_ref, reason, source, decision_id, difference, correlation_id)
          values (${visit.consentId}, 2, clock_timestamp(), 'authorise', 'pending', 'authorised', 'customer', ${ref},
            'customer-approved', 'assent', ${id}, ${difference}::text::jsonb, ${visit.correlationId})
        ), event as (
          insert into assent.outbox_event (id, consent_id, version, client_id, kind, customer_id, move, from_status,
            to_status, actor_type, reason, decision_id, correlation_id, occurred_at)
          values (${uuidv7()}, ${visit.consentId}, 2, ${visit.clientId}, ${visit.kind}, ${visit.customer}, 'authorise',
            'pending', 'authorised', 'customer', 'customer-approved', ${id}, ${visit.correlationId}, clock_timestamp())
        )
        insert into assent.receipt (id, decision_id, consent_id, customer_ref, issued_at, detail)
        values (${uuidv7()}, ${id}, ${visit.consentId}, ${ref}, clock_timestamp(), '{"outcome":"allowed"}')`;
    },
    close: () => sql.end(),
  };
}
