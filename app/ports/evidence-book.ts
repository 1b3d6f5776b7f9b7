import type { AuditAsked } from "~/domain/audit/audit-asked";
import type { EvidenceSought } from "~/domain/audit/audit-event";
import type { StaffId } from "~/domain/shared/ids";
import type { AuditEventFound } from "./audit-search";

/**
 * What becomes of evidence in the hands of staff, as evidence itself.
 *
 * @throws DeskUnavailable from every method
 */
export interface EvidenceBook {
  /**
   * Somebody looks for all that is on record of one person.
   *
   * @param who a pseudonym or the id of a member of staff; what is neither is not written down.
   */
  searched(by: EvidenceSought, who: string | undefined, staff: ByStaff): Promise<void>;
  /** Somebody reads what this event says of a person. */
  opened(event: Pick<AuditEventFound, "id" | "consentId" | "clientId">, by: ByStaff): Promise<void>;
  /** Somebody takes away what was asked for. */
  exported(asked: AuditAsked, by: ByStaff): Promise<void>;
}

export interface ByStaff {
  readonly staff: StaffId;
  readonly correlationId: string;
}
