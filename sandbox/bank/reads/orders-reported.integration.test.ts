import { decodeJwt } from "jose";
import { expect, test, vi } from "vitest";
import { consentOf, vrpPayment } from "../payments/kinds.harness.ts";
import { order, world } from "../payments/payments.harness.ts";

const reportsOf = (consent: string) =>
  world.consentApp.reports
    .flatMap((report) => decodeJwt<{ events: { id: string; consent_id: string; resource: string }[] }>(report).events)
    .filter(({ consent_id }) => consent_id === consent);

test("D-04: each order is a use of its consent, and its repeat none", async () => {
  const consent = consentOf("domestic_vrp", "v4.0");
  const another = { ...consent.message, Data: { ...consent.message.Data, ...vrpPayment("2.00") } };
  const place = (key: string, message: unknown) => order(consent, { version: "v4.0", key, message });
  expect((await place("a", consent.message)).status).toBe(201);
  expect((await place("a", consent.message)).status).toBe(201);
  await vi.waitFor(() => expect(reportsOf(consent.consentId)).toHaveLength(1), 10_000);
  expect((await place("a", consent.message)).status).toBe(201);
  expect((await place("b", another)).status).toBe(201);
  await vi.waitFor(() => expect(new Set(reportsOf(consent.consentId).map(({ id }) => id)).size).toBe(2), 10_000);
  expect(reportsOf(consent.consentId).every(({ resource }) => resource === "payments")).toBe(true);
});
