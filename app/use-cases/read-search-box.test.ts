import { expect, test } from "vitest";
import { asAccountId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import { BankUnavailable } from "~/ports/bank";
import { readSearchBox } from "./read-search-box";

const asked: string[] = [];
const box = (bankIs: "up" | "away" = "up") =>
  readSearchBox({
    search: {
      customersBeginning: async (text) => (text === "12345678" ? [asCustomerId("12345678")] : []),
      consentsBeginning: async (text) => (text === "99999999" ? [asConsentId("999999991")] : []),
    },
    bank: {
      accountNumbered: async (number) => {
        asked.push(number);
        if (bankIs === "away") throw new BankUnavailable("away");
        return number === "20405011223301" ? { id: asAccountId("acc-1"), ends: "3301" } : undefined;
      },
    },
  });
const context = { correlationId: "c" };

test("A-01: an account by its number, which goes to the bank and nowhere else", async () => {
  expect(await box()("20-40-50 11223301", context)).toEqual({ is: "account", account: "acc-1" });
  expect(await box()("20405011229999", context)).toEqual({ is: "no-account" });
  expect(await box("away")("20405011223301", context)).toEqual({ is: "bank-away" });
});

test("whoever is called by digits alone is found before the bank is asked", async () => {
  asked.length = 0;
  expect(await box()("12345678", context)).toEqual({ is: "customer", customer: "12345678" });
  expect(asked).toEqual([]);
  // Another id begins so, and is not the one.
  expect(await box()("99999999", context)).toEqual({ is: "no-account" });
});

test("everything else is text, on one line and not too long", async () => {
  expect(await box()("  Grace \n Okoye\0 ", context)).toEqual({ is: "text", text: "Grace Okoye" });
  expect(await box()("x".repeat(500), context)).toEqual({ is: "text", text: "x".repeat(200) });
});
