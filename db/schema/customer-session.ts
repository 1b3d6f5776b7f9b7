import { index, text, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/** One row for each browser in which a customer is logged in. Goes when they log out, and after its end. */
export const customerSession = assent.table(
  "customer_session",
  {
    /** SHA-256 of what the browser holds: a copy of this table opens nothing. */
    tokenHash: text("token_hash").primaryKey(),
    /** By which the customer's own pages name it; proves nothing. */
    id: uuid().notNull().unique().defaultRandom(),
    customerId: text("customer_id").notNull(),
    /** The `sid` of the identity provider, by which it says that it has ended. */
    bankSession: text("bank_session"),
    /** How, and when, they authenticated there (OpenID Connect Core, section 2). */
    acr: text(),
    authenticatedAt: instant("authenticated_at"),
    browser: text(),
    platform: text(),
    beganAt: instant("began_at").notNull(),
    /** Moves on with each use, */
    idleUntil: instant("idle_until").notNull(),
    /** and never past this. */
    endsAt: instant("ends_at").notNull(),
  },
  (table) => [
    index("customer_session_customer").on(table.customerId),
    index("customer_session_bank_session").on(table.bankSession),
    index("customer_session_ends").on(table.endsAt),
  ],
);
