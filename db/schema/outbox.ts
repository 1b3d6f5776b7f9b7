import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/**
 * One for each version of a consent, written in the statement that made the version; one for each reminder of its end; and
 * one for each time that its app is held back, and let go.
 */
export const outboxEvent = assent.table(
  "outbox_event",
  {
    id: uuid().primaryKey(),
    consentId: text("consent_id").notNull(),
    version: integer().notNull(),
    clientId: text("client_id").notNull(),
    kind: text().notNull(),
    customerId: text("customer_id"),
    move: text().notNull(),
    fromStatus: text("from_status"),
    toStatus: text("to_status").notNull(),
    actorType: text("actor_type").notNull(),
    reason: text().notNull(),
    decisionId: uuid("decision_id"),
    correlationId: text("correlation_id").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    /** Of a reminder, which is no change: so many days before the end. */
    reminderDays: smallint("reminder_days"),
    /** Of what is told of the app and changes no consent: the suspension, and whether it began or ended. */
    occasion: text(),
    /** Until then whoever took it has the sole right to write it out. */
    addressingUntil: instant("addressing_until"),
    /** When it was written out to everyone who is to hear of it. */
    addressedAt: instant("addressed_at"),
  },
  (table) => [
    unique("outbox_event_version")
      .on(table.consentId, table.version, table.reminderDays, table.occasion)
      .nullsNotDistinct(),
    check("outbox_event_occasion", sql`(${table.occasion} is not null) = (${table.move} in ('app-held', 'app-back'))`),
    check("outbox_event_reminder", sql`(${table.reminderDays} is not null) = (${table.move} = 'remind')`),
    index("outbox_event_waiting").on(table.id).where(sql`${table.addressedAt} is null`),
    // Whether something older about the same consent has not been written out yet.
    index("outbox_event_occurred").using("brin", table.occurredAt),
  ],
);

/** One event to one recipient on one channel. */
export const outboxDelivery = assent.table(
  "outbox_delivery",
  {
    id: uuid().primaryKey(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => outboxEvent.id),
    channel: text().notNull(),
    /** A TPP's client id, a customer's id, or the name of one of the bank's own receivers. */
    recipient: text().notNull(),
    /** What stands or falls together: the address of one TPP, and for the other channels their one server. */
    endpoint: text().notNull().generatedAlwaysAs(sql`case channel when 'tpp' then recipient else channel end`),
    consentId: text("consent_id").notNull(),
    version: integer().notNull(),
    state: text().notNull().default("queued"),
    attempts: integer().notNull().default(0),
    /** Since when it waits; anew when it is replayed. */
    queuedAt: instant("queued_at").notNull().defaultNow(),
    nextAttemptAt: instant("next_attempt_at").notNull().defaultNow(),
    /** Until then whoever took it has the sole right to send it. */
    sendingUntil: instant("sending_until"),
    /** What is sent, the same on every attempt; signed where it is a security event token. */
    body: text().notNull(),
    endedAt: instant("ended_at"),
    /** Why it was not delivered, or not yet, in words that name no person. */
    problem: text(),
  },
  (table) => [
    unique("outbox_delivery_once").on(table.eventId, table.channel, table.recipient),
    check("outbox_delivery_channel", sql`${table.channel} in ('tpp', 'e-mail', 'in-app', 'analytics')`),
    check("outbox_delivery_state", sql`${table.state} in ('queued', 'delivered', 'skipped', 'parked', 'expired')`),
    check("outbox_delivery_ended", sql`(${table.state} = 'queued') = (${table.endedAt} is null)`),
    index("outbox_delivery_due")
      .on(table.channel, table.endpoint, table.nextAttemptAt)
      .where(sql`${table.state} = 'queued'`),
    index("outbox_delivery_sending")
      .on(table.channel, table.endpoint)
      .where(sql`${table.state} = 'queued' and ${table.sendingUntil} is not null`),
    index("outbox_delivery_age")
      .on(table.channel, table.endpoint, table.queuedAt)
      .where(sql`${table.state} = 'queued'`),
    // Whether something older for the same recipient about the same consent is still on its way. With a condition of its
    // own, so that no other index answers the same question: right after a burst the planner would take one that reads it whole.
    index("outbox_delivery_order")
      .on(table.recipient, table.consentId, table.version)
      .where(sql`${table.endedAt} is null`),
    // What nobody will take any more, newest first: all of it, and of one recipient.
    index("outbox_delivery_dead").on(table.endedAt, table.id).where(sql`${table.state} in ('parked', 'expired')`),
    index("outbox_delivery_dead_of")
      .on(table.channel, table.endpoint, table.endedAt, table.id)
      .where(sql`${table.state} in ('parked', 'expired')`),
    index("outbox_delivery_parked").on(table.id).where(sql`${table.state} = 'parked'`),
  ],
);

/** Every attempt, for whoever asks whether somebody was told. */
export const deliveryAttempt = assent.table(
  "delivery_attempt",
  {
    id: uuid().primaryKey(),
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => outboxDelivery.id, { onDelete: "cascade" }),
    at: instant("at").notNull(),
    outcome: text().notNull(),
    /** HTTP status or SMTP code, where there was an answer. */
    code: integer(),
    durationMs: integer("duration_ms").notNull(),
  },
  (table) => [index("delivery_attempt_delivery").on(table.deliveryId, table.at)],
);

/** Where a TPP wants to hear of its consents: at most one for each (Read/Write API, event subscriptions). */
export const eventSubscription = assent.table("event_subscription", {
  id: uuid().primaryKey(),
  clientId: text("client_id").notNull().unique(),
  /** None: it polls. */
  callbackUrl: text("callback_url"),
  apiVersion: text("api_version").notNull(),
  /** None: all of them. */
  eventTypes: text("event_types").array(),
  createdAt: instant("created_at").notNull().defaultNow(),
  changedAt: instant("changed_at").notNull().defaultNow(),
});

/** How whoever we send to fares, so that nobody is asked again and again while they are down. */
export const deliveryEndpoint = assent.table(
  "delivery_endpoint",
  {
    channel: text().notNull(),
    name: text().notNull(),
    /** Attempts in a row without an answer. */
    failures: integer().notNull().default(0),
    /** Left alone until then. */
    restedUntil: instant("rested_until"),
  },
  (table) => [primaryKey({ columns: [table.channel, table.name] })],
);

/** What the customer finds in the app, newest first. */
export const customerNotice = assent.table(
  "customer_notice",
  {
    id: uuid().primaryKey(),
    customerId: text("customer_id").notNull(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => outboxEvent.id),
    at: instant("at").notNull(),
    read: boolean().notNull().default(false),
    /** What it says is put into words when it is shown, in the customer's language. */
    content: jsonb().notNull(),
  },
  (table) => [
    // All who are asked to sign are told of one event.
    unique("customer_notice_once").on(table.eventId, table.customerId),
    index("customer_notice_customer").on(table.customerId, table.id.desc().nullsFirst()),
    index("customer_notice_unread").on(table.customerId).where(sql`not ${table.read}`),
  ],
);
