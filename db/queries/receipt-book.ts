import { sql } from "drizzle-orm";
import type { Decision } from "~/domain/consent/decision";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import {
  asClientId,
  asConsentId,
  asCustomerRef,
  asDecisionId,
  asReceiptId,
  type CustomerRef,
  type ReceiptId,
} from "~/domain/shared/ids";
import type { CustomerVault } from "~/ports/customer-vault";
import type { ReceiptBook } from "~/ports/receipt-book";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

interface ReceiptRow extends Record<string, unknown> {
  readonly id: string;
  readonly decision_id: string;
  readonly consent_id: string;
  readonly customer_ref: string;
  readonly issued_at: string;
  readonly signed: string | null;
  readonly decision: Decision;
  readonly intended_at: string;
  readonly kind: ConsentKind;
  readonly client_id: string;
  readonly report_reference: string | null;
}

/** Receipts in PostgreSQL: what is in one lies there under its customer's key, its digest in the open. */
export function createReceiptBook(db: Database, vault: Pick<CustomerVault, "byRef">): ReceiptBook {
  const execute = createExecute(db);

  const keptOf = async (id: ReceiptId, ref: CustomerRef): Promise<string | undefined> => {
    const [row] = await execute<{ signed: string | null }>(
      sql`select signed from assent.receipt where id = ${id}::uuid`,
    );
    const cipher = row?.signed ? await vault.byRef(ref) : undefined;
    return row?.signed && cipher ? (cipher.open(row.signed) as string) : undefined;
  };

  return {
    async of(visit) {
      const [row] = await execute<ReceiptRow>(sql`
        select receipt.id, receipt.decision_id, receipt.consent_id, receipt.customer_ref, receipt.issued_at,
          receipt.signed, decision.decision, decision.intended_at, visit.kind, visit.client_id,
          opened.reference as report_reference
        from assent.receipt as receipt
          join assent.consent_decision as decision on decision.id = receipt.decision_id
          join assent.consent_visit as visit on visit.id = decision.visit_id
          left join assent.customer_case as opened on opened.visit_id = visit.id
        where visit.id = ${visit}`);
      const cipher = row && (await vault.byRef(asCustomerRef(row.customer_ref)));
      if (!row || !cipher) return undefined;
      return {
        facts: {
          id: asReceiptId(row.id),
          decisionId: asDecisionId(row.decision_id),
          decision: row.decision,
          consentId: asConsentId(row.consent_id),
          kind: row.kind,
          clientId: asClientId(row.client_id),
          customerRef: cipher.ref,
          decidedAt: new Date(row.intended_at),
          issuedAt: new Date(row.issued_at),
          ...(row.report_reference !== null && { reportReference: row.report_reference }),
        },
        ...(row.signed && { signed: cipher.open(row.signed) as string }),
      };
    },

    async has(visit) {
      const [row] = await execute<{ has: boolean }>(sql`
        select exists (
          select from assent.consent_decision as decision
            join assent.receipt as receipt on receipt.decision_id = decision.id
            join assent.customer_key as key on key.ref = receipt.customer_ref
          where decision.visit_id = ${visit}) as has`);
      return row?.has === true;
    },

    async complete({ id, customerRef }, signed, digest) {
      const cipher = await vault.byRef(customerRef);
      if (!cipher) throw new Error("the customer of this receipt was erased while it was signed");
      const first = await execute(sql`
        update assent.receipt set signed = ${cipher.seal(signed)}, digest = ${digest}
        where id = ${id}::uuid and signed is null returning id`);
      const stays = first.length === 1 ? signed : await keptOf(id, customerRef);
      if (stays === undefined) throw new Error("a receipt was neither completed nor found");
      return stays;
    },
  };
}
