import type { Account } from "../../personas.ts";
import type { BookedEntry } from "../core/book.ts";
import type { EntryKind } from "../core/entry.ts";
import { formatAmount } from "../core/money.ts";
import type { ApiVersion } from "./api-version.ts";
import { BOOKED, indicator } from "./balance-resource.ts";
import { maskPan } from "./pan.ts";

/** Bank transaction code and sub-code; v4.0 takes them from ISO 20022 (family and sub-family). */
const CODES: Readonly<Record<EntryKind, Readonly<Record<ApiVersion, readonly [string, string]>>>> = {
  card: { "v3.1": ["CustomerCardTransactions", "PointOfSalePayment"], "v4.0": ["CCRD", "POSD"] },
  direct_debit: { "v3.1": ["IssuedDirectDebits", "DirectDebitPayment"], "v4.0": ["IDDT", "PMDD"] },
  standing_order: { "v3.1": ["IssuedCreditTransfers", "StandingOrder"], "v4.0": ["ICDT", "STDO"] },
  transfer_out: { "v3.1": ["IssuedCreditTransfers", "DomesticCreditTransfer"], "v4.0": ["ICDT", "DMCT"] },
  transfer_in: { "v3.1": ["ReceivedCreditTransfers", "DomesticCreditTransfer"], "v4.0": ["RCDT", "DMCT"] },
  salary: { "v3.1": ["ReceivedCreditTransfers", "PayrollSalaryPayment"], "v4.0": ["RCDT", "SALA"] },
  charge: { "v3.1": ["MiscellaneousDebitOperations", "Charges"], "v4.0": ["MDOP", "CHRG"] },
  interest: { "v3.1": ["MiscellaneousCreditOperations", "Interest"], "v4.0": ["MCOP", "INTR"] },
};

const STATUS = {
  booked: { "v3.1": "Booked", "v4.0": "BOOK" },
  pending: { "v3.1": "Pending", "v4.0": "PDNG" },
} as const;

/** `OBTransaction6`. Without ReadTransactionsDetail the elements that tell who and what for stay out. */
export function transactionResource(
  entry: BookedEntry,
  account: Account,
  version: ApiVersion,
  permissions: ReadonlySet<string>,
): object {
  const booked = entry.balanceAfter !== undefined;
  const [Code, SubCode] = CODES[entry.kind][version];
  return {
    AccountId: account.id,
    TransactionId: entry.id,
    CreditDebitIndicator: indicator(entry.amount),
    Status: STATUS[booked ? "booked" : "pending"][version],
    TransactionMutability: booked ? "Immutable" : "Mutable",
    BookingDateTime: entry.bookedAt.toISOString(),
    ...(booked && { ValueDateTime: entry.bookedAt.toISOString() }),
    Amount: { Amount: formatAmount(entry.amount), Currency: account.currency },
    ...(entry.exchange && {
      CurrencyExchange: {
        SourceCurrency: entry.exchange.source,
        TargetCurrency: entry.exchange.target,
        UnitCurrency: entry.exchange.source,
        ExchangeRate: entry.exchange.rate,
      },
    }),
    BankTransactionCode: { Code, SubCode },
    ...(account.kind === "CreditCard" && entry.kind === "card" && { CardInstrument: cardOf(account, permissions) }),
    ...(permissions.has("ReadTransactionsDetail") && detailOf(entry, account, version)),
  };
}

const cardOf = (account: Account, permissions: ReadonlySet<string>) => ({
  CardSchemeName: "VISA",
  Identification: permissions.has("ReadPAN") ? account.number : maskPan(account.number),
});

function detailOf(entry: BookedEntry, account: Account, version: ApiVersion): object {
  const { counterparty, balanceAfter } = entry;
  const { number, scheme = "UK.OBIE.SortCodeAccountNumber", category } = counterparty;
  return {
    TransactionInformation: entry.text,
    ...(balanceAfter !== undefined && {
      Balance: {
        CreditDebitIndicator: indicator(balanceAfter),
        Type: BOOKED[version],
        Amount: { Amount: formatAmount(balanceAfter), Currency: account.currency },
      },
    }),
    ...(category !== undefined && {
      MerchantDetails: { MerchantName: counterparty.name, MerchantCategoryCode: category },
    }),
    ...(number !== undefined && {
      [entry.amount < 0 ? "CreditorAccount" : "DebtorAccount"]: {
        SchemeName: scheme,
        // Another account's card number is not the TPP's to read, whatever this consent says of its own.
        Identification: scheme === "UK.OBIE.PAN" ? maskPan(number) : number,
        Name: counterparty.name,
      },
    }),
  };
}
