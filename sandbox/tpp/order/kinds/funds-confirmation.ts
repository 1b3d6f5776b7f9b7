import { z } from "zod";
import { ACCOUNTS, CUSTOMERS } from "../../../personas.ts";
import { at, ukAccount } from "../domestic-terms.ts";
import { inDays } from "../field.ts";
import type { OrderKind, OrderOf } from "../order-kind.ts";
import { accountNumber, date, optional, sortCode, text } from "../shape.ts";

const shape = z
  .object({
    sortCode,
    accountNumber,
    holder: optional(text("the holder's name", 70)),
    /** Absent: until it is stopped. */
    accessEnds: optional(date),
  })
  .transform(({ sortCode: code, accountNumber: number, ...rest }) => ({ account: code + number, ...rest }));

export type FundsConfirmationOrder = OrderOf<"funds_confirmation", typeof shape>;

const EXAMPLE = ACCOUNTS.find(({ owners }) => owners.includes(CUSTOMERS.grace.id));

/** Whether there is enough, and nothing else (OBFundsConfirmationConsent1). */
export const fundsConfirmation: OrderKind<FundsConfirmationOrder> = {
  name: "Confirmation of funds",
  allowed: "confirmation of funds",
  scope: "fundsconfirmations",
  intents: "/cbpii/funds-confirmation-consents",
  signed: false,
  lasts: true,
  shape,
  groups: [
    {
      legend: "Account",
      hint: "A card issuer knows the account that its card draws on; the customer cannot choose another. This one is held by `grace`.",
      fields: [
        { name: "sortCode", label: "Sort code", numeric: true },
        { name: "accountNumber", label: "Account number", numeric: true },
        { name: "holder", label: "Name of the holder" },
        { name: "accessEnds", label: "Access ends", hint: "Empty: open-ended", type: "date" },
      ],
    },
  ],
  defaults: () => ({
    sortCode: EXAMPLE?.number.slice(0, 6) ?? "",
    accountNumber: EXAMPLE?.number.slice(6) ?? "",
    holder: CUSTOMERS.grace.name,
    accessEnds: inDays(365),
  }),
  brief: () => ({ payee: "", amount: "" }),
  intent: ({ account, holder, accessEnds }) => ({
    Data: {
      DebtorAccount: ukAccount(account, holder),
      ...(accessEnds ? { ExpirationDateTime: at(accessEnds, "23:59:59") } : {}),
    },
  }),
};

/** One question (OBFundsConfirmation1). */
export const fundsQuestion = (consentId: string, amount: string, reference: string) => ({
  Data: { ConsentId: consentId, Reference: reference, InstructedAmount: { Amount: amount, Currency: "GBP" } },
});
