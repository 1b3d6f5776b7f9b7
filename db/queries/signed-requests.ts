import { sql } from "drizzle-orm";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { SignedRequest, SignedRequests } from "~/ports/signed-requests";
import type { RejectedBecause, SigningState } from "~/ports/signing-desk";
import type { Database } from "../client.server";
import { createExecute } from "./execute";
import { micros, paged, reading } from "./keyset";
import { at, type ConsentRow, consentStatus, ms } from "./registered-consent-row";
import { BECAUSE, STANDS } from "./signing-stands";

interface SignedRow extends Record<string, unknown>, Pick<ConsentRow, "status" | "reason" | "suspended_by"> {
  readonly id: string;
  readonly kind: ConsentKind;
  readonly client_name: string | null;
  readonly signed: string;
  readonly place: string;
  readonly state: SigningState;
  readonly because: RejectedBecause | null;
}

/** Theirs by their own signature alone: of what they asked for themselves they have the whole. */
const SIGNED = sql`assent.consent_signer as signer
  join assent.consent_signing as signing on signing.id = signer.signing_id
  join assent.consent_projection as consent on consent.consent_id = signing.consent_id`;
const isTheirs = (customer: string) => sql`signer.customer_id = ${customer} and signer.state = 'signed'
  and consent.customer_id is distinct from ${customer}`;

/** What customers signed of what others asked for, in PostgreSQL. */
export function createSignedRequests(db: Database): SignedRequests {
  const execute = createExecute(db);
  return {
    async of(customer, { size, from }) {
      const { beyond, order } = reading(from, sql`signer.at`, sql`signing.id::text`);
      const found = await execute<SignedRow>(sql`
        select signing.id::text as id, signing.kind, signing.client_name, ${ms(sql`signer.at`)} as signed,
          ${micros(sql`signer.at`)} as place, ${STANDS} as state, ${BECAUSE} as because, ${consentStatus}
        from ${SIGNED} where ${isTheirs(customer)} and ${beyond} order by ${order} limit ${size + 1}`);
      const { rows, newer, older } = paged(found, size, from, ({ place, id }) => ({ at: place, key: id }));
      return { requests: rows.map(read), ...(newer && { newer }), ...(older && { older }) };
    },
    async any(customer) {
      const [row] = await execute<{ any: boolean }>(
        sql`select exists (select from ${SIGNED} where ${isTheirs(customer)}) as any`,
      );
      return row?.any === true;
    },
  };
}

const read = (row: SignedRow): SignedRequest => ({
  id: row.id,
  kind: row.kind,
  ...(row.client_name !== null && { requester: row.client_name }),
  signedAt: at(row.signed),
  stands: standsOf(row),
});

function standsOf({ state, because, status, reason, suspended_by, signed }: SignedRow): SignedRequest["stands"] {
  if (state === "awaiting") return { is: "awaiting" };
  if (state === "rejected") return { is: "rejected", because: because ?? "ended" };
  return {
    ...{ is: "complete", status, reason, agreedAt: at(signed) },
    ...(suspended_by !== null && { suspendedBy: suspended_by }),
  };
}
