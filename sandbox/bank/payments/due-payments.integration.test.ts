import { describe, expect, test } from "vitest";
import { CUSTOMERS } from "../../personas.ts";
import { API_VERSIONS } from "../gateway/api-version.ts";
import { issueToken } from "../testing/tokens.ts";
import { BOOKSHOP, consentOf, GBP, placed, read, statusOf, TOMORROW } from "./kinds.harness.ts";
import { arunsBalance, bookedBalance, CONSUME, order, refused, world } from "./payments.harness.ts";

/** The job goes round once a second. */
const soon = { timeout: 10_000 };

/** What became of each payment of an order. */
const details = async (kind: "domestic_standing_order" | "file_payment", id: string) => {
  const { Data } = await placed(kind, await read(kind, "v3.1", id, "/payment-details"));
  return (Data["PaymentStatus"] as { Status: string }[]).map(({ Status }) => Status);
};

describe.each(API_VERSIONS)("%s: a scheduled payment", (version) => {
  const [done, failed] = version === "v3.1" ? ["InitiationCompleted", "InitiationFailed"] : ["ACSC", "RJCT"];

  test("is made when it is due and not before, also by a bank that was started again in between", async () => {
    const kind = "domestic_scheduled_payment";
    // The clock that these tests turn back does not take back what was paid: each has an hour of its own.
    const due = version === "v3.1" ? "2026-02-10T13:00:00.000Z" : "2026-02-10T14:00:00.000Z";
    const toGrace = {
      CreditorAccount: { ...BOOKSHOP, Identification: "20405011223301", Name: "Grace Okoye" },
      RequestedExecutionDateTime: due,
    };
    const { id, Data } = await placed(
      kind,
      await order(consentOf(kind, version, { initiation: toGrace }), { version }),
    );
    expect(Data).toMatchObject({
      ExpectedExecutionDateTime: due,
      Refund: { Account: { Identification: "20405022334401", Name: "Arun Mehta" } },
    });
    world.setNow(new Date(Date.parse(due) - 1));
    const before = await arunsBalance();
    const graces = await bookedBalance("acc-grace-main", CUSTOMERS.grace.id);
    await world.restartBank();
    // Two rounds of the job at least.
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    expect(await arunsBalance()).toBe(before);
    world.setNow(new Date(due));
    await expect.poll(() => statusOf(kind, version, id), soon).toBe(done);
    expect(await arunsBalance()).toBe(before - 4_250);
    expect(await bookedBalance("acc-grace-main", CUSTOMERS.grace.id)).toBe(graces + 4_250);
  });

  test("that there is no money for on its day fails, and says why", async () => {
    const kind = "domestic_scheduled_payment";
    const payment = consentOf(kind, version, { initiation: { InstructedAmount: GBP("999999.00") } });
    const { id } = await placed(kind, await order(payment, { version }));
    world.setNow(new Date(TOMORROW));
    await expect.poll(() => statusOf(kind, version, id), soon).toBe(failed);
    if (version === "v4.0") {
      const { Data } = await placed(kind, await read(kind, version, id));
      expect(Data["StatusReason"]).toMatchObject([{ StatusReasonCode: "AM04" }]);
    }
  });

  test.each(["domestic_scheduled_payment", "international_scheduled_payment", "file_payment"] as const)(
    "%s of a day that is over is refused, and its consent not consumed; today's is paid",
    async (kind) => {
      const on = (RequestedExecutionDateTime: string) =>
        consentOf(kind, version, { initiation: { RequestedExecutionDateTime } });
      const late = on("2026-02-09T23:59:59+00:00");
      const code = version === "v3.1" ? "UK.OBIE.Rules.AfterCutOffDateTime" : "U012";
      const path = "Data.Initiation.RequestedExecutionDateTime";
      expect(await refused(await order(late, { version }))).toEqual([400, code, path]);
      expect(world.authorizationServer.calls.some(({ path: called }) => called === CONSUME(late.consentId))).toBe(
        false,
      );
      const { status } = await placed(kind, await order(on("2026-02-10T00:00:00+00:00"), { version }));
      expect(status).toBe(kind === "file_payment" && version === "v4.0" ? "INCO" : done);
    },
  );
});

