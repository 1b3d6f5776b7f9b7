import { z } from "zod";
import type { ConsentStatus, ConsentType } from "../consents/consent.ts";
import { CONSENT_TYPES } from "../consents/consent-kinds.ts";
import type { ConsentFilter } from "../consents/list-consents.ts";
import { name, textList } from "./json-body.ts";
import { invalid } from "./refusal.ts";

/** The status names of v3.1, and of v4.0 for those who have them from a TPP. Nothing here is ever only `EXPD`. */
const STATUSES: Readonly<Record<string, readonly ConsentStatus[]>> = {
  AwaitingUpload: ["awaiting_upload"],
  AWUP: ["awaiting_upload"],
  AwaitingAuthorisation: ["awaiting_authorisation"],
  AWAU: ["awaiting_authorisation"],
  Authorised: ["authorised"],
  AUTH: ["authorised"],
  Suspended: ["suspended"],
  Rejected: ["rejected"],
  RJCT: ["rejected"],
  Consumed: ["consumed"],
  COND: ["consumed"],
  Revoked: ["revoked", "deleted"],
  CANC: ["revoked", "deleted"],
  EXPD: [],
};

const TYPES: Readonly<Record<string, readonly ConsentType[]>> = Object.fromEntries(
  CONSENT_TYPES.map((type) => [type, [type]]),
);

/** ConsentsRequest: the body of a POST, or the query of a GET once its comma-joined lists are taken apart. */
export const listRequest = z.object({
  client_id: name.nullish(),
  accounts: textList,
  types: textList,
  status: textList,
  limit: z.number().int().min(1).max(100).nullish(),
  // "acs" is how the published description spells it.
  order: z.enum(["asc", "acs", "desc"]).nullish(),
  sort: z.literal("created_at").nullish(),
  after_consent_id: name.nullish(),
  before_consent_id: name.nullish(),
});

/** The query of a GET in the form of {@link listRequest}. */
export function listRequestOf(query: Record<string, string>): unknown {
  const list = (name: string) => (query[name] ? { [name]: splitList(query[name]) } : {});
  const limit = query["limit"] === undefined ? {} : { limit: Number(query["limit"]) };
  return { ...query, ...limit, ...list("accounts"), ...list("types"), ...list("status") };
}

/** @throws Refusal 400 for a word that this API does not know. */
export function filterOf(request: z.infer<typeof listRequest>): ConsentFilter {
  const { after_consent_id: after, before_consent_id: before } = request;
  if (after && before) throw invalid("after_consent_id and before_consent_id exclude each other");
  const consentId = after ?? before;
  return {
    order: request.order === "asc" || request.order === "acs" ? "asc" : "desc",
    limit: request.limit ?? 20,
    ...(request.client_id && { clientId: request.client_id }),
    // An empty list is the absence of the condition, as null is.
    ...(request.accounts?.length && { accountIds: request.accounts }),
    ...(request.types?.length && { types: consentTypes(request.types) }),
    ...(request.status?.length && { statuses: words(STATUSES, request.status, "status") }),
    ...(consentId && { cursor: { side: after ? "after" : "before", consentId } }),
  };
}

/** @throws Refusal 400 for a kind that this API does not know. */
export const consentTypes = (names: readonly string[]): readonly ConsentType[] => words(TYPES, names, "types");

export const splitList = (joined: string): readonly string[] => joined.split(",").filter(Boolean);

function words<T>(known: Readonly<Record<string, readonly T[]>>, names: readonly string[], what: string): readonly T[] {
  if (!names.every((name) => Object.hasOwn(known, name))) throw invalid(`not valid: ${what}`);
  return names.flatMap((name) => known[name] ?? []);
}
