import type { ActorType } from "../audit/actor";
import type { ConsentStatus, Move, MoveReason } from "../consent/lifecycle";
import type { ConsentKind } from "../consent-kinds/index";
import type { ClientId, ConsentId, CustomerId } from "../shared/ids";

/** One version of one consent: what everyone who is to hear is told of. */
export interface ConsentChanged {
  readonly id: string;
  readonly consentId: ConsentId;
  /** The version that this change made; the order in which everybody hears. */
  readonly version: number;
  readonly clientId: ClientId;
  /** As the TPP calls itself; hostile text until it went through `plainText`. */
  readonly clientName: string | undefined;
  readonly kind: ConsentKind;
  readonly customer: CustomerId | undefined;
  /**
   * `as-found`: the authorization server's state was taken over, however it came to be. `remind`: nothing changed, and the
   * customer is told of an end that is near. `app-held`, `app-back`: nor here, and they are told that the bank holds the app
   * back, or no longer does.
   */
  readonly move: Move | "as-found" | "remind" | "app-held" | "app-back";
  readonly from: ConsentStatus | undefined;
  readonly to: ConsentStatus;
  readonly by: ActorType;
  readonly reason: MoveReason | "as-found";
  readonly correlationId: string;
  readonly occurredAt: Date;
  /** Who else has to sign, and is asked now (T4). */
  readonly signers?: readonly CustomerId[];
  /** Of what is reminded of. */
  readonly endsAt?: Date;
  /** How the app is held back. */
  readonly held?: { readonly paymentsAlone: boolean; readonly until?: Date };
  /** What the answer said that made it, where the customer gave one on our page. */
  readonly answer?: AnswerGiven;
}

export interface AnswerGiven {
  /** How many they chose. */
  readonly accounts?: number;
  /** Absent: it is open-ended. */
  readonly until?: Date;
  readonly amount?: { readonly decimal: string; readonly currency: string };
  /** Of the case that was opened with it (P-32). */
  readonly reportReference?: string;
}
