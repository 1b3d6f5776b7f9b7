import { type SQL, sql } from "drizzle-orm";
import type { SuspensionScope } from "~/domain/approvals/act";
import { asClientId } from "~/domain/shared/ids";
import type { AppRole } from "~/domain/tpp/app-facts";
import type { AppDenial } from "~/domain/tpp/suspension";
import { HOLDS } from "./tpp-suspension-row";

export interface AppDenialRow extends Record<string, unknown> {
  readonly client_id: string;
  readonly effect: SuspensionScope;
  readonly role: AppRole | null;
  /** Milliseconds since 1970. */
  readonly until_ms: number | null;
}

/**
 * What apps may not do now: by suspension, and by roles that the bank has blocked, of which it is asked nothing new.
 *
 * @param which of them, as a condition on `client_id`.
 */
export const appDenials = (which: SQL, limit: number): SQL => sql`
  (select client_id, scope as effect, null as role, (extract(epoch from until_at) * 1000)::float8 as until_ms
    from assent.tpp_suspension where ${HOLDS} and ${which} limit ${limit})
  union all
  (select client_id, 'new-consents', unnest(blocked_roles), null
    from assent.tpp_override where blocked_roles <> '{}' and ${which} limit ${limit})`;

export const appDenialOf = ({ client_id, effect, role, until_ms }: AppDenialRow): AppDenial => ({
  clientId: asClientId(client_id),
  effect,
  ...(role !== null && { role }),
  ...(until_ms !== null && { until: new Date(until_ms) }),
});
