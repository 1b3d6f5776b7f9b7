import { createHash } from "node:crypto";
import type { BankAccount } from "~/domain/consent/offered-account";
import { type AccountId, asAccountId } from "~/domain/shared/ids";
import type { ConsentPageView } from "../consent-page-view";

/** Names the accounts that a page showed, so that a press meant for those never ticks others (N-10). */
export function accountsShown(accounts: readonly Pick<BankAccount, "id">[]): string {
  const ids = accounts.map(({ id }) => id).join("\n");
  return createHash("sha256").update(ids).digest("base64url").slice(0, 16);
}

/** The accounts that can be chosen on a page, and that an answer to it can grant (N-10). */
export function choosableOn(page: ConsentPageView): readonly AccountId[] {
  if (page.state !== "question") return [];
  const { groups, alsoChosen } = page.accounts;
  return [...groups, ...(alsoChosen ? [alsoChosen] : [])].flatMap(({ rows }) => rows.map(({ id }) => asAccountId(id)));
}
