import { expect, test } from "vitest";
import { createBook, historyStart } from "./book.ts";
import type { Entry } from "./entry.ts";

const asOf = new Date("2026-02-10T12:00:00Z");
const payment: Entry = {
  id: "pay-1",
  accountId: "acc-arun-main",
  madeAt: new Date("2026-01-20T10:00:00Z"),
  bookedAt: new Date("2026-01-20T10:00:00Z"),
  amount: -4_250,
  kind: "transfer_out",
  counterparty: { name: "Harbour Books Ltd" },
  text: "ORDER 7781",
};
const book = createBook(async () => []);
const bookWithPayment = createBook(async (accountIds) => (accountIds.includes(payment.accountId) ? [payment] : []));

test("the newest booked entry carries the booked balance, and pending ones make the difference to available", async () => {
  const entries = await book.entries("acc-arun-main", asOf);
  const pending = entries.filter(({ balanceAfter }) => balanceAfter === undefined);
  const balances = await book.balances("acc-arun-main", asOf);
  expect(pending.length).toBeGreaterThan(0);
  expect(entries.find(({ balanceAfter }) => balanceAfter !== undefined)?.balanceAfter).toBe(balances.booked);
  expect(balances.booked + pending.reduce((sum, { amount }) => sum + amount, 0)).toBe(balances.available);
});

test("entries come newest first and reach back 24 months, no further", async () => {
  const times = (await book.entries("acc-arun-main", asOf)).map(({ bookedAt }) => bookedAt.getTime());
  expect(times).toEqual([...times].sort((a, b) => b - a));
  expect(historyStart(asOf)).toEqual(new Date("2024-02-10T00:00:00Z"));
  expect(times.at(-1)).toBeGreaterThanOrEqual(historyStart(asOf).getTime());
  expect(times.at(-1)).toBeLessThan(new Date("2024-02-13T00:00:00Z").getTime());
});

test("an ordered payment moves the balances and every running balance after it", async () => {
  const [before, after] = await Promise.all([book, bookWithPayment].map((it) => it.balances("acc-arun-main", asOf)));
  expect(after?.booked).toBe((before?.booked ?? 0) - 4_250);
  expect(after?.available).toBe((before?.available ?? 0) - 4_250);
  const entries = await bookWithPayment.entries("acc-arun-main", asOf);
  expect(entries.find(({ balanceAfter }) => balanceAfter !== undefined)?.balanceAfter).toBe(after?.booked);
  expect(entries.some(({ id }) => id === "pay-1")).toBe(true);
});

test("a purchase is pending until it is booked, and keeps its id", async () => {
  const pending = (await book.entries("acc-arun-main", asOf)).find(({ balanceAfter }) => balanceAfter === undefined);
  const later = await book.entries("acc-arun-main", new Date("2026-02-12T12:00:00Z"));
  expect(later.find(({ id }) => id === pending?.id)?.balanceAfter).toBeDefined();
});

test("balances of many are what each has alone, and the orders are read once", async () => {
  const asked: (readonly string[])[] = [];
  const counting = createBook(async (accountIds) => {
    asked.push(accountIds);
    return accountIds.includes(payment.accountId) ? [payment] : [];
  });
  const ids = ["acc-grace-main", "acc-arun-main", "acc-arun-card"];
  const together = await counting.balancesOf(ids, asOf);
  expect(asked).toEqual([ids]);
  expect(together).toEqual(await Promise.all(ids.map((id) => bookWithPayment.balances(id, asOf))));
  expect(together[1]?.booked).toBe(((await book.balances("acc-arun-main", asOf)).booked ?? 0) + payment.amount);
});
