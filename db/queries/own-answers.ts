import { sql } from "drizzle-orm";
import { putsQuestion } from "~/domain/evidence/shown-page";
import { asConsentId, asDecisionId, asVisitId } from "~/domain/shared/ids";
import type { CustomerVault } from "~/ports/customer-vault";
import type { OwnAnswer, OwnAnswers } from "~/ports/own-answers";
import type { Database } from "../client.server";
import { createExecute } from "./execute";
import { createEvidence, openShown } from "./shown-page";

interface AnswerRow extends Record<string, unknown> {
  readonly id: string;
  readonly visit_id: string;
  readonly outcome: OwnAnswer["outcome"];
  /** Milliseconds since 1970. */
  readonly at: string;
  readonly account_ids: readonly string[] | null;
  readonly has_receipt: boolean;
}

interface PageRow extends Record<string, unknown> {
  readonly consent_id: string;
  readonly customer_ref: string;
  readonly shown: string;
}

/**
 * A customer's own answers in PostgreSQL. Whose a consent is, the picture of the consents says; who answered, the visit:
 * both have to be the one who looks.
 */
export function createOwnAnswers(db: Database, vault: Pick<CustomerVault, "byRef" | "find">): OwnAnswers {
  const execute = createExecute(db);
  const { ofDecision } = createEvidence(db, vault);
  return {
    async of(consent, customer) {
      const rows = await execute<AnswerRow>(sql`
        select decision.id, decision.visit_id, decision.decision ->> 'outcome' as outcome,
          decision.decision -> 'accountIds' as account_ids,
          extract(epoch from decision.intended_at) * 1000 as at, receipt.id is not null as has_receipt
        from assent.consent_visit as visit
          join assent.consent_projection as consent using (consent_id)
          join assent.consent_decision as decision on decision.visit_id = visit.id
          left join assent.receipt as receipt on receipt.decision_id = decision.id
        where visit.consent_id = ${consent} and visit.customer_id = ${customer}
          and consent.customer_id = ${customer} and decision.state = 'settled'
        order by decision.intended_at desc, decision.id desc`);
      return rows.map(({ id, visit_id, outcome, account_ids, at, has_receipt }) => ({
        decisionId: asDecisionId(id),
        visit: asVisitId(visit_id),
        outcome,
        accountIds: account_ids ?? [],
        at: new Date(Number(at)),
        hasReceipt: has_receipt,
      }));
    },
    async subjectsOf(consents, customer) {
      if (consents.length === 0) return new Map();
      const rows = await execute<PageRow>(sql`
        select distinct on (visit.consent_id) visit.consent_id, page.customer_ref, page.shown
        from assent.consent_visit as visit
          join assent.consent_projection as consent using (consent_id)
          join assent.consent_decision as decision on decision.visit_id = visit.id
          join assent.shown_page as page on page.visit_id = visit.id and page.shown_hash = decision.shown_hash
        where visit.consent_id = any(${sql.param(consents)}::text[]) and visit.customer_id = ${customer}
          and consent.customer_id = ${customer} and decision.state = 'settled'
        order by visit.consent_id, decision.decision ->> 'outcome' = 'allowed' desc, decision.intended_at desc,
          decision.id desc`);
      if (rows.length === 0) return new Map();
      const cipher = await vault.find(customer);
      return new Map(
        rows.flatMap(({ consent_id, customer_ref, shown }) => {
          // Erased since.
          if (customer_ref !== cipher?.ref) return [];
          const page = openShown(shown, cipher);
          return putsQuestion({ shown: page }) ? [[asConsentId(consent_id), page.made.request.subject] as const] : [];
        }),
      );
    },
    pageOf: ({ decisionId }) => ofDecision(decisionId),
  };
}
