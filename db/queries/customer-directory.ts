import { sql } from "drizzle-orm";
import { gramsOf, searchable, wordsOf } from "~/domain/search/name-grams";
import { asCustomerId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import type { CustomerDirectory } from "~/ports/customer-directory";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

/** People change their names, but not often. */
const FRESH = sql.raw("interval '90 days'");
const CLAIMED = sql.raw("interval '1 minute'");

/** What customers are called, in PostgreSQL. */
export function createCustomerDirectory(db: Database): CustomerDirectory {
  const execute = createExecute(db);
  return {
    async claim(limit) {
      const rows = await execute<{ customer_id: string }>(sql`
        update assent.customer_directory set due_at = clock_timestamp() + ${CLAIMED}
        where customer_id in (
          select customer_id from assent.customer_directory where due_at <= clock_timestamp()
          order by due_at limit ${limit} for update skip locked)
        returning customer_id`);
      return rows.map(({ customer_id }) => asCustomerId(customer_id));
    },

    async keep(told) {
      if (told.length === 0) return;
      const rows = told.map(({ customer, name }) => {
        const plain = plainText(name);
        return plain === undefined
          ? { customer, grams: [] }
          : { customer, name: plain, folded: searchable(plain), grams: gramsOf(wordsOf(plain)) };
      });
      await execute(sql`
        update assent.customer_directory as known set name = told.name, folded = told.folded,
          grams = array(select jsonb_array_elements_text(told.grams)), told_at = clock_timestamp(),
          due_at = clock_timestamp() + ${FRESH}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as told (customer text, name text, folded text, grams jsonb)
        where known.customer_id = told.customer`);
    },
  };
}
