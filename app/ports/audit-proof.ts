import type { ChainStretch } from "~/domain/audit/audit-export";
import type { AuditRow } from "~/domain/audit/chain";

/**
 * The events of the record, and what proves them.
 *
 * @throws DeskUnavailable from every method
 */
export interface AuditProof {
  /** In the order of the ids. What was dropped meanwhile is left out. */
  rows(ids: readonly string[]): Promise<readonly { readonly row: AuditRow; readonly seq?: string }[]>;
  /** Where the stretches begin and end that reach from these links to the next signed ends of the chain. */
  stretches(seqs: readonly string[]): Promise<readonly StretchPlace[]>;
  stretch(place: StretchPlace): Promise<ChainStretch>;
  now(): Promise<Date>;
}

export interface StretchPlace {
  readonly from: string;
  readonly to: string;
  readonly checkpoint?: string;
}
