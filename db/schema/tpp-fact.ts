import { sql } from "drizzle-orm";
import { check, jsonb, text } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/** What an app's registration said when it was last looked at (D-20). One row for each TPP. */
export const tppFact = assent.table(
  "tpp_fact",
  {
    clientId: text("client_id").primaryKey(),
    /** Absent while nobody has told us. */
    facts: jsonb(),
    refreshedAt: instant("refreshed_at"),
    /** When it is looked at again; until then somebody is at it, or it is fresh. */
    dueAt: instant("due_at").notNull(),
  },
  (table) => [check("tpp_fact_known", sql`(${table.facts} is null) = (${table.refreshedAt} is null)`)],
);
