import { sql } from "drizzle-orm";
import { gramsOf } from "~/domain/search/name-grams";
import { asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import { DeskUnavailable } from "~/ports/consent-desk";
import type { ClientNamed, ConsentSearch } from "~/ports/consent-search";
import type { Database } from "../client.server";
import { audited } from "./audit-event";
import { clientsInTurn } from "./clients-in-turn";
import { textArray } from "./consent-search-conditions";
import { countStatement, pageStatement } from "./consent-search-statements";
import { createExecute } from "./execute";
import { paged } from "./keyset";
import { type ConsentRow, consentOf } from "./registered-consent-row";
import { byStaff } from "./staff-desk";

/** More TPPs than any register has. */
const MOST_CLIENTS = 5_000;
/** Nobody who looks at a list waits longer for its number. */
const COUNT_MS = 900;

/** A pattern for what begins so, whatever it is made of. */
const begins = (prefix: string) => `${prefix.replace(/[\\%_]/g, "\\$&")}%`;

/** The search of staff in PostgreSQL. */
export function createConsentSearch(db: Database, tenant: string): ConsentSearch {
  const execute = createExecute(db);
  return {
    async consentsBeginning(prefix, limit) {
      const rows = await execute<{ consent_id: string }>(sql`
        select consent_id from assent.consent_projection
        where consent_id like ${begins(prefix)} order by consent_id using ~<~ limit ${limit}`);
      return rows.map(({ consent_id }) => asConsentId(consent_id));
    },

    async customersBeginning(prefix, limit) {
      const rows = await execute<{ customer_id: string }>(sql`
        select customer_id from assent.customer_directory
        where customer_id like ${begins(prefix)} order by customer_id using ~<~ limit ${limit}`);
      return rows.map(({ customer_id }) => asCustomerId(customer_id));
    },

    async customersNamed(parts, limit) {
      const has = parts.map((part) => sql`strpos(folded, ${part}) > 0`);
      const rows = await execute<{ customer_id: string }>(sql`
        select customer_id from assent.customer_directory
        where grams @> ${textArray(gramsOf(parts))} and ${sql.join(has, sql` and `)} limit ${limit}`);
      return rows.map(({ customer_id }) => asCustomerId(customer_id));
    },

    async clients() {
      const rows = await execute<{ client_id: string; client_name: string | null }>(sql`
        with recursive ${clientsInTurn}
        select client.client_id, recent.client_name from client, lateral (
          select client_name from assent.consent_projection as consent where consent.client_id = client.client_id
          order by status, created_at desc, consent_id desc limit 1
        ) as recent where client.client_id is not null limit ${MOST_CLIENTS}`);
      return rows.map(({ client_id, client_name }): ClientNamed => {
        const name = plainText(client_name ?? undefined);
        return { clientId: asClientId(client_id), ...(name !== undefined && { name }) };
      });
    },

    async namesOf(customers) {
      if (customers.length === 0) return new Map();
      const rows = await execute<{ customer_id: string; name: string }>(sql`
        select customer_id, name from assent.customer_directory
        where customer_id = any(${textArray(customers)}) and name is not null`);
      return new Map(rows.map(({ customer_id, name }) => [asCustomerId(customer_id), name]));
    },

    async page(found, asked) {
      try {
        const rows = await execute<ConsentRow & { place_at: string }>(pageStatement(found, asked));
        const { rows: kept, ...beside } = paged(rows, asked.size, asked.from, ({ place_at, consent_id }) => ({
          at: place_at,
          key: consent_id,
        }));
        return { consents: kept.map(consentOf), ...beside };
      } catch (error) {
        if (!isGivenUp(error)) throw error;
        return "too-wide";
      }
    },

    async count(found, limit, patient) {
      const counted = execute<{ count: number }>(countStatement(found, limit)).then(
        ([row]) => row?.count ?? 0,
        (error: unknown) => {
          if (!isGivenUp(error)) throw error;
          return undefined;
        },
      );
      return patient ? counted : inTime(counted);
    },

    async searchedBy({ staff, by, correlationId }) {
      const event = { type: "consents-searched", detail: { by } } as const;
      await execute(sql`with ${audited({ tenant, correlationId }, byStaff(staff), event, sql`(select 1) as once`)}
        select 1`);
    },
  };
}

/** `query_canceled`: the server's own limit for a statement. */
export const isGivenUp = (error: unknown): boolean =>
  error instanceof DeskUnavailable && error.message.includes("57014");

async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), COUNT_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
    answer.catch(() => {});
  }
}
