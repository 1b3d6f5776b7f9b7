import type { Requester } from "../consent/consent-request";
import type { ClientId } from "../shared/ids";

/** What a register lets an app do (UK directory: AISP, PISP, CBPII). */
export const APP_ROLES = ["account-information", "payment-initiation", "funds-confirmation"] as const;
export type AppRole = (typeof APP_ROLES)[number];

/** An app as it is registered (D-20). Every text is hostile. */
export interface RegisteredApp
  extends Pick<Requester, "name" | "legalName" | "standing" | "organisationId" | "website"> {
  readonly clientId: ClientId;
  readonly roles: readonly AppRole[];
  /** Where it says how it uses data. */
  readonly policy?: string;
  /** Where it says on what terms it works. */
  readonly terms?: string;
  /** Where somebody reaches it, or complains: addresses and numbers as it wrote them. */
  readonly contacts: readonly string[];
}

/** What is known of an app. */
export interface AppFacts extends Partial<Omit<RegisteredApp, "clientId" | "name">>, Pick<RegisteredApp, "name"> {
  /** When this was so. */
  readonly at: Date;
  /** Whether its registration says so; else it is what was told when the customer agreed. */
  readonly isFresh: boolean;
}
