import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { intentBody, paymentOrderBody } from "./intent-body.ts";
import type { AccountAccessOrder, ApiVersion, PaymentOrder } from "./order.ts";
import { PERMISSIONS } from "./permissions.ts";

const SPECIFICATIONS = "../shared/standards/openapi";
const absent = !existsSync(SPECIFICATIONS);
if (absent)
  console.warn(`SKIPPED: the official OpenAPI files are not at ${SPECIFICATIONS}; request bodies go unchecked`);

const RUN = "0f8fad5b-d9cb-469f-a165-70867728950e";
const FOLDERS: Record<ApiVersion, string> = { "v3.1": "v3.1.11", "v4.0": "v4.0" };

function validator(version: ApiVersion, file: string, schema: string) {
  const document = JSON.parse(
    readFileSync(`${SPECIFICATIONS}/${FOLDERS[version]}/${file}-openapi.json`, "utf8"),
  ) as object;
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormats as unknown as (instance: Ajv) => void)(ajv);
  ajv.addSchema(document, "api");
  return (body: unknown) => {
    const valid = ajv.validate({ $ref: `api#/components/schemas/${schema}` }, body);
    return valid ? [] : ajv.errors;
  };
}

const access = (apiVersion: ApiVersion): AccountAccessOrder => ({
  kind: "account_access",
  tppId: "tpp-beacon",
  apiVersion,
  permissions: PERMISSIONS,
  accessEnds: "2027-03-31",
  transactionsFrom: "2026-01-01",
  transactionsTo: "2026-12-31",
});

const payment = (apiVersion: ApiVersion): PaymentOrder => ({
  kind: "domestic_payment",
  tppId: "tpp-beacon",
  apiVersion,
  amount: "42.50",
  payeeName: "Harbour Books Ltd",
  payeeAccount: "20405112345678",
  reference: "Order 7781",
  debtorAccount: "20405011223301",
});

test.skipIf(absent).each<ApiVersion>(["v3.1", "v4.0"])(
  "bodies of %s are what the official description asks for",
  (version) => {
    const consent = validator(version, "account-info", "OBReadConsent1");
    expect(consent(intentBody(access(version), RUN))).toEqual([]);
    const paymentConsent = validator(version, "payment-initiation", "OBWriteDomesticConsent4");
    expect(paymentConsent(intentBody(payment(version), RUN))).toEqual([]);
    const order = validator(version, "payment-initiation", "OBWriteDomestic2");
    expect(order(paymentOrderBody(payment(version), RUN, "pay-1"))).toEqual([]);
  },
);

test("the payment order repeats Initiation and Risk of the consent to the letter", () => {
  const consent = intentBody(payment("v4.0"), RUN);
  const order = paymentOrderBody(payment("v4.0"), RUN, "pay-1");
  expect(order).toEqual({ Data: { ConsentId: "pay-1", ...consent.Data }, Risk: consent.Risk });
});

test("open-ended access names no date at all", () => {
  const { accessEnds: _, transactionsFrom: __, transactionsTo: ___, ...open } = access("v4.0");
  expect(Object.keys(intentBody(open, RUN).Data)).toEqual(["Permissions"]);
});
