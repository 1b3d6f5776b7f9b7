import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { assent, instant } from "./assent";

/**
 * What a member of staff prepared and what became of it. Whoever asked, the act and its hash are written once: the
 * app has no right to change those columns, so that what runs is what was approved.
 */
export const approval = assent.table(
  "approval",
  {
    id: uuid().primaryKey(),
    act: text().notNull(),
    payload: jsonb().notNull(),
    /** Names exactly this act; see `actHash`. */
    hash: text().notNull(),
    /** How much of it, in what its policy counts. */
    count: integer().notNull(),
    why: text().notNull(),
    /** Who has to agree, by the policy of that moment. */
    needs: text().notNull(),
    policyVersion: integer("policy_version").notNull(),
    askedBy: text("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    runsOutAt: instant("runs_out_at").notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    correlationId: text("correlation_id").notNull(),
    state: text().notNull(),
    decidedBy: text("decided_by"),
    /** Who lent the right to decide this. */
    decidedFor: text("decided_for"),
    decidedAt: instant("decided_at"),
    note: text(),
    /** Why it could not wait for a second person. */
    glassBrokenBecause: text("glass_broken_because"),
    reviewDueAt: instant("review_due_at"),
    reviewedBy: text("reviewed_by"),
    reviewedAt: instant("reviewed_at"),
    finding: text(),
    reviewNote: text("review_note"),
    /** Until then whoever took it has the sole right to run it. */
    runningUntil: instant("running_until"),
    endedAt: instant("ended_at"),
  },
  (table) => [
    unique("approval_once").on(table.askedBy, table.idempotencyKey),
    check("approval_key", sql`length(${table.idempotencyKey}) between 1 and 128`),
    check("approval_count", sql`${table.count} >= 0`),
    check("approval_needs", sql`${table.needs} in ('nobody', 'second-person', 'compliance')`),
    check(
      "approval_state",
      sql`${table.state} in ('waiting', 'approved', 'refused', 'withdrawn', 'run-out', 'done', 'set-changed', 'failed', 'not-permitted')`,
    ),
    // Nobody is their own second person, whatever the code above says.
    check(
      "approval_two_people",
      sql`${table.decidedBy} <> ${table.askedBy} and ${table.decidedFor} <> ${table.askedBy}`,
    ),
    check("approval_other_reviews", sql`${table.reviewedBy} <> ${table.askedBy}`),
    check(
      "approval_by_somebody",
      sql`${table.state} not in ('approved', 'refused', 'done', 'set-changed', 'failed', 'not-permitted')
        or ${table.decidedBy} is not null or ${table.glassBrokenBecause} is not null or ${table.needs} = 'nobody'`,
    ),
    check("approval_reviewed", sql`(${table.reviewedBy} is null) = (${table.finding} is null)`),
    check("approval_finding", sql`${table.finding} in ('right', 'not-right')`),
    // Newest first, everybody's and one person's; what somebody asked for within a day is counted together.
    index("approval_newest").on(table.askedAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("approval_asked_by").on(table.askedBy, table.askedAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index("approval_waiting").on(table.runsOutAt).where(sql`${table.state} = 'waiting'`),
    index("approval_to_run").on(table.decidedAt).where(sql`${table.state} = 'approved'`),
    index("approval_to_review")
      .on(table.reviewDueAt)
      .where(sql`${table.glassBrokenBecause} is not null and ${table.reviewedBy} is null`),
  ],
);

/** Somebody lets a colleague decide in their name for a while. */
export const approvalDelegation = assent.table(
  "approval_delegation",
  {
    id: uuid().primaryKey(),
    fromStaff: text("from_staff").notNull(),
    toStaff: text("to_staff").notNull(),
    beganAt: instant("began_at").notNull(),
    /** Moved forward when it is taken back. */
    endsAt: instant("ends_at").notNull(),
  },
  (table) => [
    check("approval_delegation_two", sql`${table.fromStaff} <> ${table.toStaff}`),
    index("approval_delegation_to").on(table.toStaff, table.endsAt),
    index("approval_delegation_from").on(table.fromStaff, table.endsAt),
  ],
);

/** What needs a second person, one row a version; without any, what the code says. */
export const approvalPolicy = assent.table(
  "approval_policy",
  {
    version: integer().primaryKey(),
    rules: jsonb().notNull(),
    /** What two people approved it by. */
    approvalId: uuid("approval_id")
      .notNull()
      .unique()
      .references(() => approval.id),
    setAt: instant("set_at").notNull(),
  },
  (table) => [check("approval_policy_version", sql`${table.version} > 0`)],
);
