import type { Denial } from "~/domain/consent/deny-list";
import type { AppDenial } from "~/domain/tpp/suspension";

/** What is to be denied now, from the record of changes and from our picture of the consents. */
export interface DenialRegister {
  /** @throws DeskUnavailable */
  read(): Promise<DenialsRead>;
}

export interface DenialsRead {
  /** By the database's clock, in microseconds since 1970: whatever was committed before is in it. */
  readonly at: number;
  /** In any order, and of each sort {@link MOST_DENIALS} at most. */
  readonly denials: readonly Denial[];
  /** What apps may not do, in any order, and {@link MOST_APP_DENIALS} at most. */
  readonly apps: readonly AppDenial[];
  /** False when there were more. */
  readonly complete: boolean;
}
