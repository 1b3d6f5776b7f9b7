import { sql } from "drizzle-orm";
import { boolean, check, index, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/** A change of a consent that is no answer on the consent page: intended → settled, or intended → closed; never back. */
export const consentChange = assent.table(
  "consent_change",
  {
    id: uuid().primaryKey(),
    consentId: text("consent_id").notNull(),
    clientId: text("client_id").notNull(),
    kind: text().notNull(),
    /** What is asked for: stop, terminate, suspend, resume, remove-account. */
    move: text().notNull(),
    /** The account that is to leave. */
    accountId: text("account_id"),
    /** When a pause is to end by itself. */
    pausedUntil: instant("paused_until"),
    /** A hold of the bank over the customer's pause, or its end: the authorization server has it as suspended all along. */
    overPause: boolean("over_pause").notNull().default(false),
    /** When that was seen to: nobody has to wait for its end any more. */
    pauseSeenAt: instant("pause_seen_at"),
    actorType: text("actor_type").notNull(),
    /** A customer's is the pseudonym of `customer_key`. */
    actorRef: text("actor_ref").notNull(),
    reason: text().notNull(),
    /** Whoever asks twice with the same key asked once. */
    idempotencyKey: text("idempotency_key").notNull(),
    correlationId: text("correlation_id").notNull(),
    state: text().notNull().default("intended"),
    closedBecause: text("closed_because"),
    /** Until then whoever took it to the authorization server has the sole right to; before: when it was tried last. */
    sendingUntil: instant("sending_until"),
    intendedAt: instant("intended_at").notNull().defaultNow(),
    endedAt: instant("ended_at"),
    /** Of a stop, once its customer asked for one: the signed receipt (compact JWS), encrypted with the customer's key. */
    receipt: text(),
    /** SHA-256 of the signed receipt, base64url: enough to say that we issued it, and nothing about whom. */
    receiptDigest: text("receipt_digest").unique(),
  },
  (table) => [
    unique("consent_change_once").on(table.actorType, table.actorRef, table.idempotencyKey),
    check("consent_change_state", sql`${table.state} in ('intended', 'settled', 'closed')`),
    check("consent_change_move", sql`${table.move} in ('stop', 'terminate', 'suspend', 'resume', 'remove-account')`),
    check("consent_change_account", sql`(${table.move} = 'remove-account') = (${table.accountId} is not null)`),
    check("consent_change_pause", sql`${table.pausedUntil} is null or ${table.move} = 'suspend'`),
    check("consent_change_actor", sql`${table.actorType} in ('customer', 'staff')`),
    check("consent_change_key", sql`length(${table.idempotencyKey}) between 1 and 128`),
    check("consent_change_ended", sql`(${table.state} = 'intended') = (${table.endedAt} is null)`),
    check(
      "consent_change_receipt",
      sql`(${table.receipt} is null) = (${table.receiptDigest} is null)
        and (${table.receipt} is null or (${table.move} = 'stop' and ${table.state} = 'settled'))`,
    ),
    check("consent_change_closed", sql`(${table.state} = 'closed') = (${table.closedBecause} is not null)`),
    // One change of a consent at a time.
    uniqueIndex("consent_change_one").on(table.consentId).where(sql`${table.state} = 'intended'`),
    index("consent_change_intended").on(table.intendedAt).where(sql`${table.state} = 'intended'`),
    index("consent_change_pause_due")
      .on(table.pausedUntil)
      .where(sql`${table.pausedUntil} is not null and ${table.pauseSeenAt} is null and ${table.state} = 'settled'`),
    // What a gateway is told of for some minutes more.
    index("consent_change_settled").on(table.endedAt).where(sql`${table.state} = 'settled'`),
    // What a customer's own page says of the newest one.
    index("consent_change_newest").on(table.consentId, table.intendedAt.desc().nullsFirst()),
  ],
);

/**
 * A customer stopped everything at once, or everything of one app; kept for a month, so that what came of it can be
 * looked at again.
 */
export const stopBatch = assent.table(
  "stop_batch",
  {
    id: uuid().primaryKey(),
    /** The pseudonym of `customer_key`. */
    customerRef: uuid("customer_ref").notNull(),
    /** None: everything. */
    clientId: text("client_id"),
    /** What was stopped with it, or being stopped already. */
    consentIds: text("consent_ids").array().notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    askedAt: instant("asked_at").notNull().defaultNow(),
  },
  (table) => [
    unique("stop_batch_once").on(table.customerRef, table.idempotencyKey),
    check("stop_batch_key", sql`length(${table.idempotencyKey}) between 1 and 128`),
    index("stop_batch_age").on(table.askedAt),
  ],
);
