import type { FieldGroup } from "./field.ts";
import type { ApiVersion } from "./order.ts";
import { accountNumber, optional, sortCode, text } from "./shape.ts";

/** What payments within the country share: to whom, from where if the TPP knows, and the line that both read. */

export const payeeFields = {
  payeeName: text("the payee's name", 70),
  payeeSortCode: sortCode,
  payeeAccountNumber: accountNumber,
};

export const debtorFields = {
  debtorSortCode: optional(sortCode),
  debtorAccountNumber: optional(accountNumber),
};

export const reference = text("a reference", 35);

export const PAYEE_GROUP: FieldGroup = {
  legend: "Payee",
  fields: [
    { name: "payeeName", label: "Payee name" },
    { name: "payeeSortCode", label: "Payee sort code", numeric: true },
    { name: "payeeAccountNumber", label: "Payee account number", numeric: true },
  ],
};

export const DEBTOR_GROUP: FieldGroup = {
  legend: "Pay from",
  hint: "Leave both empty, and the customer chooses at the bank.",
  fields: [
    { name: "debtorSortCode", label: "Payer sort code", numeric: true },
    { name: "debtorAccountNumber", label: "Payer account number", numeric: true },
  ],
};

export const PAYEE_DEFAULTS = {
  payeeName: "Harbour Books Ltd",
  payeeSortCode: "20-40-51",
  payeeAccountNumber: "12345678",
  reference: "Order 7781",
};

interface TypedDebtor {
  readonly debtorSortCode?: string | undefined;
  readonly debtorAccountNumber?: string | undefined;
}

interface TypedPayee {
  readonly payeeSortCode: string;
  readonly payeeAccountNumber: string;
}

/** Half an account is a slip of the hand. */
export const debtorIsWhole = ({ debtorSortCode, debtorAccountNumber }: TypedDebtor) =>
  (debtorSortCode === undefined) === (debtorAccountNumber === undefined);

export const DEBTOR_IN_HALF = {
  path: ["debtorAccountNumber"],
  message: "Give both sort code and account number, or neither",
};

/** Sort code and account number of the payer, together. */
export function joinDebtor<Typed extends TypedDebtor>({ debtorSortCode, debtorAccountNumber, ...rest }: Typed) {
  const joined: { readonly debtorAccount?: string } =
    debtorSortCode && debtorAccountNumber ? { debtorAccount: debtorSortCode + debtorAccountNumber } : {};
  return { ...rest, ...joined };
}

/** The same for the payee, and for the payer where one is named. */
export function joinAccounts<Typed extends TypedDebtor & TypedPayee>({
  payeeSortCode,
  payeeAccountNumber,
  ...rest
}: Typed) {
  return { ...joinDebtor(rest), payeeAccount: payeeSortCode + payeeAccountNumber };
}

/** UK.OBIE.SortCodeAccountNumber: six digits of sort code, eight of account number. */
export const ukAccount = (identification: string, name?: string) => ({
  SchemeName: "UK.OBIE.SortCodeAccountNumber",
  Identification: identification,
  ...(name === undefined ? {} : { Name: name }),
});

/** Who pays whom: the payer only where the order names one, else the customer chooses at the bank. */
export const parties = (order: { payeeAccount: string; payeeName: string; debtorAccount?: string | undefined }) => ({
  ...debtorOf(order),
  CreditorAccount: ukAccount(order.payeeAccount, order.payeeName),
});

export const debtorOf = ({ debtorAccount }: { debtorAccount?: string | undefined }) =>
  debtorAccount ? { DebtorAccount: ukAccount(debtorAccount) } : {};

export const pounds = (amount: string) => ({ Amount: amount, Currency: "GBP" });

/** The payee's reference, in the form of the version. */
export const remittance = (version: ApiVersion, line: string) => ({
  RemittanceInformation: version === "v3.1" ? { Reference: line } : { Unstructured: [line] },
});

/** Identifications that no other payment has (Max35), out of a UUID. */
export function identifications(id: string) {
  const unique = id.replaceAll("-", "");
  return { InstructionIdentification: `I-${unique}`, EndToEndIdentification: `E-${unique}` };
}

export const TO_A_THIRD_PARTY = { PaymentContextCode: "TransferToThirdParty" };

export const at = (date: string, time = "00:00:00") => `${date}T${time}+00:00`;
