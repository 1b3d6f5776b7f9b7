import { sql } from "drizzle-orm";
import { check, index, jsonb, text, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/** Each TPP as its register has it, beside what the authorization server has. Made anew from both at any time. */
export const tppRegistration = assent.table(
  "tpp_registration",
  {
    clientId: text("client_id").primaryKey(),
    /** As it is found and ordered by: plain text, of the register where it is there. */
    name: text().notNull(),
    /** Its software statement as the register signed it; absent while the register has not named it. */
    register: jsonb(),
    /** When the register signed it. */
    signedAt: instant("signed_at"),
    /** When it was last in the register. */
    inRegisterAt: instant("in_register_at"),
    /** As it is registered at the authorization server. */
    authority: jsonb(),
    authorityAt: instant("authority_at"),
    standing: text().notNull(),
    roles: text().array().notNull(),
    /** For which its register lets nobody be asked anything new; none while the register has not named it. */
    barredRoles: text("barred_roles").array().notNull().default(sql`'{}'`),
    /** When the first of the certificates that are in use ends. */
    certificatesEndAt: instant("certificates_end_at"),
    /** Of the day of the watch that was last said of that end: 30, 7, 1 or 0. */
    warnedOf: text("warned_of"),
  },
  (table) => [
    check("tpp_registration_standing", sql`${table.standing} in ('active', 'barred', 'unlisted')`),
    check("tpp_registration_signed", sql`(${table.register} is null) = (${table.signedAt} is null)`),
    index("tpp_registration_name").on(sql`lower(${table.name})`, table.clientId),
    index("tpp_registration_certificates").on(table.certificatesEndAt),
    // The list that a gateway reads each second names those alone whom the authorization server has.
    index("tpp_registration_barred")
      .on(table.clientId)
      .where(sql`${table.barredRoles} <> '{}' and ${table.authority} is not null`),
  ],
);

/** What changed in the register, and when it was seen. */
export const tppRegisterChange = assent.table(
  "tpp_register_change",
  {
    id: uuid().primaryKey(),
    clientId: text("client_id").notNull(),
    at: instant("at").notNull(),
    /** A change of the standing, the roles, the name, or a certificate that came or went. */
    what: text().notNull(),
    before: text(),
    after: text(),
  },
  (table) => [index("tpp_register_change_client").on(table.clientId, table.id.desc().nullsFirst())],
);

/** How the last look at the register went: one row. */
export const tppRegisterLook = assent.table(
  "tpp_register_look",
  {
    name: text().primaryKey(),
    /** When it is looked at next; until then somebody is at it, or it is fresh. */
    dueAt: instant("due_at").notNull(),
    triedAt: instant("tried_at"),
    /** When it was last read whole. */
    readAt: instant("read_at"),
    /** Why the last try failed, in a word of ours. */
    problem: text(),
    /** Statements of the last reading that were refused: their signature, or what they say of themselves. */
    refused: text().array().notNull().default(sql`'{}'`),
  },
  (table) => [check("tpp_register_look_one", sql`${table.name} = 'register'`)],
);

/** What the bank holds of a TPP for itself, over what others say. */
export const tppOverride = assent.table("tpp_override", {
  clientId: text("client_id").primaryKey(),
  /** For staff, beside its name. */
  note: text(),
  contact: text(),
  /** Of these roles no customer is asked anything new. */
  blockedRoles: text("blocked_roles").array().notNull(),
  reason: text().notNull(),
  changedBy: text("changed_by").notNull(),
  changedAt: instant("changed_at").notNull(),
});
