import { expect, test } from "vitest";
import { type OrderFields, parseOrder } from "./order-form.ts";

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

test.each<["account_access" | "domestic_payment", OrderFields, string]>([
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
])("%s with one thing wrong names the field (%#)", (kind, fields, field) => {
  const parsed = parseOrder(kind, fields);
  expect("problems" in parsed && Object.keys(parsed.problems)).toEqual([field]);
});
