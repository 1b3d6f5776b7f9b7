import { type SQL, sql } from "drizzle-orm";
import type { AuditEvent } from "~/domain/audit/audit-event";
import type { CaseAlert, CaseKind, CustomerCase } from "~/domain/cases/customer-case";
import { asCaseId, asClientId, asConsentId, type VisitId } from "~/domain/shared/ids";
import type { CustomerCases } from "~/ports/customer-cases";
import type { CustomerCipher, CustomerVault } from "~/ports/customer-vault";
import type { Database } from "../client.server";
import { type About, audited, byCustomer } from "./audit-event";
import { createExecute } from "./execute";

/**
 * Opens a case, as more parts of the statement that records the answer it came with: neither is there without the other.
 * One that is open of the same consent, by the same customer, is not opened again.
 *
 * @param answered the name of the part that holds the answer when it is the first.
 */
export function caseOpened(
  { id, kind, reference }: CustomerCase,
  about: Required<Pick<About, "consentId" | "clientId">> & About & { readonly visitId?: VisitId },
  cipher: CustomerCipher,
  answered: SQL,
): SQL {
  const event: AuditEvent = { type: "case-opened", detail: { caseId: id, kind } };
  return sql`
    opened_case as (
      insert into assent.customer_case (id, tenant, kind, consent_id, client_id, customer_ref, visit_id, reference)
      select ${id}::uuid, ${about.tenant}, ${kind}, ${about.consentId}, ${about.clientId}, ${cipher.ref}::uuid,
        ${about.visitId ?? null}, ${reference}
      from ${answered}
      on conflict (consent_id, customer_ref) where visit_id is null and state = 'open' do nothing
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
export function createCustomerCases(db: Database, tenant: string, vault: CustomerVault): CustomerCases {
  const execute = createExecute(db);
  const read = ({ id, kind, reference }: CaseRow): CustomerCase => ({ id: asCaseId(id), kind, reference });
  return {
    async ofVisit(visit) {
      const [row] = await execute<CaseRow>(
        sql`select id, kind, reference from assent.customer_case where visit_id = ${visit}`,
      );
      return row && read(row);
    },

    async ofConsent(consent, customer) {
      const known = await vault.find(customer);
      if (!known) return undefined;
      const [row] = await execute<CaseRow>(sql`
        select id, kind, reference from assent.customer_case
        where consent_id = ${consent} and customer_ref = ${known.ref}::uuid and visit_id is null and state = 'open'`);
      return row && read(row);
    },

    async open(report, { customer, ...about }) {
      const cipher = await vault.of(customer);
      const one = sql`(select 1) as one`;
      await execute(sql`with ${caseOpened(report, { ...about, tenant }, cipher, one)} select from opened_case`);
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
