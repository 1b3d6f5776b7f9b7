import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiVersion } from "../../consents/consent.ts";
import { CONSENT_KINDS, type ConsentType } from "../../consents/consent-kinds.ts";
import { type RunningIntentApi, startIntentApi } from "../intent-api.harness.ts";
import { warnWithoutOpenApi } from "../openapi.harness.ts";
import { V4_CODES } from "../problem.ts";
import { aRequest, inDays, withMember } from "./requests.builder.ts";

let api: RunningIntentApi;
let token: string;

beforeAll(async () => {
  warnWithoutOpenApi();
  api = await startIntentApi();
  token = api.tokenOf("tpp-beacon", ["payments"]);
});
afterAll(() => api?.close());

/** A member of the request, what is put there, the standard's name of the fault, and where it is found if elsewhere. */
type Fault = readonly [what: string, path: string, value: unknown, name: keyof typeof V4_CODES, at?: string];

const INITIATION = "Data.Initiation";
const MANDATE = `${INITIATION}.MandateRelatedInformation`;
const money = (Amount: string, Currency = "GBP") => ({ Amount, Currency });
const FREQUENCY = `${MANDATE}.Frequency`;

const FAULTS: Partial<Record<ConsentType, Partial<Record<ApiVersion | "both", readonly Fault[]>>>> = {
  domestic_scheduled_payment: {
    both: [
      ["no permission", "Data.Permission", undefined, "Field.Missing"],
      ["another permission", "Data.Permission", "Delete", "Field.Invalid"],
      ["a day that has passed", `${INITIATION}.RequestedExecutionDateTime`, inDays(-1), "Field.InvalidDate"],
      ["today", `${INITIATION}.RequestedExecutionDateTime`, inDays(0), "Field.InvalidDate"],
      ["no date", `${INITIATION}.RequestedExecutionDateTime`, "soon", "Field.InvalidDate"],
      [
        "money that there is not",
        `${INITIATION}.InstructedAmount`,
        money("1.00", "QQQ"),
        "Unsupported.Currency",
        `${INITIATION}.InstructedAmount.Currency`,
      ],
    ],
  },
  domestic_standing_order: {
    both: [
      ["another permission", "Data.Permission", "Update", "Field.Invalid"],
      [
        "nothing to pay",
        `${INITIATION}.FirstPaymentAmount`,
        money("0"),
        "Field.Invalid",
        `${INITIATION}.FirstPaymentAmount.Amount`,
      ],
      [
        "two currencies",
        `${INITIATION}.FinalPaymentAmount`,
        money("1.00", "EUR"),
        "Field.Invalid",
        `${INITIATION}.FinalPaymentAmount.Currency`,
      ],
      ["no number of payments", `${INITIATION}.NumberOfPayments`, "many", "Field.Invalid"],
    ],
    "v3.1": [
      ["a rhythm that is none", `${INITIATION}.Frequency`, "EvryMoon", "Unsupported.Frequency"],
      ["a first day that has passed", `${INITIATION}.FirstPaymentDateTime`, inDays(-1), "Field.InvalidDate"],
      ["a last day before the first", `${INITIATION}.FinalPaymentDateTime`, inDays(1), "Field.InvalidDate"],
      ["a second day before the first", `${INITIATION}.RecurringPaymentDateTime`, inDays(1), "Field.InvalidDate"],
    ],
    "v4.0": [
      ["a code that is none", `${FREQUENCY}.Type`, "MOON", "Unsupported.Frequency"],
      ["when it suits", `${FREQUENCY}.Type`, "ADHO", "Unsupported.Frequency"],
      ["the 32nd of a month", `${FREQUENCY}.PointInTime`, "32", "Unsupported.Frequency"],
      [
        "an eighth weekday",
        FREQUENCY,
        { Type: "WEEK", PointInTime: "08" },
        "Unsupported.Frequency",
        `${FREQUENCY}.PointInTime`,
      ],
      ["a count and a point in time", `${FREQUENCY}.CountPerPeriod`, 1, "Field.Unexpected", `${FREQUENCY}.PointInTime`],
      [
        "several in a period",
        FREQUENCY,
        { Type: "MNTH", CountPerPeriod: 2 },
        "Unsupported.Frequency",
        `${FREQUENCY}.CountPerPeriod`,
      ],
      ["no first day", `${MANDATE}.FirstPaymentDateTime`, undefined, "Field.Expected"],
      ["a first day that has passed", `${MANDATE}.FirstPaymentDateTime`, inDays(-1), "Field.InvalidDate"],
      ["a last day before the first", `${MANDATE}.FinalPaymentDateTime`, inDays(1), "Field.InvalidDate"],
    ],
  },
};

type Case = readonly [ConsentType, ApiVersion, ...Fault];

const CASES: readonly Case[] = Object.entries(FAULTS).flatMap(([type, byVersion]) =>
  (["v3.1", "v4.0"] as const).flatMap((version) =>
    [...(byVersion.both ?? []), ...(byVersion[version] ?? [])].map(
      (fault): Case => [type as ConsentType, version, ...fault],
    ),
  ),
);

const post = (type: ConsentType, version: ApiVersion, body: object) =>
  api.call({
    method: "POST",
    path: `${version}/${CONSENT_KINDS[type].resource}`,
    token,
    sign: true,
    body,
    headers: { "x-idempotency-key": randomUUID() },
  });

test.for(CASES)("%s %s refuses %s by the standard's code", async ([type, version, _what, path, value, name, at]) => {
  const reply = await post(type, version, withMember(aRequest(type, version), path, value));
  expect(reply.status).toBe(400);
  const ErrorCode = version === "v3.1" ? `UK.OBIE.${name}` : V4_CODES[name];
  expect(reply.body.Errors).toMatchObject([{ ErrorCode, Path: at ?? path }]);
});

describe("a standing order ends after so many payments or on a day, not both", () => {
  test.each([
    ["v3.1", INITIATION],
    ["v4.0", MANDATE],
  ] as const)("%s", async (version, when) => {
    const numbered = withMember(aRequest("domestic_standing_order", version), `${INITIATION}.NumberOfPayments`, "12");
    const dated = withMember(aRequest("domestic_standing_order", version), `${when}.FinalPaymentDateTime`, inDays(400));
    const both = withMember(numbered, `${when}.FinalPaymentDateTime`, inDays(400));
    const replies = [numbered, dated, both].map((body) => post("domestic_standing_order", version, body));
    expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([201, 201, 400]);
  });
});
