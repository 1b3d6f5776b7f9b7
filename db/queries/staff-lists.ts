import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { SavedSearch, StaffLists } from "~/ports/staff-lists";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

/** Nobody finds anything among more. */
const MOST_SAVED = 50;

/** How staff want their lists, in PostgreSQL. */
export function createStaffLists(db: Database): StaffLists {
  const execute = createExecute(db);
  return {
    async lookOf(staff) {
      const [row] = await execute<{ hidden_columns: readonly string[]; comfortable: boolean }>(sql`
        select hidden_columns, comfortable from assent.staff_preference where staff_id = ${staff}`);
      return row && { hidden: row.hidden_columns, comfortable: row.comfortable };
    },

    async setLook(staff, { hidden, comfortable }) {
      await execute(sql`
        insert into assent.staff_preference (staff_id, hidden_columns, comfortable)
        values (${staff}, ${sql.param([...hidden])}::text[], ${comfortable})
        on conflict (staff_id) do update
        set hidden_columns = excluded.hidden_columns, comfortable = excluded.comfortable`);
    },

    savedOf: (staff) =>
      execute<SavedSearch & Record<string, unknown>>(sql`
        select id, name, query from assent.saved_search where staff_id = ${staff} order by lower(name), id`),

    async save(staff, name, query) {
      // Asked of first, so that what had the name is gone before it is given again.
      const saved = await execute(sql`
        with gone as (delete from assent.saved_search where staff_id = ${staff} and name = ${name} returning id)
        insert into assent.saved_search (id, staff_id, name, query)
        select ${uuidv7()}::uuid, ${staff}, ${name}, ${query}
        where (select count(*) from gone) >= 0 and (select count(*) from assent.saved_search where staff_id = ${staff} and name <> ${name}) < ${MOST_SAVED}
        returning id`);
      return saved.length > 0;
    },

    async forget(staff, id) {
      await execute(sql`delete from assent.saved_search where staff_id = ${staff} and id = ${id}::uuid`);
    },
  };
}
