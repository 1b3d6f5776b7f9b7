import { type SQL, sql } from "drizzle-orm";
import type { AuditEvent } from "~/domain/audit/audit-event";
import type { CaseAlert, CaseKind, CustomerCase } from "~/domain/cases/customer-case";
import { asCaseId, asClientId, asConsentId } from "~/domain/shared/ids";
import type { Visit } from "~/ports/consent-desk";
import type { CustomerCases } from "~/ports/customer-cases";
import type { CustomerCipher } from "~/ports/customer-vault";
import type { Database } from "../client.server";
import { type About, audited, byCustomer } from "./audit-event";
import { createExecute } from "./execute";

/**
 * Opens a case, as more parts of the statement that records the answer it came with: neither is there without the other.
 *
 * @param answered the name of the part that holds the answer when it is the first.
 */
export function caseOpened(
  { id, kind, reference }: CustomerCase,
  visit: Visit,
  about: About,
  cipher: CustomerCipher,
  answered: SQL,
): SQL {
  const event: AuditEvent = { type: "case-opened", detail: { caseId: id, kind } };
  return sql`
    opened_case as (
      insert into assent.customer_case (id, tenant, kind, consent_id, client_id, customer_ref, visit_id, reference)
      select ${id}::uuid, ${about.tenant}, ${kind}, ${visit.consentId}, ${visit.clientId}, ${cipher.ref}::uuid, ${visit.id},
        ${reference}
      from ${answered}
      returning id
    ), ${audited(about, byCustomer(cipher), event, sql`opened_case`, { cipher, name: sql`case_audited` })}`;
}

interface CaseRow extends Record<string, unknown> {
  readonly id: string;
  readonly kind: CaseKind;
  readonly reference: string;
}

interface AlertRow extends CaseRow {
  readonly consent_id: string;
  readonly client_id: string;
  readonly waiting: number;
}

/** The cases in PostgreSQL. */
export function createCustomerCases(db: Database, tenant: string): CustomerCases {
  const execute = createExecute(db);
  const read = ({ id, kind, reference }: CaseRow): CustomerCase => ({ id: asCaseId(id), kind, reference });
  return {
    async ofVisit(visit) {
      const [row] = await execute<CaseRow>(
        sql`select id, kind, reference from assent.customer_case where visit_id = ${visit}`,
      );
      return row && read(row);
    },

    async claimUnannounced(limit) {
      const rows = await execute<AlertRow>(sql`
        with waiting as (
          select id from assent.customer_case
          where tenant = ${tenant} and announced_at is null
            and (announcing_until is null or announcing_until < clock_timestamp())
          order by opened_at limit ${limit} for update skip locked
        )
        update assent.customer_case as opened set announcing_until = clock_timestamp() + interval '30 seconds'
        from waiting where opened.id = waiting.id
        returning opened.id, kind, reference, consent_id, client_id,
          extract(epoch from clock_timestamp() - opened_at)::int as waiting`);
      return rows.map(
        (row): CaseAlert => ({
          ...read(row),
          consentId: asConsentId(row.consent_id),
          clientId: asClientId(row.client_id),
          waitingSeconds: row.waiting,
        }),
      );
    },

    async announced(cases) {
      const ids = cases.map(({ id }) => id);
      await execute(sql`
        update assent.customer_case set announced_at = clock_timestamp() where id = any(${sql.param(ids)}::uuid[])`);
    },
  };
}
