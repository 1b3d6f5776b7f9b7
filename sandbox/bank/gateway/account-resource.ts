import { type Account, BANK } from "../../personas.ts";
import { holdersOf } from "../core/accounts.ts";
import type { ApiVersion } from "./api-version.ts";
import { maskPan } from "./pan.ts";

/** OBExternalCashAccountType1Code for each of our kinds. The mapping is ours: the standard gives none. */
const V4_TYPE = { CurrentAccount: "CACC", Savings: "SVGS", CreditCard: "CARD" } as const;

/** `OBAccount6`. Without ReadAccountsDetail the elements that identify the account stay out. */
export function accountResource(account: Account, version: ApiVersion, permissions: ReadonlySet<string>): object {
  const category = account.profile === "business" ? "Business" : "Personal";
  return {
    AccountId: account.id,
    Status: account.status,
    Currency: account.currency,
    ...(version === "v4.0"
      ? { AccountCategory: category, AccountTypeCode: V4_TYPE[account.kind] }
      : { AccountType: category, AccountSubType: account.kind }),
    Nickname: account.nickname,
    ...(permissions.has("ReadAccountsDetail") && {
      Account: identifications(account, permissions.has("ReadPAN")),
      Servicer: {
        SchemeName: "UK.OBIE.BICFI",
        Identification: "NLGTGB2LXXX",
        ...(version === "v4.0" && { Name: BANK.name }),
      },
    }),
  };
}

function identifications(account: Account, fullPan: boolean): object[] {
  const Name = holdersOf(account)
    .map(({ name }) => name)
    .join(" & ");
  if (account.kind === "CreditCard") {
    const Identification = fullPan ? account.number : maskPan(account.number);
    return [{ SchemeName: "UK.OBIE.PAN", Identification, Name }];
  }
  return [
    { SchemeName: "UK.OBIE.SortCodeAccountNumber", Identification: account.number, Name },
    ...(account.iban === undefined ? [] : [{ SchemeName: "UK.OBIE.IBAN", Identification: account.iban, Name }]),
  ];
}
