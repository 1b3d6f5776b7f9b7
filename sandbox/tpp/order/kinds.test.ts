import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import type { OrderFields } from "./field.ts";
import { vrpPayment } from "./kinds/domestic-vrp.ts";
import { fundsQuestion } from "./kinds/funds-confirmation.ts";
import { KIND_NAMES, KINDS, kindOf } from "./kinds/index.ts";
import type { ApiVersion, Order } from "./order.ts";
import { paymentOrderBody } from "./order-body.ts";
import { parseOrder } from "./parse-order.ts";
import { PERMISSIONS } from "./permissions.ts";

const SPECIFICATIONS = "../shared/standards/openapi";
const absent = !existsSync(SPECIFICATIONS);
if (absent)
  console.warn(`SKIPPED: the official OpenAPI files are not at ${SPECIFICATIONS}; request bodies go unchecked`);

const ORIGIN = { id: "0f8fad5b-d9cb-469f-a165-70867728950e", startedAt: "2026-04-01T09:30:00.000Z" };
const FOLDERS: Record<ApiVersion, string> = { "v3.1": "v3.1.11", "v4.0": "v4.0" };
const VERSIONS: readonly ApiVersion[] = ["v3.1", "v4.0"];

interface Official {
  readonly file: "account-info" | "payment-initiation" | "vrp" | "confirmation-funds";
  readonly consent: string;
  readonly order?: string;
}

/** What the official files call the bodies of each kind. */
const OFFICIAL: Record<Order["kind"], Official> = {
  account_access: { file: "account-info", consent: "OBReadConsent1" },
  domestic_payment: { file: "payment-initiation", consent: "OBWriteDomesticConsent4", order: "OBWriteDomestic2" },
  domestic_scheduled_payment: {
    file: "payment-initiation",
    consent: "OBWriteDomesticScheduledConsent4",
    order: "OBWriteDomesticScheduled2",
  },
  domestic_standing_order: {
    file: "payment-initiation",
    consent: "OBWriteDomesticStandingOrderConsent5",
    order: "OBWriteDomesticStandingOrder3",
  },
  file_payment: { file: "payment-initiation", consent: "OBWriteFileConsent3", order: "OBWriteFile2" },
  international_payment: {
    file: "payment-initiation",
    consent: "OBWriteInternationalConsent5",
    order: "OBWriteInternational3",
  },
  international_scheduled_payment: {
    file: "payment-initiation",
    consent: "OBWriteInternationalScheduledConsent5",
    order: "OBWriteInternationalScheduled3",
  },
  international_standing_order: {
    file: "payment-initiation",
    consent: "OBWriteInternationalStandingOrderConsent6",
    order: "OBWriteInternationalStandingOrder4",
  },
  domestic_vrp: { file: "vrp", consent: "OBDomesticVRPConsentRequest" },
  funds_confirmation: { file: "confirmation-funds", consent: "OBFundsConfirmationConsent1" },
};

const DEBTOR = { debtorSortCode: "20-40-50", debtorAccountNumber: "11223301" };

/** With everything filled in that the defaults leave open. */
const FULL: Record<Order["kind"], OrderFields> = {
  account_access: { permission: PERMISSIONS, transactionsTo: "2099-12-31" },
  domestic_payment: DEBTOR,
  domestic_scheduled_payment: DEBTOR,
  domestic_standing_order: {
    ...DEBTOR,
    recurringAmount: "700",
    finalAmount: "650.5",
    payments: "",
    finalOn: "2099-01-01",
  },
  file_payment: { ...DEBTOR, fileType: "UK.OBIE.PaymentInitiation.4.0", executeOn: "2099-01-01" },
  international_payment: { ...DEBTOR, rateType: "Agreed", rate: "1.17", contract: "FX-1" },
  international_scheduled_payment: { ...DEBTOR, rateType: "none" },
  international_standing_order: { ...DEBTOR, rhythm: "quarter", payments: "", finalOn: "2099-01-01" },
  domestic_vrp: {
    ...DEBTOR,
    debtorName: "Grace Okoye",
    validFrom: "2098-01-01",
    ...Object.fromEntries(
      ["Day", "Week", "Fortnight", "Month", "Half-year", "Year"].flatMap((period, at) => [
        [`limit${at + 1}`, `${(at + 1) * 100}`],
        [`period${at + 1}`, period],
        [`alignment${at + 1}`, "Consent"],
      ]),
    ),
    type: "UK.OBIE.VRPType.Other",
  },
  funds_confirmation: { accessEnds: "" },
};

