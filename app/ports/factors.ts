import type { CustomerId } from "~/domain/shared/ids";
import type { CallContext } from "./authorization-server";

/** What the bank's identity provider has of a customer to tell them by, beside the log-in. */
export interface Factors {
  /**
   * Undefined for a customer whom it does not know.
   *
   * @throws FactorsUnavailable from every method, when it is down, slow, or answers otherwise than it should.
   */
  of(customer: CustomerId, context: CallContext): Promise<CustomerFactors | undefined>;
  /**
   * Tells how far the counter of a passkey has come.
   *
   * @returns false when it went back: somebody has a copy of that passkey (WebAuthn, section 6.1.1).
   */
  passkeyUsed(customer: CustomerId, id: string, counter: number, context: CallContext): Promise<boolean>;
  /** Brings a message to the customer's phone. */
  sendCode(customer: CustomerId, message: CodeMessage, context: CallContext): Promise<void>;
}

export interface CustomerFactors {
  readonly passkeys: readonly Passkey[];
  /** The end of the number that codes go to, "4567"; absent when there is none. */
  readonly phoneEnding?: string;
}

export interface Passkey {
  /** base64url, as the key. */
  readonly id: string;
  /** COSE (RFC 9052, section 7). */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

export interface CodeMessage {
  readonly code: string;
  /** Stands on our page too. */
  readonly reference: string;
  /** The whole message, in the customer's language. */
  readonly text: string;
  readonly lifetimeSeconds: number;
}

export class FactorsUnavailable extends Error {
  override readonly name = "FactorsUnavailable";
}

/** Whether a passkey has signed a challenge, on our page and by its owner's own hand. */
export interface PasskeyCheck {
  /**
   * @param response what the browser sent, as JSON; hostile.
   * @returns undefined when it did not.
   */
  verify(response: string, challenge: string, passkeys: readonly Passkey[]): Promise<SignedByPasskey | undefined>;
}

export interface SignedByPasskey {
  readonly id: string;
  readonly counter: number;
  /** Enough for anybody to check it again: what was signed, and the key. */
  readonly evidence: Readonly<Record<string, string>>;
}
