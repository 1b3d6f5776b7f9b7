import { sql } from "drizzle-orm";
import type { LookReason } from "~/domain/staff/look-reason";
import type { CustomerVault } from "~/ports/customer-vault";
import type { StaffLooks } from "~/ports/staff-looks";
import type { Database } from "../client.server";
import { audited } from "./audit-event";
import { createExecute } from "./execute";
import { byStaff } from "./staff-desk";

/** Long enough for a call, short enough that the next one asks again. */
const HOLDS = sql`interval '30 minutes'`;

interface LookRow extends Record<string, unknown> {
  readonly reason: LookReason;
  /** Milliseconds since 1970. */
  readonly ends: string;
}

/** Looks of staff in PostgreSQL. */
export function createStaffLooks(
  db: Database,
  { tenant, vault }: { readonly tenant: string; readonly vault: Pick<CustomerVault, "of"> },
): StaffLooks {
  const execute = createExecute(db);
  return {
    async begin({ staff, consentId, clientId, customer, reason, note, correlationId }) {
      const cipher = customer && (await vault.of(customer));
      const event = {
        type: "consent-looked",
        detail: { reason },
        ...(cipher && note && { personal: { note } }),
      } as const;
      const about = { tenant, consentId, clientId, correlationId };
      await execute(sql`
        with said as (
          insert into assent.staff_look (staff_id, consent_id, reason, said_at, ends_at)
          select ${staff}, ${consentId}, ${reason}, now, now + ${HOLDS} from clock_timestamp() as now
          on conflict (staff_id, consent_id)
            do update set reason = excluded.reason, said_at = excluded.said_at, ends_at = excluded.ends_at
          returning ends_at
        ), ${audited(about, byStaff(staff), event, sql`said`, cipher && { cipher })}
        select 1`);
    },
    async of(staff, consent) {
      const [row] = await execute<LookRow>(sql`
        select reason, extract(epoch from ends_at) * 1000 as ends from assent.staff_look
        where staff_id = ${staff} and consent_id = ${consent} and ends_at > clock_timestamp()`);
      return row && { reason: row.reason, until: new Date(Number(row.ends)) };
    },
    async forgetEnded(limit) {
      const ended = await execute(sql`
        delete from assent.staff_look where (staff_id, consent_id) in (
          select staff_id, consent_id from assent.staff_look
          where ends_at <= clock_timestamp() order by ends_at limit ${limit} for update skip locked)
        returning reason`);
      return ended.length;
    },
  };
}