describe("a standing order", () => {
  const kind = "domestic_standing_order";
  const to = (Identification: string) => ({ CreditorAccount: { ...BOOKSHOP, Identification } });

  test("pays on its days, the first, the recurring and the final amount, and then no more", async () => {
    const amounts = { RecurringPaymentAmount: GBP("20.00"), FinalPaymentAmount: GBP("10.00") };
    const payment = consentOf(kind, "v3.1", { initiation: { ...to("20405033445502"), ...amounts } });
    const { id } = await placed(kind, await order(payment));
    const received: number[] = [];
    for (const day of ["2026-02-11", "2026-03-11", "2026-04-11", "2026-05-11"]) {
      const made = received.length;
      world.setNow(new Date(`${day}T12:00:00Z`));
      await expect.poll(() => details(kind, id), soon).toHaveLength(Math.min(3, made + 2));
      if (made < 3)
        await expect.poll(async () => (await details(kind, id))[made], soon).toBe("AcceptedSettlementCompleted");
      received.push(await paidTo("acc-maria-own", CUSTOMERS.maria.id, id));
    }
    expect(received).toEqual([3_000, 5_000, 6_000, 6_000]);
    expect(await statusOf(kind, "v3.1", id)).toBe("InitiationCompleted");
  });

  test("goes on after a payment that there was no money for, and catches up after the bank has slept", async () => {
    const initiation = {
      NumberOfPayments: "4",
      FirstPaymentAmount: GBP("999999.00"),
      RecurringPaymentAmount: GBP("1.00"),
    };
    const { id } = await placed(kind, await order(consentOf(kind, "v3.1", { initiation })));
    world.setNow(new Date("2026-02-11T12:00:00Z"));
    await expect.poll(async () => (await details(kind, id))[0], soon).toBe("Rejected");
    expect(await statusOf(kind, "v3.1", id)).toBe("InitiationPending");
    world.setNow(new Date("2026-08-01T12:00:00Z"));
    await expect.poll(() => statusOf(kind, "v3.1", id), soon).toBe("InitiationCompleted");
    const made = ["Rejected", ...Array(3).fill("AcceptedSettlementCompleted")];
    await expect.poll(() => details(kind, id), soon).toEqual(made);
  });

  test("in a rhythm that the bank does not pay in is refused, and so is one that should have begun", async () => {
    const mandate = { MandateRelatedInformation: { Frequency: { Type: "ADHO" }, FirstPaymentDateTime: TOMORROW } };
    const odd = consentOf(kind, "v4.0", { initiation: mandate });
    expect(await refused(await order(odd, { version: "v4.0" }))).toEqual([400, "U025", "Data.Initiation.Frequency"]);
    const late = consentOf(kind, "v3.1", { initiation: { FirstPaymentDateTime: "2026-02-09T12:00:00+00:00" } });
    expect((await refused(await order(late)))[1]).toBe("UK.OBIE.Rules.AfterCutOffDateTime");
  });
});

test("a file: what there is money for is paid row by row, what not is said of its row", async () => {
  const kind = "file_payment";
  const row = (amount: string) => ({ CreditorAccount: BOOKSHOP, InstructedAmount: GBP(amount), Reference: "WAGES" });
  const rows = [row("10.00"), row("999999.00"), row("5.50")];
  const before = await arunsBalance();
  const { id, status } = await placed(kind, await order(consentOf(kind, "v3.1", { consent: { file_rows: rows } })));
  expect(status).toBe("InitiationCompleted");
  expect(await details(kind, id)).toEqual(["AcceptedSettlementCompleted", "Rejected", "AcceptedSettlementCompleted"]);
  expect(await arunsBalance()).toBe(before - 1_550);
  // The standard leaves it to the bank, and a bank without one answers 404.
  expect((await read(kind, "v3.1", id, "/report-file")).status).toBe(404);
  const none = await order(consentOf(kind, "v4.0", { consent: { file_rows: [row("999999.00")] } }), {
    version: "v4.0",
  });
  expect((await placed(kind, none)).Data).toMatchObject({
    Status: "INFA",
    StatusReason: [{ StatusReasonCode: "AM04" }],
  });
});

test("a file: the money for a row in another currency is changed, at the rate of the day, as its customer was told", async () => {
  const kind = "file_payment";
  const row = (Amount: string, Currency: string) => ({
    CreditorAccount: BOOKSHOP,
    InstructedAmount: { Amount, Currency },
  });
  const rows = [row("10.00", "GBP"), row("11.72", "EUR"), row("11.72", "JPY")];
  const before = await arunsBalance();
  const { id } = await placed(kind, await order(consentOf(kind, "v3.1", { consent: { file_rows: rows } })));
  expect(await details(kind, id)).toEqual(["AcceptedSettlementCompleted", "AcceptedSettlementCompleted", "Rejected"]);
  const paid = before - (await arunsBalance());
  expect(paid).toBeGreaterThanOrEqual(1_995);
  expect(paid).toBeLessThanOrEqual(2_005);
});

test("a file of 250 rows is paid to the end by the job, each row once", async () => {
  const kind = "file_payment";
  const rows = Array.from({ length: 250 }, () => ({ CreditorAccount: BOOKSHOP, InstructedAmount: GBP("0.01") }));
  const before = await arunsBalance();
  const { id, status } = await placed(kind, await order(consentOf(kind, "v3.1", { consent: { file_rows: rows } })));
  expect(status).toBe("InitiationPending");
  await world.restartBank();
  await expect.poll(() => statusOf(kind, "v3.1", id), { timeout: 20_000 }).toBe("InitiationCompleted");
  expect(await arunsBalance()).toBe(before - 250);
});

/** What one order brought to an account so far, by that account's own list of transactions. */
async function paidTo(account: string, subject: string, orderId: string): Promise<number> {
  const token = issueToken(world, { account_ids: [account], subject });
  const from = "fromBookingDateTime=2026-02-10T00:00:00&page-size=1000";
  const response = await world.call(`/open-banking/v3.1/aisp/accounts/${account}/transactions?${from}`, { token });
  const { Data } = (await response.json()) as {
    Data: { Transaction: { TransactionId: string; Amount: { Amount: string } }[] };
  };
  return Data.Transaction.filter(({ TransactionId }) => TransactionId.startsWith(orderId)).reduce(
    (sum, { Amount }) => sum + Math.round(Number(Amount.Amount) * 100),
    0,
  );
}
