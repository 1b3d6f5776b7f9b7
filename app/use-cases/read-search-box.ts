import { accountNumberIn } from "~/domain/search/account-like";
import { LONGEST_TEXT } from "~/domain/search/consent-filter";
import type { AccountId, ConsentId, CustomerId } from "~/domain/shared/ids";
import type { CallContext } from "~/ports/authorization-server";
import { BankUnavailable } from "~/ports/bank";
import type { BankSearch } from "~/ports/bank-search";
import type { ConsentSearch } from "~/ports/consent-search";

interface Needs {
  readonly search: Pick<ConsentSearch, "consentsBeginning" | "customersBeginning">;
  readonly bank: Pick<BankSearch, "accountNumbered">;
}

/** What somebody typed into the box, as it may stand in an address. */
export type BoxRead =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "account"; readonly account: AccountId }
  | { readonly is: "customer"; readonly customer: CustomerId }
  | { readonly is: "consent"; readonly consent: ConsentId }
  | { readonly is: "no-account" }
  | { readonly is: "bank-away" };

/**
 * Reads the search box. A customer or a consent may be called by digits alone; whatever else may be the number of an
 * account is asked of the bank and goes no further.
 *
 * @throws DeskUnavailable
 */
export const readSearchBox =
  ({ search, bank }: Needs) =>
  async (typed: string, context: CallContext): Promise<BoxRead> => {
    const text = typed.replaceAll("\0", "").replace(/\s+/g, " ").trim().slice(0, LONGEST_TEXT);
    const number = accountNumberIn(text);
    if (number === undefined) return { is: "text", text };
    const [[customer], [consent]] = await Promise.all([
      search.customersBeginning(text, 1),
      search.consentsBeginning(text, 1),
    ]);
    if (customer === text) return { is: "customer", customer };
    if (consent === text) return { is: "consent", consent };
    try {
      const found = await bank.accountNumbered(number, context);
      return found ? { is: "account", account: found.id } : { is: "no-account" };
    } catch (error) {
      if (!(error instanceof BankUnavailable)) throw error;
      return { is: "bank-away" };
    }
  };
