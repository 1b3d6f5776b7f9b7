import { sql } from "drizzle-orm";
import { check, index, primaryKey, text } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/**
 * That a member of staff has said why they look at one consent. It opens that one to them for a while, and goes
 * after that; what was said stays in the record of evidence.
 */
export const staffLook = assent.table(
  "staff_look",
  {
    staffId: text("staff_id").notNull(),
    consentId: text("consent_id").notNull(),
    reason: text().notNull(),
    saidAt: instant("said_at").notNull(),
    endsAt: instant("ends_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.staffId, table.consentId] }),
    check("staff_look_ends", sql`${table.endsAt} > ${table.saidAt}`),
    index("staff_look_ends_at").on(table.endsAt),
  ],
);
