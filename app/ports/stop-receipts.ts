import type { ChangeId } from "~/domain/shared/ids";

/**
 * Where receipts of stops are kept, each with the change that it is of, from when its customer first asks for it.
 *
 * @throws DeskUnavailable from every method
 */
export interface StopReceipts {
  /** The signed receipt; undefined while nobody has asked, and alike once the customer is erased. */
  of(change: ChangeId): Promise<string | undefined>;
  /**
   * Keeps the signed receipt of a stop that is settled. The first stays: two at once give one.
   *
   * @param digest SHA-256 of `signed`, base64url.
   * @returns the signed receipt that stays.
   */
  keep(change: ChangeId, signed: string, digest: string): Promise<string>;
}
