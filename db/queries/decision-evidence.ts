import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { Evidence } from "~/domain/evidence/evidence";
import type { RecordedDecision, Visit } from "~/ports/consent-desk";
import type { CustomerCipher } from "~/ports/customer-vault";

/**
 * What was on the screen, as the part `evidence` of the statement that records the decision.
 *
 * @param first the name of the part that inserts the decision; has its `id`.
 */
export function evidenceKept(kind: ConsentKind, evidence: Evidence, cipher: CustomerCipher, first: SQL): SQL {
  return sql`evidence as (
    insert into assent.decision_evidence (decision_id, customer_ref, at, kind, locale, catalogue_version, payload_hash,
      shown_hash, shown)
    select id, ${cipher.ref}::uuid, clock_timestamp(), ${kind}, ${evidence.locale}, ${evidence.catalogueVersion},
      ${evidence.payloadHash}, ${evidence.shownHash}, ${cipher.seal(evidence.shown)}
    from ${first}
  )`;
}

/** The receipt of a decision that was taken, as the part `receipt` of the statement that settles it. It is signed later. */
export function receiptDue(visit: Visit, recorded: RecordedDecision, cipher: CustomerCipher, ended: SQL): SQL {
  return sql`receipt as (
    insert into assent.receipt (id, decision_id, consent_id, customer_ref, issued_at, detail)
    select ${uuidv7()}::uuid, ${recorded.id}::uuid, ${visit.consentId}, ${cipher.ref}::uuid, clock_timestamp(),
      ${JSON.stringify({ outcome: recorded.decision.outcome })}::jsonb
    from ${ended}
  )`;
}
