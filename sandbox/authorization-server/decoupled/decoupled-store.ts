import type { Database } from "../../database.ts";
import type { Transaction } from "../consents/transaction.ts";
import { newSecret } from "../handoffs/secrets.ts";

/** A TPP's request for a customer who is somewhere else (OpenID CIBA Core). */
export interface DecoupledRequest {
  readonly authReqId: string;
  /** Names it in the customer's link. It is no secret: nothing opens without the log-in of `subject`. */
  readonly linkId: string;
  readonly consentId: string;
  readonly clientId: string;
  readonly subject: string;
  readonly requestedScopes: readonly string[];
  /** Shown on both devices, so that the customer sees that they belong together. */
  readonly bindingMessage: string;
  readonly expiresAt: Date;
  /** Not answered yet, and in time. */
  readonly open: boolean;
  /** In time; what ran out was ended later, or never. */
  readonly answered: boolean;
}

/** Seconds between two questions of a TPP (CIBA Core section 7.3), and what is added for asking sooner (section 11). */
export const POLL_SECONDS = 5;

/** More at once only teach a customer to agree without reading, whichever TPPs they come from. */
const MOST_OPEN_OF_A_CUSTOMER = 3;

/**
 * Keeps a request, unless one for the same consent is still open (UK profile: one in progress; the index decides between
 * two at the same moment), or the customer is being asked enough already.
 */
export async function openDecoupled(
  sql: Database,
  request: Omit<DecoupledRequest, "linkId" | "open" | "answered"> & {
    /** Its TPP wants to be told when it has ended (ping), also when it does so unanswered. */
    readonly pings: boolean;
  },
): Promise<{ readonly linkId: string } | "in progress" | "too many"> {
  const linkId = newSecret();
  return sql.begin(async (transaction) => {
    await transaction`
      update decoupled_request set ended_at = now()
      where consent_id = ${request.consentId} and ended_at is null and expires_at <= now()`;
    // One after the other for each customer, so that several at the same moment count each other.
    await transaction`select pg_advisory_xact_lock(hashtextextended(${request.subject}, 0))`;
    const [open] = await transaction<{ others: number }[]>`
      select count(*)::int as others from decoupled_request
      where subject = ${request.subject} and consent_id <> ${request.consentId}
        and ended_at is null and expires_at > now()`;
    if ((open?.others ?? 0) >= MOST_OPEN_OF_A_CUSTOMER) return "too many";
    const { count } = await transaction`
      insert into decoupled_request (auth_req_id, link_id, consent_id, client_id, subject, requested_scopes,
        binding_message, expires_at, ping_due_at)
      values (${request.authReqId}, ${linkId}, ${request.consentId}, ${request.clientId}, ${request.subject},
        ${request.requestedScopes as string[]}, ${request.bindingMessage}, ${request.expiresAt.toISOString()},
        ${request.pings ? request.expiresAt.toISOString() : null})
      on conflict (consent_id) where ended_at is null do nothing`;
    return count === 1 ? { linkId } : "in progress";
  });
}

/** By the id of its link, or of the request itself. */
export async function findDecoupled(
  sql: Database,
  by: { readonly linkId: string } | { readonly authReqId: string },
): Promise<DecoupledRequest | undefined> {
  const [row] = await sql<DecoupledRequest[]>`
    select auth_req_id as "authReqId", link_id as "linkId", consent_id as "consentId", client_id as "clientId", subject,
      requested_scopes as "requestedScopes", binding_message as "bindingMessage", expires_at as "expiresAt",
      ended_at is null and expires_at > now() as open, coalesce(ended_at < expires_at, false) as answered
    from decoupled_request
    where ${"linkId" in by ? sql`link_id = ${by.linkId}` : sql`auth_req_id = ${by.authReqId}`}`;
  return row;
}

/**
 * Ends a request, once and in time; answers whether it was this call that did. Its TPP is then told by what ended it, and
 * not once more when its time is over.
 */
export async function endDecoupled(db: Database | Transaction, authReqId: string): Promise<boolean> {
  const { count } = await db`
    update decoupled_request set ended_at = now(), ping_due_at = null
    where auth_req_id = ${authReqId} and ended_at is null and expires_at > now()`;
  return count === 1;
}

/**
 * Notes that the TPP has asked, and answers whether it was too soon. Then it has to wait longer from now on
 * (CIBA Core section 11, `slow_down`).
 */
export async function noteQuestion(sql: Database, authReqId: string): Promise<"in time" | "too soon"> {
  const [row] = await sql<{ soon: boolean }[]>`
    update decoupled_request set
      interval_seconds = interval_seconds + case when ${tooSoon(sql)} then ${POLL_SECONDS}::int else 0 end,
      too_soon = ${tooSoon(sql)},
      polled_at = now()
    where auth_req_id = ${authReqId}
    returning too_soon as soon`;
  return row?.soon ? "too soon" : "in time";
}

/** A tenth is for the network, which may bring one question late and the next one early. */
const tooSoon = (sql: Database) => sql`coalesce(polled_at > now() - interval_seconds * interval '0.9 seconds', false)`;
