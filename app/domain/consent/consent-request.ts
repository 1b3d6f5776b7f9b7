import type { ConsentSubject } from "../consent-kinds/index";
import type { Authentication } from "../factor/authentication";
import type { ClientId, ConsentId, CustomerId } from "../shared/ids";
import type { Mode } from "./mode";

/** The one question that the customer is asked, in our own words. */
export interface ConsentRequest {
  readonly id: ConsentId;
  readonly subject: ConsentSubject;
  /** Where the customer agreed to it before, or to what it is to replace; absent for a request that is new. */
  readonly mode?: Mode;
  readonly requester: Requester;
  readonly customer: CustomerId;
  readonly scopes: readonly string[];
  /** After this the authorization server takes no answer. */
  readonly answerBy?: Date;
  /** Whether it gives more time to whoever asks for it. */
  readonly extensible?: boolean;
  /** Whether it lets somebody else log in and answer, with nothing lost. */
  readonly loginRepeatable?: boolean;
  /** Whether it gives every payment of a file to whoever is asked about it (P-19). */
  readonly fileReadable?: boolean;
  /** The TPP is used on another screen, which shows this; nobody is taken there from here (P-24, CIBA). */
  readonly otherScreen?: { readonly shows: string | undefined };
  /** How the customer logged in; absent where it does not say. */
  readonly authentication?: Authentication;
  /** True while nobody has answered and the request can still be answered. */
  readonly open: boolean;
}

/** The TPP. Every text in it was written by the TPP and is hostile until shown as plain text. */
export interface Requester {
  readonly clientId: ClientId;
  /** Its brand (U-04). Without one there is nobody to say yes to (C-02). */
  readonly name: string | undefined;
  /** Who acts for it here, where somebody does: "Agent on behalf of Brand" (U-04). */
  readonly agent?: string;
  /** The firm behind the brand. */
  readonly legalName?: string;
  /**
   * Whether its register lets it ask at all, and the bank; absent where the authorization server does not say and
   * the bank holds nothing back.
   */
  readonly standing?: "active" | "barred" | "suspended";
  readonly organisationId?: string;
  readonly website?: string;
  /** Why it asks, in its own words. */
  readonly purpose?: string;
}