function orderOf(kind: Order["kind"], version: ApiVersion, more: OrderFields = {}): Order {
  const parsed = parseOrder(kind, { ...KINDS[kind].defaults(), tpp: "tpp-beacon", version, ...more });
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.order;
}

const apis = new Map<string, Ajv>();

function api(version: ApiVersion, file: Official["file"]): Ajv {
  const path = `${SPECIFICATIONS}/${FOLDERS[version]}/${file}-openapi.json`;
  const known = apis.get(path);
  if (known) return known;
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormats as unknown as (instance: Ajv) => void)(ajv);
  ajv.addSchema(JSON.parse(readFileSync(path, "utf8")) as object, "api");
  apis.set(path, ajv);
  return ajv;
}

function faults(version: ApiVersion, file: Official["file"], schema: string, body: unknown) {
  const ajv = api(version, file);
  // As it travels: what is undefined here is absent there.
  const sent: unknown = JSON.parse(JSON.stringify(body));
  return ajv.validate({ $ref: `api#/components/schemas/${schema}` }, sent) ? [] : ajv.errors;
}

describe.each(VERSIONS)("%s", (version) => {
  describe.each(KIND_NAMES)("%s", (kind) => {
    const { file, consent, order } = OFFICIAL[kind];
    test.skipIf(absent).each([
      ["as the form stands", {}],
      ["with everything filled in", FULL[kind]],
    ])("bodies are what the official description asks for, %s", (_name, more) => {
      const asked = orderOf(kind, version, more);
      expect(faults(version, file, consent, kindOf(asked).intent(asked, ORIGIN))).toEqual([]);
      expect(KINDS[kind].orders === undefined).toBe(order === undefined);
      if (order) expect(faults(version, file, order, paymentOrderBody(asked, ORIGIN, "pay-1"))).toEqual([]);
    });

    test("what was consented is repeated to the letter, and made the same each time", () => {
      const asked = orderOf(kind, version);
      const intent = kindOf(asked).intent(asked, ORIGIN);
      expect(kindOf(asked).intent(asked, ORIGIN)).toEqual(intent);
      if (!kindOf(asked).orders) return;
      expect(paymentOrderBody(asked, ORIGIN, "pay-1")).toEqual({
        Data: { ConsentId: "pay-1", Initiation: intent.Data.Initiation },
        ...(intent.Risk ? { Risk: intent.Risk } : {}),
      });
    });
  });

  test.skipIf(absent)("each use of a lasting consent is what the official description asks for", () => {
    const vrp = orderOf("domestic_vrp", version);
    if (vrp.kind !== "domestic_vrp") throw new Error("not the kind that was asked for");
    expect(faults(version, "vrp", "OBDomesticVRPRequest", vrpPayment(vrp, "vrp-1", "40.00", ORIGIN.id))).toEqual([]);
    const question = fundsQuestion("c-1", "40.00", "Till 1");
    expect(faults(version, "confirmation-funds", "OBFundsConfirmation1", question)).toEqual([]);
    expect(faults(version, "vrp", "OBVRPFundsConfirmationRequest", question)).toEqual([]);
  });

  test.skipIf(absent).each(["day", "working-day", "week", "fortnight", "month", "month-end", "quarter"])(
    "a standing order of the rhythm %s fits",
    (rhythm) => {
      const asked = orderOf("domestic_standing_order", version, { rhythm });
      const body = kindOf(asked).intent(asked, ORIGIN);
      expect(faults(version, "payment-initiation", OFFICIAL.domestic_standing_order.consent, body)).toEqual([]);
    },
  );
});

test("open-ended access names no date at all", () => {
  const open = orderOf("account_access", "v4.0", { accessEnds: "", transactionsFrom: "" });
  expect(Object.keys(kindOf(open).intent(open, ORIGIN).Data)).toEqual(["Permissions"]);
});

test("payments of one consent have identifications of their own", () => {
  const vrp = orderOf("domestic_vrp", "v4.0");
  if (vrp.kind !== "domestic_vrp") throw new Error("not the kind that was asked for");
  const one = vrpPayment(vrp, "vrp-1", "1.00", "0f8fad5b-d9cb-469f-a165-70867728950e").Data.Instruction;
  const other = vrpPayment(vrp, "vrp-1", "1.00", "7d793037-a076-4a4c-8f0c-1d2b3c4d5e6f").Data.Instruction;
  expect(one).not.toEqual(other);
});
