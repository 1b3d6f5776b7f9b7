import { expect, test } from "vitest";
import type { OrderFields } from "./field.ts";
import { KINDS } from "./kinds/index.ts";
import type { Order } from "./order.ts";
import { parseOrder } from "./parse-order.ts";

const access: OrderFields = { tpp: "tpp-beacon", version: "v4.0", permission: ["ReadAccountsBasic"] };
const payment: OrderFields = {
  tpp: "tpp-tallybook",
  version: "v3.1",
  amount: "42.5",
  payeeName: " Harbour Books Ltd ",
  payeeSortCode: "20-40-51",
  payeeAccountNumber: "1234 5678",
  reference: "Order 7781",
};

test("empty dates are no dates", () => {
  expect(parseOrder("account_access", { ...access, accessEnds: "", transactionsFrom: "2026-01-01" })).toEqual({
    order: {
      kind: "account_access",
      tppId: "tpp-beacon",
      apiVersion: "v4.0",
      permissions: ["ReadAccountsBasic"],
      transactionsFrom: "2026-01-01",
    },
  });
});

test("a payment is brought to the standard's form", () => {
  expect(parseOrder("domestic_payment", { ...payment, debtorSortCode: " ", debtorAccountNumber: "" })).toEqual({
    order: {
      kind: "domestic_payment",
      tppId: "tpp-tallybook",
      apiVersion: "v3.1",
      amount: "42.50",
      payeeName: "Harbour Books Ltd",
      payeeAccount: "20405112345678",
      reference: "Order 7781",
    },
  });
});

test("a combination that the standard forbids goes through: the bank has to say no", () => {
  expect(parseOrder("account_access", { ...access, permission: ["ReadTransactionsBasic"] })).toHaveProperty("order");
});

const filled = (kind: Order["kind"], over: OrderFields): OrderFields => ({
  ...KINDS[kind].defaults(),
  tpp: "tpp-beacon",
  version: "v4.0",
  ...over,
});

test("VRP: rows without an amount are no limits, and the others keep their order", () => {
  const limits = { limit1: "", limit2: "10", period2: "Day", limit6: "70.5", period6: "Week", alignment6: "Consent" };
  expect(parseOrder("domestic_vrp", filled("domestic_vrp", limits))).toMatchObject({
    order: {
      limits: [
        { amount: "10.00", period: "Day", alignment: "Consent" },
        { amount: "70.50", period: "Week", alignment: "Consent" },
      ],
    },
  });
});

test("a file is read line by line, blank ones left out", () => {
  const rows = "Ana Costa, 20-40-51, 12345678, 12.5, May\n\n Ben Lowe ,204051,12345679,3,June\r\n";
  expect(parseOrder("file_payment", filled("file_payment", { rows }))).toMatchObject({
    order: {
      rows: [
        { payeeName: "Ana Costa", payeeAccount: "20405112345678", amount: "12.50", reference: "May" },
        { payeeName: "Ben Lowe", payeeAccount: "20405112345679", amount: "3.00", reference: "June" },
      ],
    },
  });
});

test.each<[Order["kind"], OrderFields, string]>([
  ["account_access", { ...access, tpp: "tpp-nobody" }, "tpp"],
  ["account_access", { ...access, version: "v9" }, "version"],
  ["account_access", { ...access, permission: [] }, "permission"],
  ["account_access", { ...access, permission: ["ReadEverything"] }, "permission"],
  ["account_access", { ...access, accessEnds: "2026-02-30" }, "accessEnds"],
  ["account_access", { ...access, transactionsFrom: "2026-02-02", transactionsTo: "2026-02-01" }, "transactionsTo"],
  ["domestic_payment", { ...payment, amount: "0.00" }, "amount"],
  ["domestic_payment", { ...payment, amount: "-1" }, "amount"],
  ["domestic_payment", { ...payment, amount: "1e5" }, "amount"],
  ["domestic_payment", { ...payment, payeeName: "  " }, "payeeName"],
  ["domestic_payment", { ...payment, payeeName: "A\u0000B" }, "payeeName"],
  ["domestic_payment", { ...payment, payeeSortCode: "2040" }, "payeeSortCode"],
  ["domestic_payment", { ...payment, reference: "x".repeat(36) }, "reference"],
  ["domestic_payment", { ...payment, debtorSortCode: "204050" }, "debtorAccountNumber"],
  ["domestic_scheduled_payment", filled("domestic_scheduled_payment", { executeOn: "" }), "executeOn"],
  ["domestic_standing_order", filled("domestic_standing_order", { rhythm: "hourly" }), "rhythm"],
  ["domestic_standing_order", filled("domestic_standing_order", { payments: "0" }), "payments"],
  ["file_payment", filled("file_payment", { rows: " \n " }), "rows"],
  ["file_payment", filled("file_payment", { rows: "Ana Costa, 20-40-51, 12345678, nothing, May" }), "rows"],
  ["international_payment", filled("international_payment", { payeeIban: "FR14" }), "payeeIban"],
  ["international_payment", filled("international_payment", { currencyOfTransfer: "EURO" }), "currencyOfTransfer"],
  [
    "international_standing_order",
    filled("international_standing_order", { debtorSortCode: "204050" }),
    "debtorAccountNumber",
  ],
  ["domestic_vrp", filled("domestic_vrp", { limit1: "", limit2: "" }), "limit1"],
  ["domestic_vrp", filled("domestic_vrp", { limit4: "lots" }), "limit4"],
  ["domestic_vrp", filled("domestic_vrp", { payeeSortCode: "" }), "payeeName"],
  ["domestic_vrp", filled("domestic_vrp", { debtorSortCode: "204050", debtorAccountNumber: "11223301" }), "debtorName"],
  ["funds_confirmation", filled("funds_confirmation", { accountNumber: "1" }), "accountNumber"],
])("%s with one thing wrong names the field (%#)", (kind, fields, field) => {
  const parsed = parseOrder(kind, fields);
  expect("problems" in parsed && Object.keys(parsed.problems)).toEqual([field]);
});
