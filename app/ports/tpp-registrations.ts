import type { ClientId, StaffId } from "~/domain/shared/ids";
import type { AppRole, RegisteredApp } from "~/domain/tpp/app-facts";
import type {
  CertificateDay,
  RegisterChange,
  RegisterStatement,
  Registration,
  Standing,
} from "~/domain/tpp/registration";
import type { TppsAsked } from "~/domain/tpp/tpps-asked";

/**
 * What is known of the TPPs, and the bank's own word on them, by the database's clock.
 *
 * @throws DeskUnavailable from every method
 */
export interface TppRegistrations {
  /** Takes the next look at the register when it is due, for some minutes: nobody else is given it meanwhile. */
  claimLook(): Promise<boolean>;
  /** So that the next look is due at once. */
  askLook(by: { readonly staff: StaffId; readonly correlationId: string }): Promise<void>;
  /** All that are known, as a look at the register needs them. */
  known(): Promise<readonly Registration[]>;
  /** The look ended: what is known from now on. */
  keep(looked: Looked): Promise<void>;
  lastLook(): Promise<LastLook>;
  /** Marks a certificate's end as said, for a day of the watch; false when it was. */
  warned(client: ClientId, day: CertificateDay): Promise<boolean>;
  list(asked: TppsAsked, size: number): Promise<TppPage>;
  find(client: ClientId): Promise<TppKnown | undefined>;
  /** What those of them are called that are known. */
  namesOf(clients: readonly ClientId[]): Promise<ReadonlyMap<ClientId, string>>;
  /** When the first certificate of each ends, by its register; of whom it names none, nothing. */
  certificateEnds(clients: readonly ClientId[]): Promise<ReadonlyMap<ClientId, Date>>;
  /** What the register changed, newest first, at most so many. */
  changesOf(client: ClientId, limit: number): Promise<readonly (RegisterChange & { readonly at: Date })[]>;
  overrideOf(client: ClientId): Promise<TppOverride | undefined>;
  /** @param fields that it changes, for the record of evidence. */
  override(client: ClientId, word: NewOverride, fields: readonly string[]): Promise<void>;
}

export interface Looked {
  /** By which the register and the authorization server were asked. */
  readonly correlationId: string;
  /** Absent when the register could not be read: then what it said before stands. */
  readonly register?: {
    readonly statements: readonly { readonly said: RegisterStatement; readonly changes: readonly RegisterChange[] }[];
    readonly refused: readonly string[];
  };
  readonly problem?: string;
  /** Absent when the authorization server could not be asked. */
  readonly authority?: readonly RegisteredApp[];
}

export interface LastLook {
  readonly triedAt?: Date;
  /** When the register was last read whole. */
  readonly readAt?: Date;
  readonly problem?: string;
  readonly refused: readonly string[];
  /** Somebody is at it, or it comes within seconds. */
  readonly isDue: boolean;
}

export interface TppPage {
  readonly rows: readonly TppKnown[];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

export interface TppKnown extends Registration {
  readonly standing: Standing;
  readonly roles: readonly AppRole[];
  readonly certificatesEndAt?: Date;
  /** Live consents, counted up to {@link MOST_CONSENTS}. */
  readonly consents: number;
  readonly blockedRoles: readonly AppRole[];
}

export interface TppOverride {
  readonly note?: string;
  readonly contact?: string;
  readonly blockedRoles: readonly AppRole[];
  readonly reason: string;
  readonly changedBy: StaffId;
  readonly changedAt: Date;
}

export interface NewOverride extends Omit<TppOverride, "changedAt"> {
  readonly correlationId: string;
}
