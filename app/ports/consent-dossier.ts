import type { CustomerCase } from "~/domain/cases/customer-case";
import type { ConsentId, CustomerId } from "~/domain/shared/ids";
import type { RecordedChange } from "./consent-changes";
import type { RejectedBecause, SignerState, SigningState } from "./signing-desk";

/**
 * What the bank's staff see of one consent beside what its customer does. Of each list the newest, and no more than
 * a page takes.
 *
 * @throws DeskUnavailable from every method
 */
export interface ConsentDossier {
  /** Newest first. */
  changesOf(id: ConsentId): Promise<readonly ChangeOnRecord[]>;
  /** Newest first. */
  deliveriesOf(id: ConsentId): Promise<readonly DeliveryOnRecord[]>;
  /** Newest first. */
  casesOf(id: ConsentId): Promise<readonly CaseOnRecord[]>;
  /** Undefined where one yes is enough. */
  signingOf(id: ConsentId): Promise<SigningOnRecord | undefined>;
}

/** What somebody asked for outside the consent page. */
export interface ChangeOnRecord extends RecordedChange {
  /** Why, in the words of whoever of the staff asked for it; absent once the customer was erased. */
  readonly note?: string;
}

/** One event to one recipient. */
export interface DeliveryOnRecord {
  readonly channel: "tpp" | "e-mail" | "in-app" | "analytics";
  readonly version: number;
  readonly move: string;
  readonly state: "queued" | "delivered" | "skipped" | "parked" | "expired";
  readonly attempts: number;
  readonly queuedAt: Date;
  readonly endedAt?: Date;
  /** In words that name no person. */
  readonly problem?: string;
}

export interface CaseOnRecord extends Pick<CustomerCase, "kind" | "reference"> {
  readonly state: "open" | "closed";
  readonly openedAt: Date;
}

/** Who has to agree, and who has. */
export interface SigningOnRecord {
  readonly state: SigningState;
  readonly because?: RejectedBecause;
  readonly required: number;
  readonly dueAt: Date;
  readonly signers: readonly { readonly customer: CustomerId; readonly state: SignerState; readonly at: Date }[];
}
