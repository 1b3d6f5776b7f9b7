import { describe, expect, test } from "vitest";
import { requestFrom } from "./acp-request";
import { consentViewSchema } from "./acp-wire";

const given = { authorised_at: "2026-01-05T10:00:00Z", account_ids: ["acc-1", "acc-2", "acc-1"] };
const intent = { Permissions: ["ReadBalances"] };
const funds = { DebtorAccount: { SchemeName: "UK.OBIE.IBAN", Identification: "GB29NWBK60161331926819" } };

const view = (over: object) =>
  consentViewSchema.parse({
    consent_id: "aac-2",
    type: "account_access",
    status: "Authorised",
    client_id: "tpp-beacon",
    subject: "cus-1",
    account_access_consent: intent,
    ...over,
  });
const asked = (over: object) => requestFrom(view(over), "account-access");
const replaces = { ...given, consent_id: "aac-1", account_access_consent: { Permissions: ["ReadOffers"] } };

describe("P-10, P-11: what was agreed to before", () => {
  test("a server that says nothing of it asks for something new, and what is authorised there is closed", () => {
    expect(asked({ status: "AwaitingAuthorisation" })).toMatchObject({ open: true });
    expect(asked({ status: "AwaitingAuthorisation" })).not.toHaveProperty("mode");
    expect(asked({})).toMatchObject({ open: false });
  });

  test.each([
    ["Authorised", true, {}],
    ["AUTH", true, {}],
    ["Revoked", true, { wasStopped: true }],
    ["CANC", true, { wasStopped: true }],
    ["Suspended", false, {}],
    ["Rejected", false, {}],
  ])("the same again, %s: open is %s", (status, open, also) => {
    const request = asked({ status, revision: 4, reauthorisation: given });
    expect(request).toMatchObject({ open });
    expect(request.mode).toEqual({
      is: "again",
      since: new Date("2026-01-05T10:00:00Z"),
      accounts: ["acc-1", "acc-2"],
      revision: 4,
      ...also,
    });
  });

  test("P-20: since when, of a consent that was given several times", () => {
    const reauthorisation = { ...given, first_authorised_at: "2025-06-06T09:00:00Z" };
    expect(asked({ status: "AUTH", reauthorisation }).mode).toMatchObject({
      since: new Date("2026-01-05T10:00:00Z"),
      first: new Date("2025-06-06T09:00:00Z"),
    });
  });

  test("in place of another: what that one was", () => {
    expect(asked({ status: "AwaitingAuthorisation", replaces })).toMatchObject({
      open: true,
      mode: {
        is: "instead-of",
        consentId: "aac-1",
        accounts: ["acc-1", "acc-2"],
        subject: { kind: "account-access", permissions: new Set(["ReadOffers"]) },
      },
    });
    expect(asked({ replaces })).toMatchObject({ open: false });
  });

  test.each([
    ["both at once", { reauthorisation: given, replaces }],
    ["no day", { reauthorisation: { account_ids: [] } }],
    ["a day that is none", { reauthorisation: { ...given, authorised_at: "yesterday" } }],
    ["accounts that are none", { reauthorisation: { ...given, account_ids: "acc-1" } }],
    [
      "an earlier one of another kind",
      { replaces: { ...given, consent_id: "fcc-1", funds_confirmation_consent: funds } },
    ],
    [
      "an earlier one that asks for what nobody knows",
      {
        replaces: { ...replaces, account_access_consent: { Permissions: ["ReadMinds"] } },
      },
    ],
    ["an earlier one without its intent", { replaces: { ...given, consent_id: "aac-1" } }],
  ])("C-05: %s is not understood", (_, over) => {
    expect(() => asked(over)).toThrow(expect.objectContaining({ failure: "request-not-understood" }));
  });

  test("C-05: nor is a payment, which is used up, asked for again", () => {
    const payment = {
      Initiation: {
        InstructedAmount: { Amount: "1.00", Currency: "GBP" },
        CreditorAccount: { SchemeName: "UK.OBIE.IBAN", Identification: "GB29NWBK60161331926819", Name: "Ada" },
      },
    };
    const over = {
      type: "domestic_payment",
      account_access_consent: undefined,
      domestic_payment_consent: payment,
      reauthorisation: given,
    };
    const read = (more: object) => requestFrom(view({ ...over, ...more }), "domestic-payment");
    expect(read({ reauthorisation: undefined })).toMatchObject({ open: false });
    expect(() => read({})).toThrow(expect.objectContaining({ failure: "request-not-understood" }));
  });
});
