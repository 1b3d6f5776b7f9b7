import type { TPPS } from "../../personas.ts";

/** What the person at the workbench asks for: who acts, in which API version, for what. */
export type Order = AccountAccessOrder | PaymentOrder;

export type TppId = (typeof TPPS)[keyof typeof TPPS]["id"];
export type ApiVersion = "v3.1" | "v4.0";

interface OrderBase {
  readonly tppId: TppId;
  readonly apiVersion: ApiVersion;
}

export interface AccountAccessOrder extends OrderBase {
  readonly kind: "account_access";
  readonly permissions: readonly string[];
  /** ISO dates (`2027-03-31`). Absent: open-ended access, all the bank has. */
  readonly accessEnds?: string;
  readonly transactionsFrom?: string;
  readonly transactionsTo?: string;
}

export interface PaymentOrder extends OrderBase {
  readonly kind: "domestic_payment";
  /** Pounds with two decimals: `42.50`. */
  readonly amount: string;
  readonly payeeName: string;
  /** UK.OBIE.SortCodeAccountNumber: six digits of sort code, eight of account number. */
  readonly payeeAccount: string;
  readonly reference: string;
  /** Absent: the customer chooses the account at the bank. */
  readonly debtorAccount?: string;
}
