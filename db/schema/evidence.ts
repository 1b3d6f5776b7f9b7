import { jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";
import { consentDecision, consentVisit } from "./consent-desk";

/** A consent page as it was put before its customer. Written when it is first shown, and never again. */
export const shownPage = assent.table(
  "shown_page",
  {
    visitId: text("visit_id")
      .notNull()
      .references(() => consentVisit.id),
    /** SHA-256 of what was shown (canonical text), base64url. */
    shownHash: text("shown_hash").notNull(),
    customerRef: uuid("customer_ref").notNull(),
    at: instant("at").notNull(),
    kind: text().notNull(),
    locale: text().notNull(),
    /** Of the words that the page was made of. */
    catalogueVersion: text("catalogue_version").notNull(),
    /** SHA-256 of the request as the authorization server described it (canonical text), base64url. */
    payloadHash: text("payload_hash").notNull(),
    /** The request, the accounts offered, and every word shown; encrypted with the customer's key. */
    shown: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.visitId, table.shownHash] })],
);

/** One for each decision that the authorization server took. Made complete (signed) when it is first asked for or sent. */
export const receipt = assent.table("receipt", {
  id: uuid().primaryKey(),
  decisionId: uuid("decision_id")
    .notNull()
    .unique()
    .references(() => consentDecision.id),
  consentId: text("consent_id").notNull(),
  customerRef: uuid("customer_ref").notNull(),
  issuedAt: instant("issued_at").notNull(),
  /** SHA-256 of the signed receipt, base64url: enough to say that we issued it, and nothing about whom. */
  digest: text().unique(),
  /** The signed receipt (compact JWS), encrypted with the customer's key. */
  signed: text(),
  /** The receipt's state in the life of its consent when it was issued. */
  detail: jsonb().notNull(),
});
