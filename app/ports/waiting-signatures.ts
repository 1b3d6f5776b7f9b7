import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { ConsentId, CustomerId } from "~/domain/shared/ids";

/** What others have said yes to, and what does not go on before this customer has answered too. */
export interface WaitingSignatures {
  /** The next to lapse first. @throws DeskUnavailable */
  of(customer: CustomerId): Promise<readonly WaitingSignature[]>;
  /**
   * Who was asked and has not answered, of those of these consents that this customer asked for, where they still wait.
   *
   * @throws DeskUnavailable
   */
  awaitedFor(
    consents: readonly ConsentId[],
    customer: CustomerId,
  ): Promise<ReadonlyMap<ConsentId, readonly CustomerId[]>>;
  /**
   * The request about one consent, by its name in the pages of a customer who was asked, or who asked the others.
   *
   * @throws DeskUnavailable
   */
  about(consent: ConsentId, customer: CustomerId): Promise<string | undefined>;
}

export interface WaitingSignature {
  /** Names the request in the customer's own pages; proves nothing. */
  readonly id: string;
  readonly kind: ConsentKind;
  /** The TPP's brand as it came; none where it gave none. */
  readonly requester?: string;
  /** The last moment to answer in. */
  readonly dueAt: Date;
}
