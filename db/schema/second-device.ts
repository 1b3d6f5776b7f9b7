import { sql } from "drizzle-orm";
import { check, integer, text, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";
import { consentVisit } from "./consent-desk";

/**
 * A visit that its customer wants to go on with on another device (P-24): one offer a visit, made anew in the place of
 * the one before. Wrong numbers are counted over all of them.
 */
export const secondDevice = assent.table(
  "second_device",
  {
    visitId: text("visit_id")
      .primaryKey()
      .references(() => consentVisit.id, { onDelete: "cascade" }),
    customerRef: uuid("customer_ref").notNull(),
    /** HMAC of the code; nothing here leads back to it. */
    codeMac: text("code_mac").notNull().unique(),
    /** What the first device shows. Worth nothing to anybody but the browser that has joined. */
    number: text().notNull(),
    state: text().notNull().default("offered"),
    /** The customer's session in the browser that brought the code: no other one goes on. */
    joinedBy: text("joined_by"),
    /** What the other device will own the visit by, sealed; gone once it does, or never will. */
    sealedVisit: text("sealed_visit"),
    expiresAt: instant("expires_at").notNull(),
    wrongNumbers: integer("wrong_numbers").notNull().default(0),
  },
  (table) => [
    check("second_device_state", sql`${table.state} in ('offered', 'joined', 'matched', 'ended', 'locked')`),
    check("second_device_joined_by", sql`${table.state} not in ('joined', 'matched') or ${table.joinedBy} is not null`),
  ],
);
