import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { CustomerCipher } from "~/ports/customer-vault";
import type { Signature, SignerAnswer } from "~/ports/signing-desk";
import { type About, audited, byCustomer, writtenAs } from "./audit-event";
import { pageSeen } from "./shown-page";

/**
 * The answer of a signer with the page that it rests on, as the parts `given` and `given_audited` of the statement that
 * moves its `signing` on; with `met_audited` where a factor was met for it.
 */
export function signatureGiven(
  answer: "signed" | "declined",
  { visit, seen, met }: SignerAnswer & Pick<Signature, "met">,
  about: About,
  cipher: CustomerCipher,
): SQL {
  const { signingId } = visit;
  const detail = sql`jsonb_strip_nulls(jsonb_build_object('signingId', ${signingId}::text, 'answer', ${answer}::text,
    'shownHash', given.shown_hash))`;
  const written = writtenAs(about, byCustomer(cipher), "signature-given", detail, sql`given`);
  const metEvent = met && {
    type: "factor-met" as const,
    detail: { challenge: met.challenge, by: met.by, signingId },
    ...(met.evidence && { personal: met.evidence }),
  };
  return sql`, given as (
    insert into assent.consent_signature (id, signing_id, visit_id, shown_hash, answer, at)
    select ${uuidv7()}::uuid, signing.id, ${visit.id}, ${pageSeen(visit.id, seen)}, ${answer}, clock_timestamp()
    from signing
    returning shown_hash
  ), given_audited as (${written})
  ${metEvent ? sql`, ${audited(about, byCustomer(cipher), metEvent, sql`given`, { cipher, name: sql`met_audited` })}` : sql``}`;
}
