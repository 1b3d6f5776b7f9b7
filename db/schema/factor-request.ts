import { sql } from "drizzle-orm";
import { check, index, integer, text, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";
import { consentVisit } from "./consent-desk";

/**
 * The factor that a yes still needs (P-22): one a visit, opened anew in the place of the one before. Codes are counted
 * over all of them, so that going back and forth makes no more, and wrong tries over all visits of the customer.
 */
export const factorRequest = assent.table(
  "factor_request",
  {
    visitId: text("visit_id")
      .primaryKey()
      .references(() => consentVisit.id, { onDelete: "cascade" }),
    customerRef: uuid("customer_ref").notNull(),
    nonce: text().notNull(),
    /** SHA-256 of what it is bound to (canonical text), base64url. */
    challenge: text().notNull(),
    /** Names the page that was answered. */
    shownHash: text("shown_hash").notNull(),
    /** The accounts that were chosen, encrypted with the customer's key. */
    chosen: text().notNull(),
    state: text().notNull().default("open"),
    expiresAt: instant("expires_at").notNull(),
    /** HMAC of the newest code and the challenge; nothing here leads back to it. */
    codeMac: text("code_mac"),
    /** Stands on our page and in the message, so that a customer can tell which is which. */
    codeReference: text("code_reference"),
    codeExpiresAt: instant("code_expires_at"),
    codesSent: integer("codes_sent").notNull().default(0),
    wrongTries: integer("wrong_tries").notNull().default(0),
  },
  (table) => [
    check("factor_request_state", sql`${table.state} in ('open', 'met', 'locked')`),
    index("factor_request_customer").on(table.customerRef, table.expiresAt),
  ],
);
