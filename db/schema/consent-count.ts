import { bigint, date, index, integer, primaryKey, text } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/**
 * How many consents are in each status: folded from the record of evidence behind its chain's back, so that no decision waits
 * for a counter. `*` stands for all TPPs, or all kinds.
 */
export const consentCount = assent.table(
  "consent_count",
  {
    tenant: text().notNull(),
    clientId: text("client_id").notNull(),
    kind: text().notNull(),
    status: text().notNull(),
    count: bigint({ mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenant, table.clientId, table.kind, table.status] })],
);

/** What happened on each day of the bank's, by the same fold. */
export const consentDayCount = assent.table(
  "consent_day_count",
  {
    tenant: text().notNull(),
    clientId: text("client_id").notNull(),
    kind: text().notNull(),
    day: date().notNull(),
    /** As `app/domain/counts/what-happened.ts` names it. */
    what: text().notNull(),
    count: bigint({ mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenant, table.clientId, table.kind, table.day, table.what] }),
    index("consent_day_count_day").on(table.day),
  ],
);

/** How far the fold has come, one row for each chain. */
export const countFold = assent.table("count_fold", {
  tenant: text().primaryKey(),
  /** The last link that is counted. */
  seq: bigint({ mode: "bigint" }).notNull(),
  foldedAt: instant("folded_at").notNull(),
  recountedAt: instant("recounted_at"),
  /** By how much the counters were wrong then, in all. */
  drift: bigint({ mode: "number" }).notNull().default(0),
});

/** What is counted as it stands, up to a limit, every few seconds and never in a request. */
export const gauge = assent.table("gauge", {
  name: text().primaryKey(),
  value: integer().notNull(),
  at: instant("at").notNull(),
});
