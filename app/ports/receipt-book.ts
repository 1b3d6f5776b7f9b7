import type { DecisionOnRecord } from "~/domain/receipts/receipt-facts";
import type { VisitId } from "~/domain/shared/ids";

/**
 * Where receipts are kept: one for each decision that the authorization server took, and unsigned until somebody asks.
 *
 * @throws DeskUnavailable from every method
 */
export interface ReceiptBook {
  /** Undefined while nothing was taken, and alike once the customer is erased. */
  of(visit: VisitId): Promise<ReceiptOnRecord | undefined>;
  /** Whether `of` would find one. */
  has(visit: VisitId): Promise<boolean>;
  /**
   * Keeps the signed receipt. The first stays: two at once give one.
   *
   * @param digest SHA-256 of `signed`, base64url.
   * @returns the signed receipt that stays.
   */
  complete(receipt: DecisionOnRecord, signed: string, digest: string): Promise<string>;
}

export interface ReceiptOnRecord {
  readonly facts: DecisionOnRecord;
  /** A compact JWS. */
  readonly signed?: string;
}
