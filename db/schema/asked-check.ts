import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/** Looks through everything that a member of staff asked for, how far each has come, and what it found. */
export const askedCheck = assent.table(
  "asked_check",
  {
    id: uuid().primaryKey(),
    tenant: text().notNull(),
    kind: text().notNull(),
    askedBy: text("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    correlationId: text("correlation_id").notNull(),
    startedAt: instant("started_at"),
    /** Until then one worker has it. */
    leasedUntil: instant("leased_until"),
    looked: bigint({ mode: "number" }).notNull().default(0),
    /** How many there are to look at; unknown until it began. */
    expected: bigint({ mode: "number" }),
    endedAt: instant("ended_at"),
    outcome: text(),
    /** What it found; nothing about a person. */
    result: jsonb(),
  },
  (table) => [
    uniqueIndex("asked_check_one").on(table.tenant, table.kind).where(sql`${table.endedAt} is null`),
    index("asked_check_newest").on(table.tenant, table.kind, table.askedAt),
    check("asked_check_kind", sql`${table.kind} in ('verify-record', 'count-due')`),
    check("asked_check_outcome", sql`${table.outcome} in ('done', 'failed', 'stopped')`),
    check("asked_check_ended", sql`(${table.endedAt} is null) = (${table.outcome} is null)`),
  ],
);
