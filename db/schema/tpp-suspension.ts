import { sql } from "drizzle-orm";
import { check, index, text, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/** What a TPP may not do for a while: one row for each time that two people agreed on it. */
export const tppSuspension = assent.table(
  "tpp_suspension",
  {
    id: uuid().primaryKey(),
    clientId: text("client_id").notNull(),
    scope: text().notNull(),
    reason: text().notNull(),
    fromAt: instant("from_at").notNull(),
    /** Absent: until somebody lifts it. */
    untilAt: instant("until_at"),
    /** Who asked for it, and by which approval: one approval is one suspension. */
    askedBy: text("asked_by").notNull(),
    approvalId: text("approval_id").notNull().unique(),
    writtenAt: instant("written_at").notNull(),
    /** Set once, by whoever lifts it or by its own end. */
    liftedAt: instant("lifted_at"),
    liftedBecause: text("lifted_because"),
    /** Where telling its customers has come to, by the order of the index; and that all were told. */
    toldAfter: text("told_after"),
    toldAt: instant("told_at"),
    /** The same of its end. */
    backAfter: text("back_after"),
    backAt: instant("back_at"),
  },
  (table) => [
    check("tpp_suspension_scope", sql`${table.scope} in ('new-consents', 'payments', 'all-access')`),
    check("tpp_suspension_times", sql`${table.untilAt} > ${table.fromAt}`),
    check("tpp_suspension_lifted", sql`(${table.liftedAt} is null) = (${table.liftedBecause} is null)`),
    check("tpp_suspension_because", sql`${table.liftedBecause} in ('time', 'staff')`),
    // What holds or will hold: the list that a gateway reads each second.
    index("tpp_suspension_holds").on(table.clientId, table.fromAt).where(sql`${table.liftedAt} is null`),
    index("tpp_suspension_client").on(table.clientId, table.fromAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("tpp_suspension_untold").on(table.fromAt).where(sql`${table.toldAt} is null`),
    index("tpp_suspension_not_back")
      .on(table.liftedAt)
      .where(sql`${table.liftedAt} is not null and ${table.backAt} is null`),
  ],
);
