import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";
import { consentDecision, consentVisit } from "./consent-desk";
import { shownPage } from "./evidence";

/** A yes that others have to give too (T4–T7): awaiting → complete, or awaiting → rejected; never back. */
export const consentSigning = assent.table(
  "consent_signing",
  {
    /** Names it in the signers' own pages; proves nothing. */
    id: uuid().primaryKey(),
    consentId: text("consent_id").notNull().unique(),
    clientId: text("client_id").notNull(),
    /** The TPP's brand as it came. */
    clientName: text("client_name"),
    kind: text().notNull(),
    /** The first yes: the page that it rests on is what the others are asked. */
    decisionId: uuid("decision_id")
      .notNull()
      .references(() => consentDecision.id, { onDelete: "cascade" }),
    correlationId: text("correlation_id").notNull(),
    state: text().notNull().default("awaiting"),
    because: text(),
    required: integer().notNull(),
    openedAt: instant("opened_at").notNull(),
    changedAt: instant("changed_at").notNull(),
    dueAt: instant("due_at").notNull(),
    /** Counts its changes: each is told to the bank, the newest at least. */
    version: integer().notNull().default(1),
    toldVersion: integer("told_version").notNull().default(0),
    /** Until then whoever took it has the sole right to tell. */
    tellingUntil: instant("telling_until"),
    /** When the authorization server held it as ended, of one that was rejected. */
    authorityEndedAt: instant("authority_ended_at"),
    /** When the authorization server heard that all have signed: until then it opens no data. */
    releasedAt: instant("released_at"),
    /** The earlier consent that it is to take the place of: that one ends when it is complete, and not before. */
    replaces: text(),
    replacedAt: instant("replaced_at"),
  },
  (table) => [
    check("consent_signing_state", sql`${table.state} in ('awaiting', 'complete', 'rejected')`),
    check("consent_signing_because", sql`(${table.state} = 'rejected') = (${table.because} is not null)`),
    index("consent_signing_decision").on(table.decisionId),
    index("consent_signing_due").on(table.dueAt).where(sql`${table.state} = 'awaiting'`),
    index("consent_signing_untold").on(table.changedAt).where(sql`${table.toldVersion} < ${table.version}`),
    index("consent_signing_unended")
      .on(table.changedAt)
      .where(sql`${table.state} = 'rejected' and ${table.authorityEndedAt} is null`),
    index("consent_signing_held_back")
      .on(table.changedAt)
      .where(
        sql`${table.state} = 'complete' and ${table.kind} in ('account-access', 'funds-confirmation') and ${table.releasedAt} is null`,
      ),
    index("consent_signing_unreplaced")
      .on(table.changedAt)
      .where(sql`${table.state} = 'complete' and ${table.replaces} is not null and ${table.replacedAt} is null`),
  ],
);

/** Who was asked to sign, and what they said. */
export const consentSigner = assent.table(
  "consent_signer",
  {
    signingId: uuid("signing_id")
      .notNull()
      .references(() => consentSigning.id, { onDelete: "cascade" }),
    customerId: text("customer_id").notNull(),
    state: text().notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.signingId, table.customerId] }),
    check("consent_signer_state", sql`${table.state} in ('asked', 'signed', 'declined', 'lapsed')`),
    index("consent_signer_customer").on(table.customerId),
  ],
);

/** What whoever signs after the first answered, and the page of their own that it rests on. Added to, and nothing else. */
export const consentSignature = assent.table(
  "consent_signature",
  {
    id: uuid().primaryKey(),
    signingId: uuid("signing_id")
      .notNull()
      .references(() => consentSigning.id, { onDelete: "cascade" }),
    visitId: text("visit_id")
      .notNull()
      .references(() => consentVisit.id),
    /** None where the page was never on record, on which nobody can sign. */
    shownHash: text("shown_hash"),
    answer: text().notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    check("consent_signature_answer", sql`${table.answer} in ('signed', 'declined')`),
    check("consent_signature_seen", sql`${table.answer} = 'declined' or ${table.shownHash} is not null`),
    foreignKey({
      name: "consent_signature_shown",
      columns: [table.visitId, table.shownHash],
      foreignColumns: [shownPage.visitId, shownPage.shownHash],
    }),
    index("consent_signature_signing").on(table.signingId),
    index("consent_signature_visit").on(table.visitId),
  ],
);
