import { sql } from "drizzle-orm";
import { check, index, jsonb, text, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/**
 * One row for each hand-off that a browser has opened. The id is a digest of the hand-off: it can be opened once. So have
 * those who sign after the first, one for each log-in in which they read what they are to sign.
 */
export const consentVisit = assent.table(
  "consent_visit",
  {
    id: text().primaryKey(),
    consentId: text("consent_id").notNull(),
    clientId: text("client_id").notNull(),
    kind: text().notNull(),
    customerId: text("customer_id").notNull(),
    correlationId: text("correlation_id").notNull(),
    /** Of somebody who signs after the first: no hand-off opened it, and no decision comes of it. */
    signingId: uuid("signing_id"),
    openedAt: instant("opened_at").notNull().defaultNow(),
  },
  (table) => [
    index("consent_visit_opened").on(table.openedAt),
    // Who brought a consent here.
    index("consent_visit_consent").on(table.consentId),
  ],
);

/** What was done on a visit and not answered with yet. Replaced by each look around; goes with its visit. */
export const consentDraft = assent.table("consent_draft", {
  visitId: text("visit_id")
    .primaryKey()
    .references(() => consentVisit.id, { onDelete: "cascade" }),
  customerRef: uuid("customer_ref").notNull(),
  /** Of the request on whose page it was done: on another one it counts for nothing. */
  payloadHash: text("payload_hash").notNull(),
  /** Encrypted with the customer's key. */
  draft: text().notNull(),
  at: instant("at").notNull(),
});

/** What was answered on a visit: at most once. Secrets in it are sealed with the app's own key. */
export const consentDecision = assent.table(
  "consent_decision",
  {
    id: uuid().primaryKey(),
    visitId: text("visit_id")
      .notNull()
      .unique()
      .references(() => consentVisit.id),
    decision: jsonb().notNull(),
    /** Names the page that was answered (`shown_page`); none where nothing was shown that could be agreed to. */
    shownHash: text("shown_hash"),
    state: text().notNull().default("intended"),
    /** To settle what a crash left in between without the browser; gone once the decision has ended. */
    sealedVisit: text("sealed_visit"),
    sealedNextHop: text("sealed_next_hop"),
    intendedAt: instant("intended_at").notNull().defaultNow(),
    closedBecause: text("closed_because"),
    /** Until then whoever took it to the authorization server has the sole right to. */
    sendingUntil: instant("sending_until"),
    endedAt: instant("ended_at"),
    followedAt: instant("followed_at"),
  },
  (table) => [
    check("consent_decision_state", sql`${table.state} in ('intended', 'settled', 'closed')`),
    check("consent_decision_hop", sql`${table.sealedNextHop} is null or ${table.state} = 'settled'`),
    check("consent_decision_closed", sql`(${table.state} = 'closed') = (${table.closedBecause} is not null)`),
    // What a crash left in between; the only rows that a sweep has to look at.
    index("consent_decision_intended").on(table.intendedAt).where(sql`${table.state} = 'intended'`),
  ],
);
