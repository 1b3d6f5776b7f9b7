import { sql } from "drizzle-orm";
import { validate as isUuid, v7 as uuidv7 } from "uuid";
import type { ClientId } from "~/domain/shared/ids";
import type { Suspension } from "~/domain/tpp/suspension";
import type { TppSuspensions } from "~/ports/tpp-suspensions";
import type { Database } from "../client.server";
import { type AppDenialRow, appDenialOf, appDenials } from "./app-denials";
import { audited, BY_SYSTEM, writtenAs } from "./audit-event";
import { createExecute } from "./execute";
import { byStaff } from "./staff-desk";
import { createTelling } from "./tell-of-suspension";
import { createAffected } from "./tpp-affected";
import { SUSPENSION, type SuspensionRow, suspensionOf } from "./tpp-suspension-row";

/** Of one app there are two or three; whatever happened, no page waits for more. */
const MOST_DENIALS = 100;
const MOST_HOLDING = 1_000;

/** Suspensions in PostgreSQL. */
export function createTppSuspensions(db: Database, tenant: string): TppSuspensions {
  const execute = createExecute(db);
  return {
    async denialsOf(client) {
      const rows = await execute<AppDenialRow>(appDenials(client, MOST_DENIALS));
      return rows.map(appDenialOf);
    },
    async of(client, limit) {
      const rows = await execute<SuspensionRow>(sql`
        select ${SUSPENSION} from assent.tpp_suspension where client_id = ${client}
        order by from_at desc, id desc limit ${limit}`);
      return rows.map(suspensionOf);
    },
    async find(id) {
      if (!isUuid(id)) return undefined;
      const [row] = await execute<SuspensionRow>(
        sql`select ${SUSPENSION} from assent.tpp_suspension where id = ${id}::uuid`,
      );
      return row && suspensionOf(row);
    },
    async holding(clients) {
      if (clients.length === 0) return new Map();
      const rows = await execute<SuspensionRow>(sql`
        select ${SUSPENSION} from assent.tpp_suspension
        where client_id = any(${sql.param([...clients])}::text[]) and lifted_at is null
          and (until_at is null or until_at > now())
        order by from_at, id limit ${MOST_HOLDING}`);
      const found = new Map<ClientId, Suspension[]>();
      for (const each of rows.map(suspensionOf)) {
        found.set(each.clientId, [...(found.get(each.clientId) ?? []), each]);
      }
      return found;
    },
    async suspend({ clientId, scope, from, until = null, reason }, { approvalId, askedBy, correlationId }) {
      const id = uuidv7();
      const event = {
        type: "tpp-suspended",
        detail: { suspensionId: id, approvalId, scope, until },
      } as const;
      const [row] = await execute(sql`
        with written as (
          insert into assent.tpp_suspension (id, client_id, scope, reason, from_at, until_at, asked_by, approval_id,
            written_at, told_at)
          select ${id}::uuid, ${clientId}, ${scope}, ${reason}, greatest(${from}::timestamptz, now),
            ${until}::timestamptz, ${askedBy}, ${approvalId}, now,
            -- Whoever shares already is not touched, and told of nothing.
            case when ${scope} = 'new-consents' then now end
          from clock_timestamp() as now
          where ${until}::timestamptz is null or ${until}::timestamptz > greatest(${from}::timestamptz, now)
          on conflict (approval_id) do nothing returning id
        ), ${audited({ tenant, clientId, correlationId }, byStaff(askedBy), event, sql`written`)}
        select from written`);
      if (row) return true;
      // Whoever was first was waited for, and what they wrote is newer than what that statement sees.
      const [there] = await execute(sql`select from assent.tpp_suspension where approval_id = ${approvalId}`);
      return there !== undefined;
    },
    async lift(id, clientId, { approvalId, askedBy, correlationId }) {
      if (!isUuid(id)) return false;
      const event = {
        type: "tpp-suspension-lifted",
        detail: { suspensionId: id, approvalId, because: "staff" },
      } as const;
      const rows = await execute(sql`
        with lifted as (
          update assent.tpp_suspension set lifted_at = clock_timestamp(), lifted_because = 'staff'
          where id = ${id}::uuid and client_id = ${clientId} and lifted_at is null
            and (until_at is null or until_at > clock_timestamp())
          returning id
        ), ${audited({ tenant, clientId, correlationId }, byStaff(askedBy), event, sql`lifted`)}
        select from lifted`);
      return rows.length > 0;
    },
    async liftOver(limit) {
      const over = await execute<{ id: string; client_id: string }>(sql`
        select id, client_id from assent.tpp_suspension where lifted_at is null and until_at <= now()
        order by until_at limit ${limit}`);
      const lifted = await Promise.all(
        over.map(({ id, client_id }) => {
          const about = { tenant, clientId: client_id as ClientId, correlationId: id };
          const detail = sql`${JSON.stringify({ suspensionId: id, because: "time" })}::jsonb`;
          return execute(sql`
            with lifted as (
              update assent.tpp_suspension set lifted_at = until_at, lifted_because = 'time'
              where id = ${id}::uuid and lifted_at is null and until_at <= now() returning id
            ), written as (
              ${writtenAs(about, BY_SYSTEM, "tpp-suspension-lifted", detail, sql`lifted`)}
            ) select from lifted`);
        }),
      );
      return lifted.filter((rows) => rows.length > 0).length;
    },
    tell: createTelling(execute),
    affected: createAffected(execute),
  };
}
