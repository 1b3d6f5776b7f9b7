import { type SQL, sql } from "drizzle-orm";
import type { CustomerCase } from "~/domain/cases/customer-case";
import type { Decision } from "~/domain/consent/decision";
import type { DecisionId } from "~/domain/shared/ids";
import type { FactorMet, Visit } from "~/ports/consent-desk";
import type { CustomerCipher } from "~/ports/customer-vault";
import { type About, audited, byCustomer, writtenAs } from "./audit-event";
import { caseOpened } from "./customer-cases";
import { factorMet } from "./factor-met";
import { pageSeen } from "./shown-page";

export interface Intended {
  readonly id: DecisionId;
  readonly visit: Visit;
  readonly about: About;
  readonly cipher: CustomerCipher;
  readonly sealedVisit: string;
  readonly decision: Decision;
  /** The page that was answered, as the browser names it. */
  readonly seen: string;
  readonly opening?: CustomerCase | undefined;
  readonly met?: FactorMet | undefined;
}

/**
 * The first decision of a visit, with all that is written together with it: nothing where there is one already, or where
 * the factor that it rests on is not open any more.
 *
 * @param columns of the decision, to be returned.
 */
export function decisionIntended(
  { id, visit, about, cipher, sealedVisit, decision, ...the }: Intended,
  columns: SQL,
): SQL {
  const { seen, opening, met } = the;
  const { outcome } = decision;
  const detail = { decisionId: id, outcome, ...(outcome === "refused" && { reason: decision.reason }) };
  const personal = outcome === "allowed" ? cipher.seal({ accountIds: decision.accountIds }) : null;
  const intended = writtenAs(
    about,
    byCustomer(cipher),
    "decision-intended",
    // Only what was on record before: the browser cannot write a page into the record.
    sql`${JSON.stringify(detail)}::jsonb || jsonb_strip_nulls(jsonb_build_object('shownHash', first.shown_hash))`,
    sql`first`,
    { customerRef: cipher.ref, personal },
  );
  return sql`
    with ${met ? sql`${factorMet(visit, met.challenge, cipher.ref)},` : sql``} first as (
      insert into assent.consent_decision (id, visit_id, decision, sealed_visit, shown_hash)
      select ${id}::uuid, ${visitStillOf(visit)}, ${JSON.stringify(decision)}::jsonb, ${sealedVisit},
        ${pageSeen(visit.id, seen)}
      ${met ? sql`from met` : sql``}
      on conflict (visit_id) do nothing
      returning ${columns}, shown_hash
    ), audited as (${intended})
    ${opening ? sql`, ${caseOpened(opening, { ...about, ...ofVisit(visit) }, cipher, sql`first`)}` : sql``}
    ${met ? sql`, ${metAudited(met, id, about, cipher)}` : sql``}
    select ${columns} from first`;
}

const ofVisit = ({ id: visitId, consentId, clientId }: Visit) => ({ visitId, consentId, clientId });

function metAudited(
  { by, challenge, evidence }: FactorMet,
  decisionId: DecisionId,
  about: About,
  cipher: CustomerCipher,
) {
  const event = {
    type: "factor-met",
    detail: { challenge, by, decisionId },
    ...(evidence && { personal: evidence }),
  } as const;
  return audited(about, byCustomer(cipher), event, sql`first`, { cipher, name: sql`met_audited` });
}

/** Null, which no decision takes, once its customer was erased: nobody would find the answer under their number again. */
const visitStillOf = ({ id, customer }: Visit): SQL =>
  sql`(select id from assent.consent_visit where id = ${id} and customer_id = ${customer})`;
