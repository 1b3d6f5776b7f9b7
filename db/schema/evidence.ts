import { jsonb, text, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";
import { consentDecision } from "./consent-desk";

/** What was on the screen when the customer answered. Written with the decision, and never again. */
export const decisionEvidence = assent.table("decision_evidence", {
  decisionId: uuid("decision_id")
    .primaryKey()
    .references(() => consentDecision.id),
  customerRef: uuid("customer_ref").notNull(),
  at: instant("at").notNull(),
  kind: text().notNull(),
  locale: text().notNull(),
  /** Digest of the words that the page was made of. */
  catalogueVersion: text("catalogue_version").notNull(),
  /** SHA-256 of the request as the authorization server described it (canonical text), base64url. */
  payloadHash: text("payload_hash").notNull(),
  /** SHA-256 of what was shown (canonical text), base64url. */
  shownHash: text("shown_hash").notNull(),
  /** The request, the accounts offered and chosen, and every word shown; encrypted with the customer's key. */
  shown: text().notNull(),
});

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
