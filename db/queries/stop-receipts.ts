import { sql } from "drizzle-orm";
import { asCustomerRef, type ChangeId } from "~/domain/shared/ids";
import type { CustomerVault } from "~/ports/customer-vault";
import type { StopReceipts } from "~/ports/stop-receipts";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

/** Receipts of stops in PostgreSQL: what is in one lies there under its customer's key, its digest in the open. */
export function createStopReceipts(db: Database, vault: Pick<CustomerVault, "byRef">): StopReceipts {
  const execute = createExecute(db);

  const stopOf = async (change: ChangeId) => {
    const [row] = await execute<{ actor_ref: string; receipt: string | null }>(sql`
      select actor_ref, receipt from assent.consent_change
      where id = ${change}::uuid and actor_type = 'customer' and move = 'stop' and state = 'settled'`);
    const cipher = row && (await vault.byRef(asCustomerRef(row.actor_ref)));
    return cipher && { cipher, receipt: row.receipt };
  };

  const of = async (change: ChangeId) => {
    const found = await stopOf(change);
    return found?.receipt ? (found.cipher.open(found.receipt) as string) : undefined;
  };

  return {
    of,
    async keep(change, signed, digest) {
      const found = await stopOf(change);
      if (!found) throw new Error("the stop of this receipt is gone, or its customer was erased while it was signed");
      const first = await execute(sql`
        update assent.consent_change set receipt = ${found.cipher.seal(signed)}, receipt_digest = ${digest}
        where id = ${change}::uuid and receipt is null returning id`);
      const stays = first.length === 1 ? signed : await of(change);
      if (stays === undefined) throw new Error("a receipt was neither kept nor found");
      return stays;
    },
  };
}
