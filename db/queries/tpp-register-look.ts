import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { plainText } from "~/domain/shared/plain-text";
import { changesAsking, rolesBarred } from "~/domain/tpp/register-word";
import { firstEnd } from "~/domain/tpp/registration";
import type { TppRegistrations } from "~/ports/tpp-registrations";
import { audited, BY_SYSTEM } from "./audit-event";
import type { createExecute, createTransact } from "./execute";
import { ms } from "./registered-consent-row";
import { byStaff } from "./staff-desk";
import { momentOf, REGISTRATION, type RegistrationRow, registrationOf, storable } from "./tpp-registration-row";

/** How often the register is looked at, and for how long whoever does has it. */
const HOURLY = sql.raw("interval '1 hour'");
const CLAIMED = sql.raw("interval '2 minutes'");
/** After a look that went wrong. */
const SOON = sql.raw("interval '1 minute'");

type Looks = Pick<TppRegistrations, "claimLook" | "askLook" | "known" | "keep" | "lastLook" | "warned">;

/** The looks at the register, and what they found, in PostgreSQL. */
export const createRegisterLook = (
  execute: ReturnType<typeof createExecute>,
  transact: ReturnType<typeof createTransact>,
  tenant: string,
): Looks => ({
  async claimLook() {
    const taken = await execute(sql`
      insert into assent.tpp_register_look as look (name, due_at) values ('register', clock_timestamp() + ${CLAIMED})
      on conflict (name) do update set due_at = excluded.due_at where look.due_at <= clock_timestamp() returning name`);
    return taken.length > 0;
  },

  async askLook({ staff, correlationId }) {
    const event = { type: "job-asked", detail: { job: "sync-register" } } as const;
    await execute(sql`
      with asked as (
        insert into assent.tpp_register_look as look (name, due_at) values ('register', clock_timestamp())
        on conflict (name) do update set due_at = least(look.due_at, excluded.due_at) returning name
      ), ${audited({ tenant, correlationId }, byStaff(staff), event, sql`asked`)}
      select from asked`);
  },

  async known() {
    const rows = await execute<RegistrationRow>(
      sql`select ${REGISTRATION} from assent.tpp_registration as registration order by client_id`,
    );
    return rows.map(registrationOf);
  },

  async keep({ register, problem, authority, correlationId }) {
    const now = new Date();
    const said = register?.statements.map(({ said: statement }) => ({
      client_id: statement.clientId,
      name: nameOf(statement.name, statement.clientId),
      register: storable(statement),
      signed_at: statement.signedAt,
      standing: statement.standing,
      roles: statement.roles,
      barred_roles: rolesBarred(statement),
      ends: firstEnd(statement.certificates, now) ?? null,
    }));
    const changes = register?.statements.flatMap(({ said: { clientId }, changes: some }) =>
      some.map(({ what, before = null, after = null }) => ({
        id: uuidv7(),
        client_id: clientId,
        what,
        before: before?.slice(0, 500) ?? null,
        after: after?.slice(0, 500) ?? null,
      })),
    );
    const theirs = authority?.map((app) => ({
      client_id: app.clientId,
      name: nameOf(app.name, app.clientId),
      authority: storable(app),
      roles: app.roles,
    }));
    await transact(async (run) => {
      if (theirs) {
        await run(sql`
          insert into assent.tpp_registration as registration (client_id, name, authority, authority_at, standing, roles)
          select client_id, name, authority::jsonb, now(), 'unlisted', array(select jsonb_array_elements_text(roles))
          from jsonb_to_recordset(${storable(theirs)}::jsonb) as told (client_id text, name text, authority text, roles jsonb)
          on conflict (client_id) do update set authority = excluded.authority, authority_at = excluded.authority_at,
            name = case when registration.register is null then excluded.name else registration.name end,
            roles = case when registration.register is null then excluded.roles else registration.roles end`);
      }
      if (register && said && changes) {
        await run(sql`
          insert into assent.tpp_registration as registration (client_id, name, register, signed_at, in_register_at,
            standing, roles, barred_roles, certificates_end_at)
          select client_id, name, register::jsonb, signed_at, now(), standing,
            array(select jsonb_array_elements_text(roles)), array(select jsonb_array_elements_text(barred_roles)), ends
          from jsonb_to_recordset(${storable(said)}::jsonb) as told (client_id text, name text, register text,
            signed_at timestamptz, standing text, roles jsonb, barred_roles jsonb, ends timestamptz)
          on conflict (client_id) do update set name = excluded.name, register = excluded.register,
            signed_at = excluded.signed_at, in_register_at = excluded.in_register_at, standing = excluded.standing,
            roles = excluded.roles, barred_roles = excluded.barred_roles, certificates_end_at = excluded.certificates_end_at,
            warned_of = case when registration.certificates_end_at = excluded.certificates_end_at
              then registration.warned_of end
          -- Another look may have kept a newer word since this one compared.
          where registration.signed_at is null or registration.signed_at <= excluded.signed_at`);
        // What this reading did not name is in the register no more; what it said last stays to be seen.
        await run(sql`
          update assent.tpp_registration set standing = 'unlisted'
          where register is not null and standing = 'active' and in_register_at < now()`);
        await run(sql`
          insert into assent.tpp_register_change (id, client_id, at, what, before, after)
          select id, client_id, now(), what, before, after
          from jsonb_to_recordset(${storable(changes)}::jsonb)
            as change (id uuid, client_id text, what text, before text, after text)`);
        for (const { said: statement, changes: some } of register.statements) {
          if (!changesAsking(some)) continue;
          const { clientId, standing } = statement;
          const event = {
            type: "tpp-register-changed",
            detail: { standing, barredRoles: rolesBarred(statement) },
          } as const;
          await run(sql`
            with changed as (select), ${audited({ tenant, clientId, correlationId }, BY_SYSTEM, event, sql`changed`)}
            select from changed`);
        }
      }
      await run(sql`
        update assent.tpp_register_look set tried_at = now(),
          due_at = clock_timestamp() + ${register && authority ? HOURLY : SOON}, problem = ${problem ?? null},
          read_at = case when ${register !== undefined} then now() else read_at end,
          refused = case when ${register !== undefined} then ${sql.param([...(register?.refused ?? [])])}::text[]
            else refused end
        where name = 'register'`);
    });
  },

  async lastLook() {
    const [row] = await execute<{
      tried_ms: string | null;
      read_ms: string | null;
      problem: string | null;
      refused: readonly string[];
      due: boolean;
    }>(sql`
      select ${ms(sql`tried_at`)} as tried_ms, ${ms(sql`read_at`)} as read_ms, problem, refused,
        due_at <= clock_timestamp() + ${CLAIMED} and (tried_at is null or due_at < tried_at + ${HOURLY} - ${CLAIMED}
          or due_at <= clock_timestamp()) as due
      from assent.tpp_register_look where name = 'register'`);
    if (!row) return { refused: [], isDue: false };
    const [triedAt, readAt] = [momentOf(row.tried_ms), momentOf(row.read_ms)];
    return {
      ...(triedAt && { triedAt }),
      ...(readAt && { readAt }),
      ...(row.problem !== null && { problem: row.problem }),
      refused: row.refused,
      isDue: row.due,
    };
  },

  async warned(client, day) {
    const rows = await execute(sql`
      update assent.tpp_registration set warned_of = ${String(day)}
      where client_id = ${client} and warned_of is distinct from ${String(day)} returning client_id`);
    return rows.length > 0;
  },
});

const nameOf = (name: string | undefined, clientId: string) => plainText(name, 120) ?? clientId;
