import type { CustomerId } from "~/domain/shared/ids";

/**
 * What customers are called, kept so that staff find them by it (decision 51). Whoever a consent is of is in it by itself.
 *
 * @throws DeskUnavailable from every method
 */
export interface CustomerDirectory {
  /** Whose name is not known, or was told months ago: for a minute nobody else is given them. */
  claim(limit: number): Promise<readonly CustomerId[]>;
  /** A name is absent where the bank knows no such customer; one that was erased meanwhile is not entered again. */
  keep(told: readonly CustomerNamed[]): Promise<void>;
}

export interface CustomerNamed {
  readonly customer: CustomerId;
  readonly name?: string;
}
