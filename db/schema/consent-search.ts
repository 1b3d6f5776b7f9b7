import { sql } from "drizzle-orm";
import { boolean, check, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/**
 * Customers by name, as the bank last told it, so that staff find them by a part of it (decision 51). One row for each
 * customer of a consent, made by a trigger; the name comes later, and the row goes when the customer is erased.
 */
export const customerDirectory = assent.table(
  "customer_directory",
  {
    customerId: text("customer_id").primaryKey(),
    /** Absent until the bank has told it, and for a customer whom it does not know. */
    name: text(),
    /** The same as it is searched: without case, accents and punctuation. */
    folded: text(),
    /** Every three letters in a row of it. */
    grams: text().array().notNull().default(sql`'{}'`),
    toldAt: instant("told_at"),
    /** When the bank is asked; until then somebody is at it, or it is fresh. */
    dueAt: instant("due_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    index("customer_directory_begins").on(table.customerId.op("text_pattern_ops")),
    // Written at once, so that nobody who writes later pays for what others left.
    index("customer_directory_grams").using("gin", table.grams).with({ fastupdate: false }),
    index("customer_directory_due").on(table.dueAt),
  ],
);

/** How one member of staff wants lists to look. */
export const staffPreference = assent.table("staff_preference", {
  staffId: text("staff_id").primaryKey(),
  hiddenColumns: text("hidden_columns").array().notNull(),
  comfortable: boolean().notNull(),
});

/** Searches that a member of staff comes back to; none names a customer or an account. */
export const savedSearch = assent.table(
  "saved_search",
  {
    id: uuid().primaryKey(),
    staffId: text("staff_id").notNull(),
    name: text().notNull(),
    query: text().notNull(),
    savedAt: instant("saved_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    unique("saved_search_name").on(table.staffId, table.name),
    check("saved_search_lengths", sql`length(${table.name}) between 1 and 60 and length(${table.query}) <= 2000`),
  ],
);

/**
 * A list that somebody asked to take away, until they took it: asked → ready, once nobody or somebody else had to agree →
 * taken, once. Gone four days later, since it may name customers.
 */
export const consentExport = assent.table(
  "consent_export",
  {
    id: uuid().primaryKey(),
    staffId: text("staff_id").notNull(),
    query: text().notNull(),
    count: integer().notNull(),
    format: text().notNull(),
    askedAt: instant("asked_at").notNull().default(sql`clock_timestamp()`),
    approvalId: uuid("approval_id"),
    readyAt: instant("ready_at"),
    takenAt: instant("taken_at"),
  },
  (table) => [
    check("consent_export_format", sql`${table.format} in ('csv', 'jsonl')`),
    index("consent_export_staff").on(table.staffId, table.askedAt).where(sql`${table.takenAt} is null`),
    index("consent_export_asked").on(table.askedAt),
  ],
);
