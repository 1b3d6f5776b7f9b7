import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json";

/** A row of the audit as text, column by column. What PostgreSQL prints decides nothing that is not said here. */
export interface AuditRow {
  /** Lower case, with hyphens. */
  readonly id: string;
  readonly tenant: string;
  /** Seconds since 1970-01-01T00:00Z with six decimals, such as `1767225600.000000`. */
  readonly at: string;
  readonly type: string;
  readonly consentId: string | null;
  readonly clientId: string | null;
  readonly kind: string | null;
  readonly actorType: string;
  readonly actorRef: string | null;
  readonly customerRef: string | null;
  readonly correlationId: string;
  /** JSON text. */
  readonly detail: string;
  readonly personal: string | null;
}

/** What the first link of a chain follows: 32 zero bytes. */
export const CHAIN_START: Uint8Array = new Uint8Array(32);

/**
 * The bytes of a row that are hashed, as UTF-8 text: one JSON object of all columns by name, nulls included, in the form
 * of {@link canonicalJson}. So the same row gives the same bytes on every machine and every version of PostgreSQL.
 */
export function canonicalRow(row: AuditRow): string {
  const text = JSON.stringify;
  return (
    `{"actorRef":${text(row.actorRef)},"actorType":${text(row.actorType)},"at":${text(row.at)},` +
    `"clientId":${text(row.clientId)},"consentId":${text(row.consentId)},` +
    `"correlationId":${text(row.correlationId)},"customerRef":${text(row.customerRef)},` +
    `"detail":${canonicalJson(row.detail)},"id":${text(row.id)},"kind":${text(row.kind)},` +
    `"personal":${text(row.personal)},"tenant":${text(row.tenant)},"type":${text(row.type)}}`
  );
}

/** SHA-256 of {@link canonicalRow}, 32 bytes. */
export function eventHash(row: AuditRow): Uint8Array {
  return createHash("sha256").update(canonicalRow(row), "utf8").digest();
}

/**
 * SHA-256 of the chain hash before, the event's hash and its number in the chain (8 bytes, big-endian): 32 bytes that
 * stand for this event, its place, and everything before it.
 */
export function chainHash(previous: Uint8Array, event: Uint8Array, seq: bigint): Uint8Array {
  const place = Buffer.allocUnsafe(8);
  place.writeBigUInt64BE(seq);
  return createHash("sha256").update(previous).update(event).update(place).digest();
}
