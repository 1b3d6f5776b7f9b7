import { v7 as uuidv7 } from "uuid";
import { asAccountId, asStaffId } from "~/domain/shared/ids";
import { createBulkRevocations } from "./queries/bulk-revocations";
import { createCustomerVault } from "./queries/customer-vault";
import type { TestRecord } from "./verification/record.harness";

const reversed = async (text: string) => [...text].reverse().join("");
export const seal = { seal: reversed, open: reversed };
export const vaultOf = (record: TestRecord) => createCustomerVault(record.database.db, seal);

/** Every row of every table, as text. */
export async function everythingIn(record: TestRecord): Promise<string> {
  const tables = await record.attacker<{ name: string }[]>`
    select oid::regclass::text as name from pg_class where relnamespace = 'assent'::regnamespace and relkind = 'r'`;
  const rows = await Promise.all(
    tables.map(({ name }) => record.attacker.unsafe(`select '${name} ' || row::text as text from ${name} as row`)),
  );
  return rows
    .flat()
    .map(({ text }) => text)
    .join("\n");
}

/** All consents of an account are listed, to be ended at once. @returns the id of the list */
export async function listedByAccount(record: TestRecord, account: string): Promise<string> {
  const revocations = createBulkRevocations(record.database.db, { tenant: "test", vault: vaultOf(record) });
  const id = await revocations.prepare({
    scope: { by: "account", account: asAccountId(account) },
    reason: "regulatory",
    by: asStaffId("lead"),
    idempotencyKey: uuidv7(),
    correlationId: uuidv7(),
  });
  while (await revocations.find(id, 10));
  return id;
}
