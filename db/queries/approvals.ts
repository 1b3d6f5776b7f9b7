import { sql } from "drizzle-orm";
import { validate as isUuid } from "uuid";
import type { Approvals } from "~/ports/approvals";
import type { Database } from "../client.server";
import { createAsk } from "./approval-ask";
import { createDeciding } from "./approval-decide";
import { createList } from "./approval-list";
import { type ApprovalRow, COLUMNS, readApproval } from "./approval-row";
import { createRunning } from "./approval-run";
import { waitingFor } from "./approval-second-person";
import { createExecute, createTransact } from "./execute";

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
    list: createList(execute),
    async waitingFor(staff) {
      const [row] = await execute<{ waiting: number }>(sql`
        select ${waitingFor(sql`person.id`, sql`person.roles`)} as waiting
        from assent.staff_member as person where person.id = ${staff}`);
      return row?.waiting ?? 0;
    },
    ...createDeciding(execute, tenant),
    ...createRunning(execute, tenant),
  };
}
