import { sql } from "drizzle-orm";
import { check, index, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";
import { outboxEvent } from "./outbox";

/** That a customer was reminded of an end (D-12): once for each of its days, whoever is killed. Goes after that end. */
export const consentReminder = assent.table(
  "consent_reminder",
  {
    consentId: text("consent_id").notNull(),
    /** Renewed, a consent has another end, of which its customer is reminded anew. */
    endsAt: instant("ends_at").notNull(),
    days: smallint().notNull(),
    /** Absent once that was swept: it is still not said again. */
    eventId: uuid("event_id")
      .unique()
      .references(() => outboxEvent.id, { onDelete: "set null" }),
  },
  (table) => [
    primaryKey({ columns: [table.consentId, table.endsAt, table.days] }),
    index("consent_reminder_ends").on(table.endsAt),
  ],
);

/** How a customer wants to hear (D-26). No row: of everything, at once. */
export const noticePreference = assent.table(
  "notice_preference",
  {
    customerId: text("customer_id").primaryKey(),
    /** What they do not want, each as `topic:channel`. */
    off: text().array().notNull().default(sql`'{}'`),
    /** Hours of the bank's day. */
    quietFrom: smallint("quiet_from"),
    quietUntil: smallint("quiet_until"),
    /** Client ids of apps of whose ends they are not reminded. */
    mutedApps: text("muted_apps").array().notNull().default(sql`'{}'`),
  },
  (table) => [
    check("notice_preference_quiet", sql`(${table.quietFrom} is null) = (${table.quietUntil} is null)`),
    check(
      "notice_preference_hours",
      sql`${table.quietFrom} between 0 and 23 and ${table.quietUntil} between 0 and 23 and ${table.quietFrom} <> ${table.quietUntil}`,
    ),
  ],
);
