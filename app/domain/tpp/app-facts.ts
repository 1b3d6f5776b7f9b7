import type { Requester } from "../consent/consent-request";

/** Who an app is, as the authorization server tells it from its register (D-20). Every text is hostile. */
export interface AppFacts extends Pick<Requester, "name" | "legalName" | "standing" | "organisationId" | "website"> {
  /** Where it says how it uses data. */
  readonly policy?: string;
  /** When this was so. */
  readonly at: Date;
  /** Whether it was asked just now; else it is what was told when the customer agreed. */
  readonly isFresh: boolean;
}
