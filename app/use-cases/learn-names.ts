import { randomUUID } from "node:crypto";
import type { CustomerId } from "~/domain/shared/ids";
import type { BankSearch } from "~/ports/bank-search";
import type { CustomerDirectory, CustomerNamed } from "~/ports/customer-directory";

interface Needs {
  readonly directory: CustomerDirectory;
  readonly bank: Pick<BankSearch, "nameOf">;
}

const BATCH = 64;
/** As many as the bank is asked for at the same time: it has customers to serve. */
const AT_ONCE = 8;

/**
 * Asks the bank what customers are called whose name is not known yet, or was told long ago. What was told before the bank
 * went away is kept.
 *
 * @throws BankUnavailable, DeskUnavailable
 */
export const learnNames =
  ({ directory, bank }: Needs) =>
  async () => {
    const due = await directory.claim(BATCH);
    const ask = async (customer: CustomerId): Promise<CustomerNamed> => {
      const name = await bank.nameOf(customer, { correlationId: randomUUID() });
      return { customer, ...(name !== undefined && { name }) };
    };
    let named = 0;
    for (let done = 0; done < due.length; done += AT_ONCE) {
      const asked = await Promise.allSettled(due.slice(done, done + AT_ONCE).map(ask));
      const told = asked.flatMap((each) => (each.status === "fulfilled" ? each.value : []));
      await directory.keep(told);
      named += told.filter(({ name }) => name !== undefined).length;
      const failed = asked.find((each) => each.status === "rejected");
      if (failed) throw failed.reason;
    }
    return { named, unknown: due.length - named, more: due.length === BATCH };
  };
