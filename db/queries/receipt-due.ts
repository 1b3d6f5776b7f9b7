import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { RecordedDecision, Visit } from "~/ports/consent-desk";
import type { CustomerCipher } from "~/ports/customer-vault";

/** The receipt of a decision that was taken, as the part `receipt` of the statement that settles it. It is signed later. */
export function receiptDue(visit: Visit, recorded: RecordedDecision, cipher: CustomerCipher, ended: SQL): SQL {
  return sql`receipt as (
    insert into assent.receipt (id, decision_id, consent_id, customer_ref, issued_at, detail)
    select ${uuidv7()}::uuid, ${recorded.id}::uuid, ${visit.consentId}, ${cipher.ref}::uuid, clock_timestamp(),
      ${JSON.stringify({ outcome: recorded.decision.outcome })}::jsonb
    from ${ended}
  )`;
}
