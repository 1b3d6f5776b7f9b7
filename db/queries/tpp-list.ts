import { type SQL, sql } from "drizzle-orm";
import { asClientId } from "~/domain/shared/ids";
import type { AppRole } from "~/domain/tpp/app-facts";
import { MOST_CONSENTS } from "~/domain/tpp/registration";
import type { TppsAsked } from "~/domain/tpp/tpps-asked";
import type { TppKnown, TppRegistrations } from "~/ports/tpp-registrations";
import type { createExecute } from "./execute";
import { momentOf, REGISTRATION, type RegistrationRow, registrationOf } from "./tpp-registration-row";

interface KnownRow extends RegistrationRow {
  readonly consents: number;
  readonly blocked_roles: readonly AppRole[];
}

/** A page's worth of them each counted up to the bound, along the index by client and status. */
const KNOWN = sql`${REGISTRATION}, coalesce(own.blocked_roles, '{}') as blocked_roles, (
    select count(*)::int from (
      select from assent.consent_projection as consent
      where consent.client_id = registration.client_id and consent.status in ('authorised', 'suspended', 'partially-authorised')
      limit ${MOST_CONSENTS}) as live) as consents
  from assent.tpp_registration as registration left join assent.tpp_override as own using (client_id)`;

const HELD = sql`exists (
  select from assent.tpp_suspension as held
  where held.client_id = registration.client_id and held.lifted_at is null
    and (held.until_at is null or held.until_at > now()))`;

const ONLY: Readonly<Record<NonNullable<TppsAsked["only"]>, SQL>> = {
  suspended: HELD,
  ends: sql`registration.certificates_end_at <= now() + interval '30 days'`,
  blocked: sql`own.blocked_roles <> '{}'`,
};

const asPattern = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;

/** Lists of TPPs in PostgreSQL: as long as a market has firms, and read a page at a time all the same. */
export const createTppList = (
  execute: ReturnType<typeof createExecute>,
): Pick<TppRegistrations, "list" | "find" | "namesOf"> => ({
  async list({ text, standing, role, only, from }, size) {
    const back = from?.side === "before";
    const conditions = [
      text &&
        sql`(lower(registration.name) like ${asPattern(text)} or lower(registration.client_id) like ${asPattern(text)}
          or lower(registration.register ->> 'organisationId') like ${asPattern(text)}
          or lower(registration.register ->> 'legalName') like ${asPattern(text)})`,
      standing && sql`registration.standing = ${standing}`,
      role && sql`${role} = any(registration.roles)`,
      only && ONLY[only],
      from &&
        sql`(lower(registration.name), registration.client_id) ${back ? sql`<` : sql`>`} (lower(${from.name}), ${from.clientId})`,
    ].filter((each): each is SQL => each !== undefined && each !== "");
    const direction = back ? sql`desc` : sql`asc`;
    const found = await execute<KnownRow>(sql`
      select ${KNOWN} where ${conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`}
      order by lower(registration.name) ${direction}, registration.client_id ${direction} limit ${size + 1}`);
    const more = found.length > size;
    const kept = found.slice(0, size).map(knownOf);
    return {
      rows: back ? kept.reverse() : kept,
      hasPrevious: back ? more : from !== undefined,
      hasNext: back || more,
    };
  },

  async find(client) {
    const [row] = await execute<KnownRow>(sql`select ${KNOWN} where registration.client_id = ${client}`);
    return row && knownOf(row);
  },

  async namesOf(clients) {
    if (clients.length === 0) return new Map();
    const rows = await execute<{ client_id: string; name: string }>(sql`
      select client_id, name from assent.tpp_registration where client_id = any(${sql.param([...clients])}::text[])`);
    return new Map(rows.map(({ client_id, name }) => [asClientId(client_id), name]));
  },
});

function knownOf(row: KnownRow): TppKnown {
  const certificatesEndAt = momentOf(row.certificates_ms);
  return {
    ...registrationOf(row),
    standing: row.standing,
    roles: row.roles,
    ...(certificatesEndAt && { certificatesEndAt }),
    consents: row.consents,
    blockedRoles: row.blocked_roles,
  };
}
