import { type SQL, sql } from "drizzle-orm";
import type { Draft } from "~/domain/consent/draft";
import type { Visit } from "~/ports/consent-desk";
import type { CustomerCipher } from "~/ports/customer-vault";

/** In the place of the one before; none for a page that this visit was never shown. */
export function draftKept({ id }: Visit, draft: Draft, seen: string, cipher: CustomerCipher): SQL {
  return sql`
    insert into assent.consent_draft (visit_id, customer_ref, payload_hash, draft, at)
    select visit_id, ${cipher.ref}::uuid, payload_hash, ${cipher.seal(draft)}, clock_timestamp()
    from assent.shown_page where visit_id = ${id} and shown_hash = ${seen}
    on conflict (visit_id) do update
    set customer_ref = excluded.customer_ref, payload_hash = excluded.payload_hash, draft = excluded.draft,
      at = excluded.at`;
}

export interface DraftRow {
  readonly draft_ref: string | null;
  readonly draft_payload_hash: string | null;
  readonly draft: string | null;
}

export const DRAFT_COLUMNS = sql`
  draft.customer_ref as draft_ref, draft.payload_hash as draft_payload_hash, draft.draft as draft`;

/** Undefined when there is none, or when its customer was erased since. */
export function readDraft(row: DraftRow, cipher: CustomerCipher): { draft: Draft; payloadHash: string } | undefined {
  const { draft_ref, draft_payload_hash, draft } = row;
  if (draft === null || draft_payload_hash === null || draft_ref !== cipher.ref) return undefined;
  return { draft: cipher.open(draft) as Draft, payloadHash: draft_payload_hash };
}
