import { expect, test } from "vitest";
import { CUSTOMERS } from "../../personas.ts";
import { consentOf, vrpPayment } from "../payments/kinds.harness.ts";
import { order, world } from "../payments/payments.harness.ts";

const lookUp = async (what: "payments" | "funds-answers", consent: string, customer: string = CUSTOMERS.arun.id) => {
  const url = `${world.topology.bankInternal}/customers/${customer}/consents/${consent}/${what}`;
  const response = await world.call(url, { as: "app" });
  return [response.status, await response.json()] as const;
};

test("D-17: each payment of a consent, newest first, for whoever agreed to it and nobody else", async () => {
  const vrp = consentOf("domestic_vrp", "v3.1");
  expect(await lookUp("payments", vrp.consentId)).toEqual([200, { payments: [], total: 0 }]);
  const { Data, ...rest } = vrp.message;
  for (const [key, amount] of [
    ["uses-1", "10.00"],
    ["uses-2", "20.50"],
  ] as const) {
    const message = { ...rest, Data: { ...Data, ...vrpPayment(amount) } };
    expect((await order(vrp, { message, key, version: "v3.1" })).status).toBe(201);
  }
  const [status, body] = await lookUp("payments", vrp.consentId);
  expect(status).toBe(200);
  const { payments, total } = body as { payments: { amount: { amount: string } }[]; total: number };
  expect(total).toBe(2);
  expect(payments.map(({ amount }) => amount.amount).toSorted()).toEqual(["10.00", "20.50"]);
  expect(payments[0]).toEqual({
    at: expect.stringMatching(/^2026-02-/),
    payee: expect.stringMatching(/./),
    amount: { amount: expect.any(String), currency: "GBP" },
    status: "settled",
  });
  expect(await lookUp("payments", vrp.consentId, CUSTOMERS.grace.id)).toEqual([200, { payments: [], total: 0 }]);
});

test("nobody but the consent app may ask", async () => {
  for (const what of ["payments", "funds-answers"]) {
    const url = `${world.topology.bankInternal}/customers/${CUSTOMERS.arun.id}/consents/x/${what}`;
    expect((await world.call(url, { as: "tpp-beacon" })).status).toBe(403);
  }
});
