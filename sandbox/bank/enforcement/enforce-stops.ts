import { createHash } from "node:crypto";
import { AuthorizationServerUnavailable, NotAsPromised } from "../authorization-server.ts";
import type { AccessToken, Introspect, LiveConsent } from "../gateway/access-token.ts";
import type { Denial, DenyList } from "./deny-list.ts";

export interface Enforced {
  /** What the authorization server says now, less what the consent app denies. Nothing else moves money. */
  readonly introspect: Introspect;
  /** The same, for reading alone: also while the authorization server is away, for a short time. */
  readonly introspectForReading: Introspect;
}

/** How long ago the authorization server may have been asked, in milliseconds, for data to be read without it. */
export const KEPT_FOR_MS = 120_000;
/** Tokens of which something is kept; the longest unused goes first. */
const MOST_KEPT = 10_000;

interface Kept {
  readonly token: AccessToken & { readonly consent: LiveConsent };
  /** When it was asked for, by each of the clocks: what it says was so then at the earliest. */
  readonly at: Moment;
}

interface Moment {
  readonly now: number;
  readonly ticks: number;
}

/**
 * What a customer stopped in the consent app is stopped here with the next request, whether or not the authorization
 * server has heard of it, and whether or not it can be asked.
 *
 * @param now of the machine, which tells a token's end, and may be set.
 * @param ticks a clock that nobody sets.
 */
export function enforceStops(
  ask: Introspect,
  list: DenyList,
  { now, ticks }: { readonly now: () => number; readonly ticks: () => number } = {
    now: Date.now,
    ticks: () => performance.now(),
  },
): Enforced {
  const kept = new Map<string, Kept>();
  const keep = (key: string, token: AccessToken | undefined, at: Moment) => {
    kept.delete(key);
    if (!token || !hasConsent(token)) return;
    kept.set(key, { token, at });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  };

  const asked =
    (whileAway: (kept: Kept) => AccessToken | undefined | "unknown"): Introspect =>
    async (token, interactionId) => {
      const key = createHash("sha256").update(token).digest("base64url");
      const at = { now: now(), ticks: ticks() };
      try {
        const found = await ask(token, interactionId);
        keep(key, found, at);
        return found && hasConsent(found) ? lessDenied(found, list.of(found.consent.id)) : found;
      } catch (error) {
        // One that answers, however strangely, is not away: what it means by that nobody here knows better.
        if (!(error instanceof AuthorizationServerUnavailable) || error instanceof NotAsPromised) throw error;
        const before = kept.get(key);
        const answer = before ? whileAway(before) : "unknown";
        if (answer === "unknown") throw error;
        return answer;
      }
    };

  /** An end is final: that much is known of a consent without asking. */
  const ended = ({ token }: Kept) =>
    list.of(token.consent.id).some(({ effect }) => effect === "ended") ? undefined : "unknown";

  const readable = (before: Kept) => {
    const denials = list.of(before.token.consent.id);
    const usable =
      before.token.consent.type === "account_access" &&
      list.isFresh() &&
      ticks() - before.at.ticks <= KEPT_FOR_MS &&
      // A machine that was halted has ticked no more, and its clock is set right when it goes on.
      now() - before.at.now <= KEPT_FOR_MS &&
      (before.token.expiresAt === undefined || before.token.expiresAt * 1_000 > now()) &&
      // What the authorization server has since taken may have come from a time before it did, or after.
      denials.every(({ confirmed }) => !confirmed);
    return usable ? lessDenied(before.token, denials) : ended(before);
  };

  const lessSuspended =
    (find: Introspect): Introspect =>
    async (token, interactionId) => {
      const found = await find(token, interactionId);
      return found && isSuspended(found, list) ? { ...found, suspended: true } : found;
    };

  return { introspect: lessSuspended(asked(ended)), introspectForReading: lessSuspended(asked(readable)) };
}

/** What its TPP asks for in its own name is no payment of anybody's. */
function isSuspended({ clientId, consent }: AccessToken, list: DenyList): boolean {
  const effects = list.ofClient(clientId);
  const paying = consent !== undefined && consent.type !== "account_access" && consent.type !== "funds_confirmation";
  return effects.has("all-access") || (effects.has("payments") && paying);
}

const hasConsent = (token: AccessToken): token is Kept["token"] => token.consent !== undefined;

/**
 * A token less what is denied and not known to the authorization server yet. What it knows, its own answer has.
 *
 * @returns undefined, as for a token that is dead
 */
function lessDenied(token: Kept["token"], denials: readonly Denial[]): AccessToken | undefined {
  const unheard = denials.filter(({ confirmed }) => !confirmed);
  if (unheard.some(({ effect }) => effect === "ended")) return undefined;
  const removed = unheard.flatMap(({ effect, account_id }) => (effect === "account-removed" ? [account_id] : []));
  const { consent } = token;
  return {
    ...token,
    consent: {
      ...consent,
      ...(unheard.some(({ effect }) => effect === "suspended") && { status: "suspended" }),
      account_ids: consent.account_ids.filter((id) => !removed.includes(id)),
    },
  };
}
