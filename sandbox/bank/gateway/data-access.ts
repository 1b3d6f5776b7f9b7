import { ACCOUNTS, type Account } from "../../personas.ts";
import type { AccessToken, LiveConsent } from "./access-token.ts";
import type { ApiVersion } from "./api-version.ts";
import { Refusal } from "./refusal.ts";

/** One permission of each group is needed. */
export type PermissionGroups = readonly (readonly string[])[];

/** What an account-access consent opens, after every check. */
export interface DataAccess {
  readonly consentId: string;
  readonly permissions: ReadonlySet<string>;
  readonly accounts: readonly Account[];
  /** The consent's transaction window; a missing end is open. */
  readonly from?: Date;
  readonly to?: Date;
}

/**
 * The consent of a token that is used again and again, in the order in which the standard checks it.
 *
 * @throws Refusal 401 for an expired consent, 403 for everything else
 */
export function longLivedConsent(
  token: AccessToken,
  version: ApiVersion,
  { scope, type }: { scope: string; type: LiveConsent["type"] },
  now: Date,
): LiveConsent {
  const { consent } = token;
  if (!consent) throw new Refusal(403);
  if (!token.scopes.has(scope)) throw insufficientScope(scope);
  if (consent.type !== type) throw new Refusal(403);
  // A consent made in v4.0 may not be used in an older version; the other way round is allowed.
  if (consent.api_version === "v4.0" && version === "v3.1") throw new Refusal(403);
  refuseExpired(consent, version, now);
  if (consent.status === "suspended") {
    // Not "authorise again": nothing that the TPP or its customer does there takes a pause back.
    throw new Refusal(403, { code: "Resource.InvalidConsentStatus", message: "The consent is suspended for now." });
  }
  if (consent.status === "awaiting_authorisation") {
    throw new Refusal(403, {
      code: "Resource.InvalidConsentStatus",
      message: "Others have yet to authorise this consent.",
    });
  }
  if (consent.status !== "authorised") {
    throw new Refusal(403, { code: "Reauthenticate", message: "The customer has to authorise this consent again." });
  }
  return consent;
}

/**
 * The access checks of the standard from the token's kind on, in its order: token kind, scope, consent, permission.
 *
 * @throws Refusal 401 for an expired consent, 403 for everything else
 */
export function dataAccess(token: AccessToken, version: ApiVersion, needed: PermissionGroups, now: Date): DataAccess {
  const consent = longLivedConsent(token, version, { scope: "accounts", type: "account_access" }, now);
  const permissions = new Set(consent.permissions);
  if (!needed.every((group) => group.some((permission) => permissions.has(permission)))) throw new Refusal(403);
  return {
    consentId: consent.id,
    permissions,
    accounts: ACCOUNTS.filter((account) => isShared(account, consent)),
    ...(consent.transaction_from !== undefined && { from: new Date(consent.transaction_from) }),
    ...(consent.transaction_to !== undefined && { to: new Date(consent.transaction_to) }),
  };
}

/** @throws Refusal 403, the same for an account that does not exist and for one that was not chosen. */
export function chosenAccount(access: DataAccess, accountId: string): Account {
  const account = access.accounts.find(({ id }) => id === accountId);
  if (!account) throw new Refusal(403);
  return account;
}

/** RFC 6750 section 3.1. */
export const insufficientScope = (scope: string): Refusal =>
  new Refusal(403, undefined, { "www-authenticate": `Bearer error="insufficient_scope", scope="${scope}"` });

/** Ownership is asked again: the customer may have left a joint account, or closed one, since the consent was given. */
function isShared(account: Account, consent: LiveConsent): boolean {
  return (
    consent.account_ids.includes(account.id) && account.owners.includes(consent.subject) && account.status === "Enabled"
  );
}

function refuseExpired(consent: LiveConsent, version: ApiVersion, now: Date): void {
  if (consent.expires_at === undefined || new Date(consent.expires_at) > now) return;
  // Only v4.0 has a body for an expired authorisation; in v3.1 a 401 never has one.
  throw new Refusal(
    401,
    version === "v4.0" ? { code: "Reauthenticate", message: "The consent has expired." } : undefined,
    { "www-authenticate": 'Bearer error="invalid_token"' },
  );
}
