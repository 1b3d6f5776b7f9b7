import { createHash } from "node:crypto";
import type { BankAccount } from "~/domain/consent/offered-account";

/** Names the accounts that a page showed, so that a press meant for those never ticks others (N-10). */
export function accountsShown(accounts: readonly Pick<BankAccount, "id">[]): string {
  const ids = accounts.map(({ id }) => id).join("\n");
  return createHash("sha256").update(ids).digest("base64url").slice(0, 16);
}
