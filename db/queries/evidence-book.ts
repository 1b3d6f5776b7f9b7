import { sql } from "drizzle-orm";
import { searchOf } from "~/domain/audit/audit-asked";
import type { EvidenceBook } from "~/ports/evidence-book";
import type { Database } from "../client.server";
import { audited } from "./audit-event";
import { createExecute } from "./execute";
import { byStaff } from "./staff-desk";

const ONCE = sql`(select 1) as once`;

/** In the record itself: whoever reads evidence leaves some. */
export function createEvidenceBook(db: Database, tenant: string): EvidenceBook {
  const execute = createExecute(db);
  return {
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
