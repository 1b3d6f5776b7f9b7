import { sql } from "drizzle-orm";
import { check, index, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/** A change of a consent that is no answer on the consent page: intended → settled, or intended → closed; never back. */
export const consentChange = assent.table(
  "consent_change",
  {
    id: uuid().primaryKey(),
    consentId: text("consent_id").notNull(),
    clientId: text("client_id").notNull(),
    kind: text().notNull(),
    /** The move of the life cycle: stop, terminate, suspend, resume. */
    move: text().notNull(),
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
  },
  (table) => [
    unique("consent_change_once").on(table.actorType, table.actorRef, table.idempotencyKey),
    check("consent_change_state", sql`${table.state} in ('intended', 'settled', 'closed')`),
    check("consent_change_move", sql`${table.move} in ('stop', 'terminate', 'suspend', 'resume')`),
    check("consent_change_actor", sql`${table.actorType} in ('customer', 'staff')`),
    check("consent_change_key", sql`length(${table.idempotencyKey}) between 1 and 128`),
    check("consent_change_ended", sql`(${table.state} = 'intended') = (${table.endedAt} is null)`),
    check("consent_change_closed", sql`(${table.state} = 'closed') = (${table.closedBecause} is not null)`),
    // One change of a consent at a time.
    uniqueIndex("consent_change_one").on(table.consentId).where(sql`${table.state} = 'intended'`),
    index("consent_change_intended").on(table.intendedAt).where(sql`${table.state} = 'intended'`),
  ],
);
