import type { AuditAsked, AuditPlace } from "~/domain/audit/audit-asked";
import type { AuditRow } from "~/domain/audit/chain";
import type { ClientId, ConsentId, CustomerId, CustomerRef } from "~/domain/shared/ids";

/**
 * The record of evidence, to be looked at by staff. Nothing of it can be changed here.
 *
 * @throws DeskUnavailable from every method
 */
export interface AuditSearch {
  /** Newest first. What an answer costs does not grow with the record: see `lookedBackTo`. */
  find(asked: AuditAsked, place?: AuditPlace): Promise<AuditFound>;
  /** One event with its place in the chain. */
  event(id: string): Promise<AuditEventFound | undefined>;
  /** Whose events bear this pseudonym; undefined for a customer without any. */
  pseudonymOf(customer: CustomerId): Promise<CustomerRef | undefined>;
}

export interface AuditFound {
  readonly events: readonly AuditLine[];
  readonly newer?: AuditPlace;
  readonly older?: AuditPlace;
  /** Not all that could match was looked at: so far back, and `older` goes on from there. */
  readonly lookedBackTo?: Date;
}

export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly consentId?: ConsentId;
  readonly clientId?: ClientId;
  readonly actorType: string;
  readonly actorRef?: string;
  /** Its number in the chain; absent while it waits for its link. */
  readonly seq?: string;
}

export interface AuditEventFound extends AuditLine {
  /** Column by column, as it is hashed. */
  readonly row: AuditRow;
  readonly link?: {
    readonly seq: string;
    readonly eventHash: string;
    readonly chainHash: string;
    /** Of the link before it; absent at the first one. */
    readonly before?: Neighbour;
    readonly after?: Neighbour;
    /** The first signed end of the chain that covers it. */
    readonly checkpoint?: { readonly seq: string; readonly at: Date };
  };
}

/** The link before or after. Its event may be gone after its time. */
export interface Neighbour {
  readonly seq: string;
  readonly eventId: string;
  readonly chainHash: string;
}
