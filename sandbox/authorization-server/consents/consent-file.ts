import type { Database } from "../../database.ts";
import { changeTo } from "./change.ts";
import type { BankTerms, Consent } from "./consent.ts";
import { findEarlier, type IdempotencyKey, remember } from "./idempotency.ts";

/** The file that a TPP uploads for a file payment, and what became of the consent by it. */
interface UploadedFile {
  readonly content: Uint8Array;
  readonly contentType: string;
  /** Every payment, in the file's order. */
  readonly payments: readonly object[];
  readonly terms: BankTerms;
}

interface Call {
  readonly once: IdempotencyKey;
  readonly interactionId: string;
}

/** Keeps the file, and has the consent await authorisation. The same call again: `done`. */
export const uploadFile = (sql: Database, consent: Consent, file: UploadedFile, { once, interactionId }: Call) =>
  sql.begin(async (transaction): Promise<"done" | "changed" | "not_awaited"> => {
    const earlier = await findEarlier(transaction, consent.clientId, once);
    if (earlier) return earlier.outcome === "repeated" ? "done" : "changed";
    const { count } = await transaction`
      update consent set ${changeTo(transaction, "awaiting_authorisation", { by: "tpp", interactionId })},
        terms = ${JSON.stringify(file.terms)}::text::json
      where id = ${consent.id} and status = 'awaiting_upload'`;
    if (count === 0) return "not_awaited";
    await transaction`
      insert into consent_file (consent_id, content, content_type, payments)
      values (${consent.id}, ${Buffer.from(file.content)}, ${file.contentType},
        ${JSON.stringify(file.payments)}::text::json)`;
    await remember(transaction, consent.clientId, once, consent.id);
    return "done";
  });

/** Rejects a consent whose file is not the announced one. The same call again: `done`. */
export const refuseFile = (sql: Database, consent: Consent, { once, interactionId }: Call) =>
  sql.begin(async (transaction): Promise<"done" | "changed" | "not_awaited"> => {
    const earlier = await findEarlier(transaction, consent.clientId, once);
    if (earlier) return earlier.outcome === "repeated" ? "done" : "changed";
    const change = { by: "tpp", reason: "file_mismatch", interactionId } as const;
    const { count } = await transaction`
      update consent set ${changeTo(transaction, "rejected", change)}
      where id = ${consent.id} and status = 'awaiting_upload'`;
    if (count === 0) return "not_awaited";
    await remember(transaction, consent.clientId, once, consent.id);
    return "done";
  });

export async function readFile(sql: Database, consentId: string) {
  const [row] = await sql<{ bytes: Uint8Array; contentType: string }[]>`
    select content as bytes, content_type as "contentType" from consent_file where consent_id = ${consentId}`;
  return row;
}

/** Every payment of the file, in its order. */
export async function readPayments(sql: Database, consentId: string): Promise<readonly object[] | undefined> {
  const [row] = await sql<{ payments: readonly object[] }[]>`
    select payments from consent_file where consent_id = ${consentId}`;
  return row?.payments;
}
