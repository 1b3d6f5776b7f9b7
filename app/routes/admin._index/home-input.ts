import { type ConsentKind, isConsentKind } from "~/domain/consent-kinds/index";
import { asClientId, type ClientId } from "~/domain/shared/ids";

/** Weeks that can be looked back on. */
export const WEEKS = [4, 12, 52] as const;
export type Weeks = (typeof WEEKS)[number];

export interface HomeAsked {
  readonly client?: ClientId;
  readonly kind?: ConsentKind;
  readonly weeks: Weeks;
}

/** What the address asks for; what it cannot mean is left out. */
export function homeAsked(search: URLSearchParams): HomeAsked {
  const client = search.get("tpp") ?? "";
  const kind = search.get("kind") ?? "";
  const weeks = WEEKS.find((some) => String(some) === search.get("weeks")) ?? 12;
  return {
    ...(/^[\w.:-]{1,128}$/.test(client) && { client: asClientId(client) }),
    ...(isConsentKind(kind) && { kind }),
    weeks,
  };
}
