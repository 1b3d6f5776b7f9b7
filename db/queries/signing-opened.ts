import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Allowance } from "~/domain/consent/decision";
import type { RecordedDecision, Visit } from "~/ports/consent-desk";

/**
 * The first signature of several, as the parts `signing` and `signer` of the statement that settles its decision: neither
 * is there without the other, and nobody is asked for more before the authorization server has the first.
 *
 * @param days for which the others are waited for.
 * @param ended the part that holds the decision where it was settled just now.
 */
export function signingOpened(visit: Visit, recorded: RecordedDecision, days: number, ended: SQL): SQL {
  const { required, asked = [] } = awaitsOf(recorded) ?? { required: 0 };
  if (required === 0) return sql``;
  return sql`, signing as (
    insert into assent.consent_signing (id, consent_id, client_id, client_name, kind, decision_id, correlation_id,
      required, opened_at, changed_at, due_at, replaces)
    select ${uuidv7()}::uuid, ${visit.consentId}, ${visit.clientId}, ${visit.requesterName ?? null}, ${visit.kind},
      ${recorded.id}::uuid, ${visit.correlationId}, ${required}, clock_timestamp(), clock_timestamp(),
      clock_timestamp() + make_interval(days => ${days}),
      ${visit.mode?.is === "instead-of" ? visit.mode.consentId : null}
    from ${ended}
    returning id
  ), signer as (
    insert into assent.consent_signer (signing_id, customer_id, state, at)
    select signing.id, who.customer, who.state, clock_timestamp()
    from signing, (
      select ${visit.customer}::text as customer, 'signed' as state
      union all select unnest(${sql.param([...asked])}::text[]), 'asked'
    ) as who
  )`;
}

/** Who is asked is kept with the signing, where an erasure finds it, and goes from the decision. */
export const WITHOUT_ASKED = sql`decision = decision #- '{awaits,asked}'`;

const awaitsOf = ({ decision }: Pick<RecordedDecision, "decision">): Allowance["awaits"] =>
  decision.outcome === "allowed" ? decision.awaits : undefined;
