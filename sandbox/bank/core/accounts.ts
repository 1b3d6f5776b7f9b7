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
    return account.status === "Enabled" && account.kind !== "CreditCard" && isKnownAs(account, scheme, identification);
  });
}

/** Whether this is what a message of the UK Read/Write API calls the account. A card is known by no such name. */
export function isKnownAs(account: Account, scheme: string, identification: string): boolean {
  const bare = identification.replace(/[\s-]/g, "").toUpperCase();
  if (scheme === "UK.OBIE.IBAN") return account.iban === bare;
  return scheme === "UK.OBIE.SortCodeAccountNumber" && account.kind !== "CreditCard" && account.number === bare;
}

const customerById = (id: string): Customer | undefined => Object.values(CUSTOMERS).find((it) => it.id === id);
