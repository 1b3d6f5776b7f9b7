import { type SQL, sql } from "drizzle-orm";
import { validate as isUuid } from "uuid";
import type { Approvals, AskedApprovals } from "~/ports/approvals";
import { type ApprovalRow, COLUMNS, HAS_RUN_OUT, readApproval } from "./approval-row";
import { mayDecide, mayReview, WAITS, WAITS_FOR_REVIEW } from "./approval-second-person";
import type { createExecute } from "./execute";

const STAFF = sql`person.id`;
const ROLES = sql`person.roles`;

const TO_REVIEW = sql`${WAITS_FOR_REVIEW} and ${mayReview(STAFF, ROLES)}`;

const VIEWS: Readonly<Record<AskedApprovals["view"], SQL>> = {
  "for-me": sql`(${WAITS} and ${mayDecide(STAFF, ROLES)} or ${TO_REVIEW})`,
  waiting: WAITS,
  mine: sql`approval.asked_by = ${STAFF}`,
  ended: sql`(approval.state <> 'waiting' or ${HAS_RUN_OUT})`,
  "to-review": TO_REVIEW,
};

/** Newest first, a page at a time and both ways, along an index that is in this order. */
export const createList =
  (execute: ReturnType<typeof createExecute>): Approvals["list"] =>
  async ({ view, staff, size, after, before }) => {
    const from = before ?? after;
    if (from !== undefined && !isUuid(from)) return { rows: [], hasPrevious: false, hasNext: false };
    const place = sql`(select place.asked_at, place.id from assent.approval as place where place.id = ${from ?? null}::uuid)`;
    const beyond =
      before !== undefined
        ? sql`and (approval.asked_at, approval.id) > ${place}`
        : after !== undefined
          ? sql`and (approval.asked_at, approval.id) < ${place}`
          : sql``;
    const order = before === undefined ? sql`desc` : sql`asc`;
    const found = await execute<ApprovalRow>(sql`
      select ${COLUMNS} from assent.approval as approval
      left join assent.staff_member as person on person.id = ${staff}
      where ${VIEWS[view]} ${beyond}
      order by approval.asked_at ${order}, approval.id ${order} limit ${size + 1}`);
    const page = found.slice(0, size).map(readApproval);
    const more = found.length > size;
    return before === undefined
      ? { rows: page, hasPrevious: after !== undefined, hasNext: more }
      : { rows: page.reverse(), hasPrevious: more, hasNext: true };
  };
