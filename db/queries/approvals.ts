import { sql } from "drizzle-orm";
import { validate as isUuid } from "uuid";
import type { Approvals } from "~/ports/approvals";
import type { Database } from "../client.server";
import { createAsk } from "./approval-ask";
import { createDeciding } from "./approval-decide";
import { createList } from "./approval-list";
import { type ApprovalRow, COLUMNS, readApproval } from "./approval-row";
import { createRunning } from "./approval-run";
import { mayBreakGlass, mayDecide, mayReview, WAITS, WAITS_FOR_REVIEW, waitingFor } from "./approval-second-person";
import { createExecute, createTransact } from "./execute";

const STAFF = sql`person.id`;
const ROLES = sql`person.roles`;

interface Ways {
  readonly decide: boolean;
  readonly withdraw: boolean;
  readonly break_glass: boolean;
  readonly review: boolean;
}

const waysOf = ({ decide, withdraw, break_glass, review }: Ways) => [
  ...(decide ? (["decide"] as const) : []),
  ...(withdraw ? (["withdraw"] as const) : []),
  ...(break_glass ? (["break-glass"] as const) : []),
  ...(review ? (["review"] as const) : []),
];

/** What waits for a second person, in PostgreSQL. */
export function createApprovals(db: Database, tenant: string): Approvals {
  const execute = createExecute(db);
  return {
    ask: createAsk(createTransact(db), tenant),
    async find(id) {
      if (!isUuid(id)) return undefined;
      const [row] = await execute<ApprovalRow>(
        sql`select ${COLUMNS} from assent.approval as approval where id = ${id}::uuid`,
      );
      return row && readApproval(row);
    },
    async findFor(id, staff) {
      if (!isUuid(id)) return undefined;
      const own = sql`approval.asked_by = ${staff} and ${WAITS}`;
      const [row] = await execute<ApprovalRow & Ways>(sql`
        select ${COLUMNS}, (${WAITS} and ${mayDecide(STAFF, ROLES)}) is true as decide, ${own} as withdraw,
          (${own} and ${mayBreakGlass(ROLES)}) is true as break_glass,
          (${WAITS_FOR_REVIEW} and ${mayReview(STAFF, ROLES)}) is true as review
        from assent.approval as approval left join assent.staff_member as person on person.id = ${staff}
        where approval.id = ${id}::uuid`);
      return row && { approval: readApproval(row), may: new Set(waysOf(row)) };
    },
    list: createList(execute),
    async waitingFor(staff) {
      const [row] = await execute<{ waiting: number }>(sql`
        select ${waitingFor(sql`person.id`, sql`person.roles`)} as waiting
        from assent.staff_member as person where person.id = ${staff}`);
      return row?.waiting ?? 0;
    },
    async overdueReviews() {
      const [row] = await execute<{ overdue: number }>(sql`
        select count(*)::int as overdue from (select from assent.approval as approval
          where ${WAITS_FOR_REVIEW} and review_due_at < clock_timestamp() limit 100) as overdue`);
      return row?.overdue ?? 0;
    },
    ...createDeciding(execute, tenant),
    ...createRunning(execute, tenant),
  };
}
