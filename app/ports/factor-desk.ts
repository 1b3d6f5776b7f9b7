import type { FactorMethod } from "~/domain/factor/authentication";
import type { AccountId } from "~/domain/shared/ids";
import type { VisitRecord } from "./consent-desk";

/**
 * Where we keep the factor that a yes still needs: one a visit. Each change is kept with its audit event.
 *
 * @throws DeskUnavailable from every method, when the record cannot be reached in time.
 */
export interface FactorDesk {
  /** Asks for a factor, in the place of the one before; false when this visit's is locked, or this customer is. */
  ask(visit: VisitRecord, asked: FactorAsked): Promise<boolean>;
  /** Undefined when none was asked for, or its customer was erased since. */
  of(visit: Pick<VisitRecord, "id" | "customer">): Promise<FactorRequest | undefined>;
  /** Counts one more code, which takes the place of the one before; false when there is none left to send. */
  sendCode(visit: VisitRecord, challenge: string, code: KeptCode): Promise<boolean>;
  /** The code could not be sent: it counts for nothing. */
  takeBackCode(visit: VisitRecord, challenge: string): Promise<void>;
  /**
   * Counts one more wrong try of this customer, over all their visits; the last one locks. Undefined when there was none
   * to count any more: it is locked, over, asked anew or met since.
   */
  failed(visit: VisitRecord, challenge: string, by: FactorMethod): Promise<{ readonly left: number } | undefined>;
}

export interface FactorAsked {
  readonly nonce: string;
  readonly challenge: string;
  /** Names the page that was answered. */
  readonly shownHash: string;
  readonly accountIds: readonly AccountId[];
}

export interface KeptCode {
  readonly mac: string;
  readonly reference: string;
}

export interface FactorRequest extends FactorAsked {
  /** `over` by the database's clock. */
  readonly state: "open" | "over" | "met" | "locked";
  readonly expiresAt: Date;
  readonly now: Date;
  /** The newest; there is none before the first was sent. */
  readonly code?: KeptCode & { readonly expiresAt: Date };
  readonly codesLeft: number;
}
