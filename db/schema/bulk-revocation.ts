import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/**
 * Many consents that staff end at once:
 *
 *   preparing ──▶ prepared ──▶ running ──▶ done
 *       │             │           │
 *       └▶ too-many   └▶ not-run  └▶ stopping ──▶ stopped
 *
 * What it is and whoever prepared it are written once: the app has no right to change those columns.
 */
export const bulkRevocation = assent.table(
  "bulk_revocation",
  {
    id: uuid().primaryKey(),
    /** What they have in common: customer, tpp, account, search; or that another list left them: rest. */
    scope: text().notNull(),
    /** Whose or which; of a customer none; of a search its account. Empty once its customer was erased. */
    scopeOf: text("scope_of"),
    /** The customer by pseudonym, so that nothing is left to erase. */
    customerRef: uuid("customer_ref"),
    /** What a search was narrowed by and what its text meant; customers by pseudonym. */
    search: jsonb(),
    reason: text().notNull(),
    preparedBy: text("prepared_by").notNull(),
    preparedAt: instant("prepared_at").notNull(),
    /** The same form twice is one list. */
    idempotencyKey: text("idempotency_key").notNull(),
    correlationId: text("correlation_id").notNull(),
    state: text().notNull().default("preparing"),
    /** Where the look for consents has come to: which status, and after which consent. */
    pass: integer().notNull().default(0),
    afterCreated: text("after_created"),
    afterConsent: text("after_consent"),
    /** Until then one process works on it, and which. */
    leasedUntil: instant("leased_until"),
    leasedBy: uuid("leased_by"),
    count: integer().notNull().default(0),
    /** SHA-256 of the ids in their order, one to a line, once all are found. */
    setHash: text("set_hash"),
    customers: integer(),
    /** How many of each kind of each TPP. */
    breakdown: jsonb(),
    approvalId: uuid("approval_id"),
    startedAt: instant("started_at"),
    stopAskedBy: text("stop_asked_by"),
    endedAt: instant("ended_at"),
    /** How far it has come; changed in the statement that changes the items. */
    begun: integer().notNull().default(0),
    revoked: integer().notNull().default(0),
    endedBefore: integer("ended_before").notNull().default(0),
    notRevoked: integer("not_revoked").notNull().default(0),
    /** Whether the authorization server answered the last time that it was asked. */
    authorityAway: boolean("authority_away").notNull().default(false),
  },
  (table) => [
    unique("bulk_revocation_once").on(table.preparedBy, table.idempotencyKey),
    check("bulk_revocation_key", sql`length(${table.idempotencyKey}) between 1 and 128`),
    check("bulk_revocation_scope", sql`${table.scope} in ('customer', 'tpp', 'account', 'search', 'rest')`),
    check(
      "bulk_revocation_of",
      sql`(${table.scope} = 'customer') = (${table.customerRef} is not null)
        and (${table.scope} = 'search') = (${table.search} is not null)
        and case ${table.scope} when 'customer' then ${table.scopeOf} is null when 'search' then true
          else ${table.scopeOf} is not null end`,
    ),
    check(
      "bulk_revocation_state",
      sql`${table.state} in ('preparing', 'too-many', 'prepared', 'not-run', 'running', 'stopping', 'stopped', 'done')`,
    ),
    check("bulk_revocation_hash", sql`(${table.state} in ('preparing', 'too-many')) = (${table.setHash} is null)`),
    check(
      "bulk_revocation_started",
      sql`${table.state} not in ('running', 'stopping', 'stopped', 'done') or (${table.approvalId} is not null and ${table.startedAt} is not null)`,
    ),
    index("bulk_revocation_newest").on(table.preparedAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("bulk_revocation_to_do")
      .on(table.preparedAt)
      .where(sql`${table.state} in ('preparing', 'running', 'stopping')`),
    index("bulk_revocation_unused").on(table.preparedAt).where(sql`${table.startedAt} is null`),
  ],
);

/** One consent of such a list, and what became of it: waiting → sent → revoked or not-revoked; waiting → ended-before. */
export const bulkRevocationItem = assent.table(
  "bulk_revocation_item",
  {
    setId: uuid("set_id")
      .notNull()
      .references(() => bulkRevocation.id, { onDelete: "cascade" }),
    consentId: text("consent_id").notNull(),
    state: text().notNull().default("waiting"),
    /** The change that ends it. */
    changeId: uuid("change_id"),
    /** In what it was found by then, when there was nothing left to end. */
    found: text(),
  },
  (table) => [
    primaryKey({ columns: [table.setId, table.consentId] }),
    check(
      "bulk_revocation_item_state",
      sql`${table.state} in ('waiting', 'sent', 'revoked', 'not-revoked', 'ended-before')`,
    ),
    index("bulk_revocation_item_state_order").on(table.setId, table.state, table.consentId),
  ],
);
