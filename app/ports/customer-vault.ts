import type { CustomerId, CustomerRef } from "~/domain/shared/ids";

/**
 * Keeps what evidence says about a person under a key of that person's own. Deleting the key makes it unreadable for
 * ever, and leaves every row and every hash as it was (GDPR article 17 beside an append-only record). The app cannot
 * delete it; see `customer:erase`.
 *
 * @throws DeskUnavailable from every method
 */
export interface CustomerVault {
  /** A customer's pseudonym and cipher; made when they are first needed, which is when something is written. */
  of(customer: CustomerId): Promise<CustomerCipher>;
  /**
   * The same, and never made: who only reads, or only typed a number, must not bring anybody into being, nor back after
   * they were erased.
   */
  find(customer: CustomerId): Promise<CustomerCipher | undefined>;
  /** Undefined for a pseudonym whose key is gone, or was never ours. */
  byRef(ref: CustomerRef): Promise<CustomerCipher | undefined>;
}

export interface CustomerCipher {
  readonly ref: CustomerRef;
  /** @param value anything that JSON can hold. */
  seal(value: unknown): string;
  /** @throws Error when it was sealed for somebody else, or changed. */
  open(sealed: string): unknown;
}
