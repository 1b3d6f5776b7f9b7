import { sql } from "drizzle-orm";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { ItemState } from "~/domain/revocation/bulk-revocation";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import type { BulkRevocations, ItemsAsked, ItemsPage, RevocationItem } from "~/ports/bulk-revocations";
import type { createExecute } from "./execute";

type Execute = ReturnType<typeof createExecute>;

interface ItemRow extends Record<string, unknown> {
  readonly consent_id: string;
  readonly state: ItemState;
  readonly found: string | null;
  readonly closed_because: string | null;
  /** Milliseconds since 1970. */
  readonly ended_ms: string | null;
}

/** What became of each consent of a list, page by page in the order of their ids. */
export const createItems =
  (execute: Execute): BulkRevocations["items"] =>
  async (id, { size, state, from }: ItemsAsked): Promise<ItemsPage> => {
    const back = from?.side === "before";
    const direction = back ? sql`desc` : sql`asc`;
    const beyond = from ? sql`item.consent_id ${back ? sql`<` : sql`>`} ${from.id}` : sql`true`;
    const found = await execute<ItemRow>(sql`
      select item.consent_id, item.state, item.found, change.closed_because,
        extract(epoch from change.ended_at) * 1000 as ended_ms
      from (
        select * from assent.bulk_revocation_item as item
        where set_id = ${id}::uuid and ${state === undefined ? sql`true` : sql`state = ${state}`} and ${beyond}
        order by consent_id ${direction} limit ${size + 1}
      ) as item left join assent.consent_change as change on change.id = item.change_id
      order by item.consent_id ${direction}`);
    const kept = found.slice(0, size);
    const rows = (back ? kept.reverse() : kept).map(readItem);
    const more = found.length > size;
    const [first, last] = [rows[0], rows.at(-1)];
    return {
      rows,
      ...((back ? more : from !== undefined) && first && { before: first.consentId }),
      ...((back || more) && last && { after: last.consentId }),
    };
  };

const readItem = ({ consent_id, state, found, closed_because, ended_ms }: ItemRow): RevocationItem => ({
  consentId: asConsentId(consent_id),
  state,
  ...(found !== null && { found }),
  ...(closed_because !== null && { because: closed_because }),
  ...(ended_ms !== null && { endedAt: new Date(Number(ended_ms)) }),
});

interface SampleRow extends Record<string, unknown> {
  readonly consent_id: string;
  readonly client_id: string;
  readonly client_name: string | null;
  readonly kind: ConsentKind;
  /** Milliseconds since 1970. */
  readonly created: string;
}

/** By their ids, which say nothing about what they are: as good as drawn by lot, and the same for everybody who looks. */
export const createSample =
  (execute: Execute): BulkRevocations["sample"] =>
  async (id, size) => {
    const rows = await execute<SampleRow>(sql`
      select consent_id, client_id, client_name, kind, extract(epoch from created_at) * 1000 as created
      from assent.consent_projection join (
        select consent_id from assent.bulk_revocation_item where set_id = ${id}::uuid order by consent_id limit ${size}
      ) as item using (consent_id) order by consent_id`);
    return rows.map(({ consent_id, client_id, client_name, kind, created }) => ({
      consentId: asConsentId(consent_id),
      clientId: asClientId(client_id),
      ...(client_name !== null && { clientName: client_name }),
      kind,
      createdAt: new Date(Number(created)),
    }));
  };
