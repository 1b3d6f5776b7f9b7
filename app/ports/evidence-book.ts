import type { AuditAsked } from "~/domain/audit/audit-asked";
import type { StaffId } from "~/domain/shared/ids";
import type { AuditEventFound } from "./audit-search";

/**
 * What becomes of evidence in the hands of staff, as evidence itself.
 *
 * @throws DeskUnavailable from every method
 */
export interface EvidenceBook {
  /** Somebody reads what this event says of a person. */
  opened(event: Pick<AuditEventFound, "id" | "consentId" | "clientId">, by: ByStaff): Promise<void>;
  /** Somebody takes away what was asked for. */
  exported(asked: AuditAsked, by: ByStaff): Promise<void>;
}

export interface ByStaff {
  readonly staff: StaffId;
  readonly correlationId: string;
}
