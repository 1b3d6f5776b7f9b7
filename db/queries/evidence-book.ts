import { sql } from "drizzle-orm";
import { isPseudonym, searchOf } from "~/domain/audit/audit-asked";
import type { EvidenceBook } from "~/ports/evidence-book";
import type { Database } from "../client.server";
import { audited, writtenAs } from "./audit-event";
import { createExecute } from "./execute";
import { byStaff } from "./staff-desk";

const ONCE = sql`(select 1) as once`;

/** In the record itself: whoever reads evidence leaves some. */
export function createEvidenceBook(db: Database, tenant: string): EvidenceBook {
  const execute = createExecute(db);
  return {
    async searched(by, who, { staff, correlationId }) {
      // What was typed may be a name: only what names somebody by an id of ours is kept.
      const known = isPseudonym(who ?? "")
        ? sql`${who}::text`
        : sql`(select id from assent.staff_member where id = ${who ?? ""}::text)`;
      const detail = sql`jsonb_strip_nulls(jsonb_build_object('by', ${by}::text, 'who', ${known}))`;
      await execute(sql`with audited as (
        ${writtenAs({ tenant, correlationId }, byStaff(staff), "evidence-searched", detail, ONCE)}) select 1`);
    },
    async opened({ id, consentId, clientId }, { staff, correlationId }) {
      const about = { tenant, correlationId, ...(consentId && { consentId }), ...(clientId && { clientId }) };
      const event = { type: "evidence-opened", detail: { eventId: id } } as const;
      await execute(sql`with ${audited(about, byStaff(staff), event, ONCE)} select 1`);
    },
    async exported(asked, { staff, correlationId }) {
      const event = { type: "evidence-exported", detail: { asked: Object.fromEntries(searchOf(asked)) } } as const;
      await execute(sql`with ${audited({ tenant, correlationId }, byStaff(staff), event, ONCE)} select 1`);
    },
  };
}
