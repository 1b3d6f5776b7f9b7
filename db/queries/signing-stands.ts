import { type SQL, sql } from "drizzle-orm";

/** Of a row `consent`: nobody has ended it. */
export const WAITS = sql`consent.status = 'partially-authorised'
  and (consent.expires_at is null or consent.expires_at > clock_timestamp())`;

/** Its time is up, or its consent ended by another way. */
export function isOver(signing: SQL): SQL {
  return sql`(${signing}.due_at <= clock_timestamp() or not exists (
    select from assent.consent_projection as consent
    where consent.consent_id = ${signing}.consent_id and ${WAITS}))`;
}

/** How a row `signing` stands: what lapsed without a job having come by reads as rejected all the same. */
export const STANDS = sql`case
  when signing.state <> 'awaiting' then signing.state
  when ${isOver(sql`signing`)} then 'rejected' else 'awaiting' end`;

/** Why it was rejected, where it was. */
export const BECAUSE = sql`coalesce(signing.because, case when signing.state = 'awaiting' and ${isOver(sql`signing`)}
  then case when signing.due_at <= clock_timestamp() then 'timed-out' else 'ended' end end)`;
