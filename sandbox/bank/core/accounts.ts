import { ACCOUNTS, type Account, CUSTOMERS, type Customer } from "../../personas.ts";

/** The accounts of one customer, closed ones included; undefined where the bank has no such customer. */
export function accountsOfCustomer(customerId: string): readonly Account[] | undefined {
  if (!customerById(customerId)) return undefined;
  return ACCOUNTS.filter(({ owners }) => owners.includes(customerId));
}

/** In the order in which they own the account. */
export const holdersOf = (account: Account): readonly Customer[] =>
  account.owners.map(customerById).filter((customer) => customer !== undefined);

/** The open account that an incoming payment names, if it is one of this bank. */
export function accountByNumber(scheme: string, identification: string): Account | undefined {
  return ACCOUNTS.find((account) => {
    if (account.status !== "Enabled" || account.kind === "CreditCard") return false;
    if (scheme === "UK.OBIE.IBAN") return account.iban === identification;
    return scheme === "UK.OBIE.SortCodeAccountNumber" && account.number === identification;
  });
}

const customerById = (id: string): Customer | undefined => Object.values(CUSTOMERS).find((it) => it.id === id);
