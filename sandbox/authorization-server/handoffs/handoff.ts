import type { PageAuthentication } from "./page-authentication.ts";

/** One visit of a customer to the consent page, and the only way for that page to answer. */
export interface Handoff {
  readonly loginId: string;
  readonly consentId: string;
  readonly clientId: string;
  readonly subject: string;
  readonly acr: string;
  readonly amr: readonly string[];
  readonly authTime: Date;
  readonly requestedScopes: readonly string[];
  readonly expiresAt: Date;
  /** Nothing makes it longer than this: the interaction that waits for the answer is over then. */
  readonly endsAt: Date;
  /** How often the customer was given more time. */
  readonly extensions: number;
  /** The revision of the consent that is authorised anew. Absent: nobody has authorised it yet. */
  readonly reauthorises?: number;
  /** The earlier consent that this one is given in place of. */
  readonly replaces?: string;
  /** Asked for by a TPP on another screen, which shows this. */
  readonly bindingMessage?: string;
  readonly decision?: HandoffDecision;
}

export type HandoffDecision =
  | {
      readonly kind: "accept";
      readonly accountIds: readonly string[];
      readonly grantedScopes: readonly string[];
      /** By what the customer was authenticated in all, where the page added to the log-in. */
      readonly authentication?: PageAuthentication;
      /** Others have yet to sign: what it takes the place of goes on, and account access opens nothing. */
      readonly signaturesOutstanding?: true;
    }
  | { readonly kind: "reject"; readonly error: string; readonly description?: string }
  /** Nothing was decided: somebody else is to log in, and gets a hand-off of their own. */
  | { readonly kind: "log_in_again" };

export type Answered =
  | { readonly outcome: "answered"; readonly redirectTo: string }
  /** Unknown login id or wrong login state: told apart by nobody. */
  | { readonly outcome: "unknown" }
  | { readonly outcome: "decided_otherwise" }
  | { readonly outcome: "consent_not_usable" };

export type Extended =
  | { readonly outcome: "extended"; readonly handoff: Handoff }
  | { readonly outcome: "unknown" | "decided" | "not_extensible" };

/** What the internal API may do with hand-offs. Implemented beside the OAuth library, which must resume afterwards. */
export interface Handoffs {
  /** The hand-off when `loginState` is right (compared in constant time) and it has not expired. */
  find(loginId: string, loginState: string): Promise<Handoff | undefined>;
  /**
   * Records the decision, makes the consent authorised or rejected, and prepares the grant, in one transaction.
   * The same decision again before the browser has resumed answers a fresh `redirectTo`.
   *
   * @param interactionId of the call that brought the decision.
   */
  decide(loginId: string, loginState: string, decision: HandoffDecision, interactionId?: string): Promise<Answered>;
  /** Gives the customer as much time again as there was at first. */
  extend(loginId: string, loginState: string): Promise<Extended>;
}
