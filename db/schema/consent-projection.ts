import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";
import { ON_A_SHELF, SHELF } from "./consent-shelf";

/**
 * What we know of each consent. The authorization server is the record: everything here can be made anew from it alone.
 */
export const consentProjection = assent.table(
  "consent_projection",
  {
    consentId: text("consent_id").primaryKey(),
    clientId: text("client_id").notNull(),
    clientName: text("client_name"),
    kind: text().notNull(),
    customerId: text("customer_id"),
    status: text().notNull(),
    /** Why it is in this status, in our own words. */
    reason: text().notNull(),
    /** Who suspended it; nobody else but a higher one may resume (T10). */
    suspendedBy: text("suspended_by"),
    /** The bank holds it over a pause of its customer's, which is there again when the bank lets go (T9, T10). */
    pauseBeneath: boolean("pause_beneath").notNull().default(false),
    version: integer().notNull(),
    accountIds: text("account_ids").array().notNull(),
    permissions: text().array(),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
    expiresAt: instant("expires_at"),
    /** The consent that took its place (P-11): a link, whoever's that may be. */
    supersededBy: text("superseded_by"),
    /** The authorization server's own count of changes; what is older than this is no news. */
    authorityRevision: integer("authority_revision"),
    /** When the authorization server last said the same. */
    confirmedAt: instant("confirmed_at"),
  },
  (table) => [
    check(
      "consent_projection_status",
      sql`${table.status} in ('awaiting-upload', 'pending', 'partially-authorised', 'authorised', 'suspended',
        'consumed', 'rejected', 'revoked', 'terminated', 'expired')`,
    ),
    check("consent_projection_version", sql`${table.version} > 0`),
    check("consent_projection_suspended", sql`(${table.status} = 'suspended') = (${table.suspendedBy} is not null)`),
    index("consent_projection_customer").on(
      table.customerId,
      table.createdAt.desc().nullsFirst(),
      table.consentId.desc().nullsFirst(),
    ),
    // The lists of one customer, each in its order.
    index("consent_projection_shelf")
      .on(
        table.customerId,
        sql.raw(`(${SHELF})`),
        table.changedAt.desc().nullsFirst(),
        table.consentId.desc().nullsFirst(),
      )
      .where(sql.raw(ON_A_SHELF)),
    index("consent_projection_client").on(
      table.clientId,
      table.status,
      table.createdAt.desc().nullsFirst(),
      table.consentId.desc().nullsFirst(),
    ),
    index("consent_projection_created").on(table.createdAt.desc().nullsFirst(), table.consentId.desc().nullsFirst()),
    // What staff look for: by the beginning of an id, by account, by what it is and how it stands, and by its dates.
    index("consent_projection_begins").on(table.consentId.op("text_pattern_ops")),
    index("consent_projection_accounts").using("gin", table.accountIds).with({ fastupdate: false }),
    index("consent_projection_kind").on(
      table.kind,
      table.status,
      table.createdAt.desc().nullsFirst(),
      table.consentId.desc().nullsFirst(),
    ),
    index("consent_projection_changed").on(table.changedAt.desc().nullsFirst(), table.consentId.desc().nullsFirst()),
    index("consent_projection_ends").on(table.expiresAt, table.consentId).where(sql`${table.expiresAt} is not null`),
    // What a gateway is told of for some minutes.
    index("consent_projection_denied")
      .on(table.changedAt)
      .where(sql`${table.status} in ('suspended', 'revoked', 'terminated')`),
    // What the bank holds back: few, and counted as they stand.
    index("consent_projection_held")
      .on(table.consentId)
      .where(sql`${table.status} = 'suspended' and ${table.suspendedBy} <> 'customer'`),
    // What can expire; the only rows that the job has to look at.
    index("consent_projection_expiry")
      .on(table.expiresAt)
      .where(sql`${table.status} in ('awaiting-upload', 'pending', 'partially-authorised', 'authorised', 'suspended')`),
  ],
);

/** Every state that a consent was in, and what changed from the one before. Rows are only ever added. */
export const consentVersionProjection = assent.table(
  "consent_version_projection",
  {
    consentId: text("consent_id").notNull(),
    version: integer().notNull(),
    at: instant("at").notNull(),
    move: text().notNull(),
    fromStatus: text("from_status"),
    toStatus: text("to_status").notNull(),
    actorType: text("actor_type").notNull(),
    actorRef: text("actor_ref"),
    reason: text().notNull(),
    /** How we came to know: by our own act, by an event of the authorization server, or by looking. */
    source: text().notNull(),
    decisionId: uuid("decision_id"),
    /** The fields that changed, each as [before, after]. */
    difference: jsonb().notNull(),
    correlationId: text("correlation_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.consentId, table.version] }),
    check("consent_version_source", sql`${table.source} in ('assent', 'authority-event', 'reconcile')`),
  ],
);

/** Events of the authorization server as they came, once each; taken in by a job, in any order. */
export const authorityEventInbox = assent.table(
  "authority_event_inbox",
  {
    id: text().primaryKey(),
    consentId: text("consent_id").notNull(),
    receivedAt: instant("received_at").notNull().default(sql`clock_timestamp()`),
    /** Until then somebody is at it, or it waits for something of ours. */
    dueAt: instant("due_at").notNull().default(sql`clock_timestamp()`),
    /** Gone once it was taken in: it names a customer, and only its id is needed to know it again. */
    event: jsonb(),
    appliedAt: instant("applied_at"),
    /** What became of it. */
    outcome: text(),
  },
  (table) => [
    check("authority_event_outcome", sql`${table.outcome} in ('moved', 'same', 'older', 'repaired', 'disputed')`),
    check(
      "authority_event_applied",
      sql`(${table.appliedAt} is null) = (${table.event} is not null) and (${table.appliedAt} is null) = (${table.outcome} is null)`,
    ),
    index("authority_event_waiting").on(table.dueAt).where(sql`${table.appliedAt} is null`),
    index("authority_event_consent").on(table.consentId).where(sql`${table.appliedAt} is null`),
    index("authority_event_applied_at").on(table.appliedAt).where(sql`${table.appliedAt} is not null`),
  ],
);

/** Where our picture was not what the authorization server said, how, and since when it is again. */
export const driftFinding = assent.table(
  "drift_finding",
  {
    id: uuid().primaryKey(),
    consentId: text("consent_id").notNull(),
    /** Of its state, which is repaired at once; or of whose it is, which only a person settles. */
    about: text().notNull().default("state"),
    foundAt: instant("found_at").notNull(),
    ours: jsonb(),
    theirs: jsonb(),
    repairedAt: instant("repaired_at"),
    /** False where the authorization server's state cannot follow from ours by any move: it was taken over all the same. */
    lawful: boolean().notNull(),
  },
  (table) => [
    index("drift_finding_found").on(table.foundAt.desc().nullsFirst()),
    uniqueIndex("drift_finding_open").on(table.consentId, table.about).where(sql`${table.repairedAt} is null`),
    check("drift_finding_about", sql`${table.about} in ('state', 'customer')`),
  ],
);

/** How far the walk through the authorization server has come. */
export const reconcileWalk = assent.table("reconcile_walk", {
  name: text().primaryKey(),
  after: text(),
  roundStartedAt: instant("round_started_at"),
  roundEndedAt: instant("round_ended_at"),
  /** Until then one walker has it. */
  leasedUntil: instant("leased_until"),
  seen: bigint({ mode: "number" }).notNull().default(0),
});
