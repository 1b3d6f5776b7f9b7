import type { BankAccount } from "~/domain/consent/offered-account";
import type { ConsentId, CustomerId } from "~/domain/shared/ids";
import type { AccessHistory, SingleRead } from "~/ports/access-history";
import type { CallContext } from "~/ports/authorization-server";
import type { Bank } from "~/ports/bank";
import type { ConsentRegister } from "~/ports/consent-register";
import { accountsAtTheBank } from "./view-access-history";

interface Needs {
  readonly register: Pick<ConsentRegister, "find">;
  readonly access: Pick<AccessHistory, "readsOf">;
  readonly bank: Pick<Bank, "accountsOf">;
}

/** Every single read with one consent of a customer's own, for a file. */
export interface ReadsToSave {
  readonly accounts: readonly BankAccount[];
  /** In pages, newest first. */
  readonly pages: AsyncIterable<readonly SingleRead[]>;
}

/**
 * @returns undefined alike for a consent that does not exist and for somebody else's (C-07).
 * @throws DeskUnavailable, also from the pages
 */
export const saveReads =
  ({ register, access, bank }: Needs) =>
  async (id: ConsentId, customer: CustomerId, context: CallContext): Promise<ReadsToSave | undefined> => {
    if (!(await register.find(id, { customer }))) return undefined;
    return { accounts: await accountsAtTheBank(bank, customer, context), pages: access.readsOf(id, customer) };
  };
