import { sql } from "drizzle-orm";
import { bigint, customType, date, index, jsonb, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/**
 * Evidence: who did what to which consent. Rows are only ever added; the app's role may not do anything else. Parted by
 * month, which is written in the migration because Drizzle has no words for it.
 */
export const auditEvent = assent.table(
  "audit_event",
  {
    id: uuid().notNull(),
    /** Whose chain it is a link of. */
    tenant: text().notNull(),
    at: instant("at").notNull(),
    type: text().notNull(),
    consentId: text("consent_id"),
    clientId: text("client_id"),
    kind: text(),
    actorType: text("actor_type").notNull(),
    /** A customer's is the pseudonym of `customer_key`. */
    actorRef: text("actor_ref"),
    /** Whose key opens `personal`. */
    customerRef: uuid("customer_ref"),
    correlationId: text("correlation_id").notNull(),
    /** Nothing in it is about a person. */
    detail: jsonb().notNull(),
    /** What is, encrypted with the customer's own key; unreadable for ever once that key is gone. */
    personal: text(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.at] }),
    index("audit_event_consent").on(table.consentId, table.at),
    index("audit_event_at").using("brin", table.at),
    // What staff search by: each in the order in which its answer is read, so that a page costs a page.
    index("audit_event_newest").on(table.tenant, table.at, table.id),
    index("audit_event_type").on(table.tenant, table.type, table.at, table.id),
    index("audit_event_client")
      .on(table.tenant, table.clientId, table.at, table.id)
      .where(sql`${table.clientId} is not null`),
    index("audit_event_actor")
      .on(table.tenant, table.actorRef, table.at, table.id)
      .where(sql`${table.actorRef} is not null`),
    index("audit_event_customer")
      .on(table.customerRef, table.at, table.id)
      .where(sql`${table.customerRef} is not null`),
  ],
);

/** Events that no link of the chain holds yet. Written by a trigger, so that none can be forgotten. */
export const auditUnsealed = assent.table(
  "audit_unsealed",
  {
    eventId: uuid("event_id").notNull(),
    tenant: text().notNull(),
    at: instant("at").notNull(),
  },
  // In the order in which they are taken.
  (table) => [primaryKey({ columns: [table.tenant, table.at, table.eventId] })],
);

/** The chain: each link holds one event's hash and the hash of everything before it. */
export const auditLink = assent.table(
  "audit_link",
  {
    tenant: text().notNull(),
    seq: bigint({ mode: "bigint" }).notNull(),
    eventId: uuid("event_id").notNull(),
    eventAt: instant("event_at").notNull(),
    eventHash: bytes("event_hash").notNull(),
    chainHash: bytes("chain_hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.seq] }),
    unique("audit_link_event").on(table.eventId, table.eventAt),
  ],
);

/** The end of the chain at one moment, signed: whoever keeps one elsewhere can tell that nothing was cut off or remade. */
export const auditCheckpoint = assent.table(
  "audit_checkpoint",
  {
    tenant: text().notNull(),
    seq: bigint({ mode: "bigint" }).notNull(),
    at: instant("at").notNull(),
    /** Compact JWS. */
    signed: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.seq] })],
);

/** Months of the record that were dropped after their time, with the bank's signature on what was in them. */
export const auditRetirement = assent.table(
  "audit_retirement",
  {
    tenant: text().notNull(),
    /** Its first day, in UTC. */
    month: date().notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
    /** Compact JWS. */
    signed: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.month] })],
);

/** One for each customer: the pseudonym by which evidence names them, and the key to what is personal in it. */
export const customerKey = assent.table("customer_key", {
  customerId: text("customer_id").primaryKey(),
  ref: uuid().notNull().unique(),
  /** 32 bytes, sealed with the app's own key. */
  sealedKey: text("sealed_key").notNull(),
  /** As it was before it was sealed with a newer key, in case that went wrong: the owner can put it back. */
  replacedKey: text("replaced_key"),
  replacedAt: instant("replaced_at"),
  createdAt: instant("created_at").notNull().defaultNow(),
});
