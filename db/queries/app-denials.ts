import { type SQL, sql } from "drizzle-orm";
import type { SuspensionScope } from "~/domain/approvals/act";
import { asClientId, type ClientId } from "~/domain/shared/ids";
import type { AppRole } from "~/domain/tpp/app-facts";
import type { AppDenial } from "~/domain/tpp/suspension";
import { HOLDS } from "./tpp-suspension-row";

export interface AppDenialRow extends Record<string, unknown> {
  readonly client_id: string;
  readonly effect: SuspensionScope;
  readonly role: AppRole | null;
  /** Milliseconds since 1970. */
  readonly until_ms: number | null;
  readonly by: "register" | null;
}

/** A register that is no longer set up says nothing, however much is still known of it. */
export const HAS_REGISTER = sql`exists (
  select from assent.tpp_register_look where name = 'register' and problem is distinct from 'no-register')`;

/**
 * What apps may not do now: by suspension; and by roles that the bank has blocked, or that its register does not let it
 * use, of which it is asked nothing new.
 *
 * @param client whose; of all when absent. Whom the authorization server does not have asks for nothing there, so that
 * the list that is read each second is as long as the bank has apps, and not as the register has firms.
 */
export function appDenials(client: ClientId | undefined, limit: number): SQL {
  const which = client === undefined ? sql`true` : sql`client_id = ${client}`;
  const asking = client === undefined ? sql`authority is not null` : which;
  return sql`
    (select client_id, scope as effect, null as role, (extract(epoch from until_at) * 1000)::float8 as until_ms,
        null as by
      from assent.tpp_suspension where ${HOLDS} and ${which} limit ${limit})
    union all
    (select client_id, 'new-consents', unnest(blocked_roles), null, null
      from assent.tpp_override where blocked_roles <> '{}' and ${which} limit ${limit})
    union all
    (select client_id, 'new-consents', unnest(barred_roles), null, 'register'
      from assent.tpp_registration where barred_roles <> '{}' and ${asking} and ${HAS_REGISTER} limit ${limit})`;
}

export const appDenialOf = ({ client_id, effect, role, until_ms, by }: AppDenialRow): AppDenial => ({
  clientId: asClientId(client_id),
  effect,
  ...(role !== null && { role }),
  ...(until_ms !== null && { until: new Date(until_ms) }),
  ...(by !== null && { by }),
});
