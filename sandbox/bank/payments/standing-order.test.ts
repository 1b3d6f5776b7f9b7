import { expect, test } from "vitest";
import { DAY_MS, dayFrom } from "../core/day.ts";
import { nextPayment, standingOrderOf } from "./standing-order.ts";

const iso = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const GBP = (Amount: string) => ({ Amount, Currency: "GBP" });
const v3 = {
  Frequency: "IntrvlMnthDay:01:15",
  FirstPaymentDateTime: "2026-05-15T00:00:00+00:00",
  FirstPaymentAmount: GBP("1"),
};

/** Its payments, six at most. */
function paymentsOf(initiation: object) {
  const order = standingOrderOf(initiation, dayFrom("2026-02-10"))!;
  const payments: string[] = [];
  for (let latest = 0; payments.length < 6; ) {
    const next = nextPayment(order, payments.length, latest);
    if (!next) break;
    payments.push(`${iso(next.day)} ${next.amount.Amount}`);
    latest = next.day;
  }
  return payments;
}

test("without an end it goes on", () => expect(paymentsOf(v3)).toHaveLength(6));

test("the first, the recurring and the final amount, by number", () => {
  const amounts = { RecurringPaymentAmount: GBP("2"), FinalPaymentAmount: GBP("3"), NumberOfPayments: "3" };
  expect(paymentsOf({ ...v3, ...amounts })).toEqual(["2026-05-15 1", "2026-06-15 2", "2026-07-15 3"]);
  expect(paymentsOf({ ...v3, NumberOfPayments: "1", FinalPaymentAmount: GBP("3") })).toEqual(["2026-05-15 1"]);
});

test("the final day is paid on, whatever the rhythm says, and ends it", () => {
  const end = { FinalPaymentDateTime: "2026-07-20T00:00:00+00:00", FinalPaymentAmount: GBP("3") };
  expect(paymentsOf({ ...v3, ...end })).toEqual(["2026-05-15 1", "2026-06-15 1", "2026-07-15 1", "2026-07-20 3"]);
});

test("recurring payments count from the day that is said for them", () => {
  const recurring = { RecurringPaymentDateTime: "2026-08-01T00:00:00+00:00", NumberOfPayments: "3" };
  expect(paymentsOf({ ...v3, ...recurring })).toEqual(["2026-05-15 1", "2026-08-01 1", "2026-08-15 1"]);
});

test("v4.0 says the same in its mandate; days are London's", () => {
  const mandate = {
    Frequency: { Type: "MNTH", PointInTime: "15" },
    // Half past midnight on 15 May in London.
    FirstPaymentDateTime: "2026-05-14T23:30:00+00:00",
  };
  const order = { MandateRelatedInformation: mandate, FirstPaymentAmount: GBP("1"), NumberOfPayments: "2" };
  expect(paymentsOf(order)).toEqual(["2026-05-15 1", "2026-06-15 1"]);
});

test.each([
  {},
  { ...v3, Frequency: "Often" },
  { ...v3, FirstPaymentAmount: undefined },
  { ...v3, NumberOfPayments: "x" },
  null,
])("%j is no standing order", (initiation) =>
  expect(standingOrderOf(initiation, dayFrom("2026-02-10"))).toBeUndefined(),
);
