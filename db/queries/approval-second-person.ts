import { type SQL, sql } from "drizzle-orm";
import { ACT_NAMES, ACT_RULES } from "~/domain/approvals/act-rules";
import type { StaffPermission } from "~/domain/staff/permission";
import { rolesWith } from "~/domain/staff/role";

const rolesFor = (permission: StaffPermission): SQL => sql`${sql.param([...rolesWith(permission)])}::text[]`;

/** Which roles may decide the act of `approval`. An act that nobody has named is nobody's to decide. */
const DECIDING_ROLES = sql`case approval.act ${ACT_NAMES.map(
  (name) => sql`when ${name} then ${rolesFor(ACT_RULES[name].decides)} `,
).reduce((all, one) => sql`${all}${one}`)} end`;

const delegationLives = sql`delegation.ends_at > clock_timestamp()`;

/**
 * Whoever of compliance lent this person the right to decide in their name. What was lent cannot be lent on, and nobody
 * lends it for what they asked for themselves.
 */
const lentBy = (staff: SQL): SQL => sql`(
  select delegation.from_staff from assent.approval_delegation as delegation
  join assent.staff_member as lender on lender.id = delegation.from_staff
  where delegation.to_staff = ${staff} and ${delegationLives} and delegation.from_staff <> approval.asked_by
    and lender.roles && ${rolesFor("approvals:review")}
  order by delegation.began_at limit 1)`;

/**
 * Whether this person could be the second one of `approval`, by the roles they have on record: the one place that says
 * so, for what they are shown, what is counted, and what they do. Not their own; nor, having been asked to decide in the
 * name of whoever asked, at any time since that was asked.
 */
export const mayDecide = (staff: SQL, roles: SQL): SQL => sql`(
  approval.asked_by <> ${staff}
  and ${roles} && (${DECIDING_ROLES})
  and not ${actsForAsker(staff)}
  and (approval.needs <> 'compliance' or ${roles} && ${rolesFor("approvals:review")} or ${lentBy(staff)} is not null))`;

/** Whether this person has decided, or could have, in the name of whoever asked for `approval`. */
export const actsForAsker = (staff: SQL): SQL => sql`exists (
  select from assent.approval_delegation as own
  where own.to_staff = ${staff} and own.from_staff = approval.asked_by and own.ends_at > approval.asked_at)`;

/** In whose name they decide, where their own roles would not do. */
export const decidesFor = (staff: SQL, roles: SQL): SQL => sql`
  case when approval.needs = 'compliance' and not ${roles} && ${rolesFor("approvals:review")} then ${lentBy(staff)} end`;

/** Whether this person could review `approval`, which ran without a second person. */
export const mayReview = (staff: SQL, roles: SQL): SQL => sql`(
  approval.asked_by <> ${staff} and ${roles} && ${rolesFor("approvals:review")} and not ${actsForAsker(staff)})`;

export const mayBreakGlass = (roles: SQL): SQL => sql`(${roles} && ${rolesFor("approvals:break-glass")}
  and approval.act = any(${sql.param(ACT_NAMES.filter((name) => ACT_RULES[name].stopsHarm))}::text[]))`;

export const WAITS = sql`approval.state = 'waiting' and approval.runs_out_at > clock_timestamp()`;
export const WAITS_FOR_REVIEW = sql`approval.glass_broken_because is not null and approval.reviewed_by is null`;

/** More is not counted: whoever has a hundred needs no exact number. */
const ENOUGH = 100;

/** How many wait for somebody. */
export const waitingFor = (staff: SQL, roles: SQL): SQL => sql`(
  select count(*)::int from (
    select from assent.approval as approval where ${WAITS} and ${mayDecide(staff, roles)}
    union all
    select from assent.approval as approval where ${WAITS_FOR_REVIEW} and ${mayReview(staff, roles)}
    limit ${ENOUGH}) as waiting)`;
