import { sql } from "drizzle-orm";
import { check, index, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";
import { consentVisit } from "./consent-desk";

/**
 * What customers told the bank, for its fraud team to look into: at most one case a visit, and of what they found on
 * their own pages at most one open case a consent.
 */
export const customerCase = assent.table(
  "customer_case",
  {
    id: uuid().primaryKey(),
    tenant: text().notNull(),
    kind: text().notNull(),
    consentId: text("consent_id").notNull(),
    clientId: text("client_id").notNull(),
    /** The pseudonym of `customer_key`. */
    customerRef: uuid("customer_ref").notNull(),
    /** Only of a request that was not expected. */
    visitId: text("visit_id")
      .unique()
      .references(() => consentVisit.id, { onDelete: "cascade" }),
    /** What the customer was told to quote. */
    reference: text().notNull().unique(),
    state: text().notNull().default("open"),
    openedAt: instant("opened_at").notNull().defaultNow(),
    /** Until then whoever took it has the sole right to announce it. */
    announcingUntil: instant("announcing_until"),
    announcedAt: instant("announced_at"),
  },
  (table) => [
    check("customer_case_kind", sql`${table.kind} in ('not-expected', 'not-recognised')`),
    check("customer_case_visit", sql`(${table.kind} = 'not-expected') = (${table.visitId} is not null)`),
    check("customer_case_state", sql`${table.state} in ('open', 'closed')`),
    uniqueIndex("customer_case_open_once")
      .on(table.consentId, table.customerRef)
      .where(sql`${table.visitId} is null and ${table.state} = 'open'`),
    index("customer_case_open").on(table.openedAt).where(sql`${table.state} = 'open'`),
    index("customer_case_consent").on(table.consentId),
    index("customer_case_unannounced").on(table.openedAt).where(sql`${table.announcedAt} is null`),
  ],
);
