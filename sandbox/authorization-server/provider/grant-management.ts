import { errors } from "oidc-provider";
import type { Consent } from "../consents/consent.ts";
import { isLasting } from "../consents/consent-kinds.ts";
import type { Consents } from "../consents/consents.ts";

/** Grant Management for OAuth 2.0, as far as it goes here: a consent is given in place of an earlier one. */
export const GRANT_MANAGEMENT_PARAMETERS = ["grant_id", "grant_management_action"] as const;

/** As well for a grant that is unknown as for one that is another client's or another customer's. */
export const invalidGrantId = () =>
  new errors.CustomOIDCProviderError("invalid_grant_id", "grant_id is no consent that can be replaced by this one");

/**
 * The earlier consent that a request is to replace.
 *
 * @throws InvalidRequest for another action, or a half of the two parameters; `invalid_grant_id` for a consent of
 *   another client or kind, or one that has ended.
 */
export async function requireReplaced(
  consents: Consents,
  { grant_id: grantId, grant_management_action: action }: Readonly<Record<string, unknown>>,
  consent: Consent,
): Promise<Consent | undefined> {
  if (grantId === undefined && action === undefined) return undefined;
  if (action !== "replace") throw new errors.InvalidRequest('grant_management_action must be "replace"');
  if (typeof grantId !== "string") throw new errors.InvalidRequest("grant_id must name the consent that is replaced");
  // One that is authorised anew stays itself.
  if (consent.status !== "awaiting_authorisation")
    throw new errors.InvalidRequest("only a new consent replaces another");
  const earlier = await consents.get(grantId);
  if (!earlier || earlier.clientId !== consent.clientId || earlier.type !== consent.type) throw invalidGrantId();
  const lives = (earlier.status === "authorised" || earlier.status === "suspended") && !earlier.expired;
  if (!isLasting(earlier.type) || !lives) throw invalidGrantId();
  return earlier;
}
