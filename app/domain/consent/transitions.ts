import type { ActorType } from "../audit/actor";
import { failed, ok } from "../shared/result";
import { AS_FOUND } from "./lifecycle";
import { type ConsentState, isPastEnd, type Moved, type MoveFacts, moved, type Pause } from "./transition";

/** The moves of a consent, T1–T17: each takes a state to the next, or says why it may not. */

interface WithAccounts extends MoveFacts {
  readonly accountIds: readonly string[];
}

/** T1: a TPP has registered it. The only move that starts from nothing. */
export function importConsent(
  to: "pending" | "awaiting-upload",
  facts: MoveFacts,
  terms: Pick<ConsentState, "expiresAt"> = {},
): Moved {
  if (facts.by !== "tpp" && facts.by !== "system") return failed("not-theirs-to-do");
  if (facts.reason !== "imported" && facts.reason !== AS_FOUND) return failed("not-a-reason-for-it");
  return ok({ ...terms, status: to, version: 1, accountIds: [] });
}

/** T2: the file of payments is there. */
export const upload = (consent: ConsentState, facts: MoveFacts): Moved => moved("upload", "pending", consent, facts);

/** T3: the customer says yes, to at least one account, before the end. */
export const authorise = (consent: ConsentState, facts: WithAccounts): Moved =>
  granted(consent, facts) ?? moved("authorise", "authorised", consent, facts, { accountIds: facts.accountIds });

/** T4: one of several signers says yes. */
export const authorisePartly = (consent: ConsentState, facts: WithAccounts): Moved =>
  granted(consent, facts) ??
  moved("authorise-partly", "partially-authorised", consent, facts, { accountIds: facts.accountIds });

/** T5: the last signer says yes. */
export const complete = (consent: ConsentState, facts: MoveFacts): Moved =>
  granted(consent, { ...facts, accountIds: consent.accountIds }) ?? moved("complete", "authorised", consent, facts);

/** T6: the customer, or a signer, says no. */
export const decline = (consent: ConsentState, facts: MoveFacts): Moved => moved("decline", "rejected", consent, facts);

/** T7: it came to nothing without anybody's no. */
export const fail = (consent: ConsentState, facts: MoveFacts): Moved => moved("fail", "rejected", consent, facts);

/** T8: agreed to again, or changed. What has ended is not renewed. */
export function renew(consent: ConsentState, facts: WithAccounts & { readonly expiresAt?: Date }): Moved {
  const { accountIds, expiresAt } = facts;
  return (
    granted(consent, facts) ??
    moved("renew", "authorised", consent, facts, { accountIds, ...(expiresAt && { expiresAt }) })
  );
}

/** T9. The bank's hold also comes over a pause of the customer's, who could else lift it while fraud is looked into. */
export function suspend(consent: ConsentState, facts: MoveFacts): Moved {
  if (isPastEnd(consent, facts.at)) return failed("expired");
  if (consent.status !== "suspended") return moved("suspend", "suspended", consent, facts);
  if (consent.suspendedBy !== "customer" || facts.by === "customer") return failed("not-from-here");
  return moved("suspend", "suspended", consent, facts, { holding: { suspendedBy: facts.by, pauseBeneath: {} } });
}

/** T8, by which the customer takes one account out. With the last one there would be nothing left to agree to: that is T11. */
export function removeAccount(consent: ConsentState, facts: MoveFacts & { readonly accountId: string }): Moved {
  const accountIds = consent.accountIds.filter((id) => id !== facts.accountId);
  if (accountIds.length === consent.accountIds.length) return failed("not-of-this-consent");
  return renew(consent, { ...facts, accountIds });
}

const RANK: Readonly<Record<ActorType, number>> = { tpp: 0, customer: 1, system: 2, staff: 3 };

/**
 * T10: by the same class of actor as suspended it, or a higher one: a rule may undo a rule, staff everything. What the
 * bank lets go of goes back to the pause that it was held over, unless that is over by now.
 */
export function resume(consent: ConsentState, facts: MoveFacts): Moved {
  if (isPastEnd(consent, facts.at)) return failed("expired");
  const { suspendedBy, pauseBeneath } = consent;
  if (suspendedBy && facts.reason !== AS_FOUND && RANK[facts.by] < RANK[suspendedBy]) {
    return failed("held-by-somebody-higher");
  }
  // The authorization server says what holds: a pause that it does not know of is over.
  const isPaused = pauseBeneath && facts.reason !== AS_FOUND && !isOver(pauseBeneath, facts.at);
  return isPaused
    ? moved("resume", "suspended", consent, facts, { holding: { suspendedBy: "customer" } })
    : moved("resume", "authorised", consent, facts);
}

const isOver = ({ until }: Pause, at: Date): boolean => until !== undefined && at.getTime() >= until.getTime();

/** T11: the customer ends it at the bank. */
export const stop = (consent: ConsentState, facts: MoveFacts): Moved => moved("stop", "revoked", consent, facts);

/** T12: the TPP ends it. */
export const withdraw = (consent: ConsentState, facts: MoveFacts): Moved =>
  moved("withdraw", "revoked", consent, facts);

/** T13: the bank ends it. */
export const terminate = (consent: ConsentState, facts: MoveFacts): Moved =>
  moved("terminate", "terminated", consent, facts);

/** T14: its time is up. The scheme's other limits (inactivity, a year) do not wait for the end date. */
export const expire = (consent: ConsentState, facts: MoveFacts): Moved =>
  facts.reason === "end-date" && !isPastEnd(consent, facts.at)
    ? failed("not-yet-expired")
    : moved("expire", "expired", consent, facts);

/** T15: the payment that it was for was made. */
export const consume = (consent: ConsentState, facts: MoveFacts): Moved => moved("consume", "consumed", consent, facts);

/** T16: one account leaves; with the last one the consent ends. */
export function dropAccount(consent: ConsentState, facts: MoveFacts & { readonly accountId: string }): Moved {
  const accountIds = consent.accountIds.filter((id) => id !== facts.accountId);
  if (accountIds.length === consent.accountIds.length) return failed("not-of-this-consent");
  const to = accountIds.length === 0 ? "terminated" : consent.status;
  return moved("drop-account", to, consent, facts, { accountIds });
}

/** What a scheme lets its customers do; see the consent rules of each. */
export interface SchemeProfile {
  /** Whether a revoked consent may be authorised again under its own id (UK v4.0, status CANC). */
  readonly reconnect: boolean;
}

interface Reconnection extends WithAccounts {
  readonly scheme: SchemeProfile;
  readonly startedByTpp: boolean;
  /** With all its factors: an exemption does not do. */
  readonly sca: "full" | "exempted" | "none";
}

/** T17: authorised again after it was revoked, before its end; never from a screen of staff. */
export function reconnect(consent: ConsentState, facts: Reconnection): Moved {
  if (!facts.scheme.reconnect) return failed("not-in-this-scheme");
  if (!facts.startedByTpp) return failed("not-started-by-tpp");
  if (facts.sca !== "full") return failed("without-sca");
  return granted(consent, facts) ?? moved("reconnect", "authorised", consent, facts, { accountIds: facts.accountIds });
}

/** What keeps any agreement from counting. */
function granted(consent: ConsentState, { at, accountIds }: WithAccounts): Moved | undefined {
  if (isPastEnd(consent, at)) return failed("expired");
  return accountIds.length === 0 ? failed("no-account") : undefined;
}
