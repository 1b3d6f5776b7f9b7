import { sql } from "drizzle-orm";
import { bigint, boolean, check, date, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/**
 * Every read that a gateway of the bank told of, once (D-05). Kept by the consent's id alone, which may be one that our
 * picture does not know yet; whose it is, that picture says.
 */
export const accessEvent = assent.table(
  "access_event",
  {
    /** The gateway's, UUIDv7: to know it again by, and in the order of time, by which it is listed and swept. */
    id: uuid().primaryKey(),
    consentId: text("consent_id").notNull(),
    clientId: text("client_id").notNull(),
    at: instant("at").notNull(),
    resource: text().notNull(),
    /** The customer was using the app (`x-fapi-customer-ip-address`). */
    present: boolean().notNull(),
    interactionId: text("interaction_id"),
    /** Which accounts were read, and how many records of each; empty for what belongs to no account. */
    accountIds: text("account_ids").array().notNull(),
    records: integer().array().notNull(),
  },
  (table) => [
    check("access_event_records", sql`cardinality(${table.accountIds}) = cardinality(${table.records})`),
    index("access_event_consent").on(table.consentId, table.id.desc().nullsFirst()),
  ],
);

/** The same, added up: what a page shows. A read of several accounts counts for each. */
export const accessDay = assent.table(
  "access_day",
  {
    consentId: text("consent_id").notNull(),
    /** In the bank's own zone. */
    day: date().notNull(),
    resource: text().notNull(),
    /** Empty for what belongs to no account. */
    accountId: text("account_id").notNull(),
    present: boolean().notNull(),
    reads: integer().notNull(),
    records: bigint({ mode: "number" }).notNull(),
    firstAt: instant("first_at").notNull(),
    lastAt: instant("last_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.consentId, table.day, table.resource, table.accountId, table.present] }),
    // For the sweep alone. Not by BRIN: what it frees is filled with new days, and its ranges come to span all.
    index("access_day_day").on(table.day),
  ],
);

/** When each sort of data was last read, which is told for longer than each read is kept (D-04). */
export const accessLast = assent.table(
  "access_last",
  {
    consentId: text("consent_id").notNull(),
    resource: text().notNull(),
    lastAt: instant("last_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.consentId, table.resource] })],
);

/** How far what was told goes, for customers are told how late it may be. */
export const accessFeed = assent.table("access_feed", {
  issuer: text().primaryKey(),
  /** Every read until then was told. */
  toldUntil: instant("told_until").notNull(),
  heardAt: instant("heard_at").notNull(),
});
