import { describe, expect, test } from "vitest";
import {
  aConsentRequest,
  aDomesticPayment,
  anAccountAccess,
  anAgain,
  anInsteadOf,
  anOffer,
} from "~/domain/consent/builders";
import { ENDED_BECAUSE } from "~/domain/consent/decision";
import type { DomesticPayment } from "~/domain/consent-kinds/domestic-payment";
import type { ConsentSubject } from "~/domain/consent-kinds/index";
import type { AccountReference } from "~/domain/consent-kinds/payment-terms";
import { aReceiptFacts, aShownPage } from "~/domain/receipts/builders";
import type { ReceiptFacts } from "~/domain/receipts/receipt-facts";
import { asAccountId, asClientId } from "~/domain/shared/ids";
import { enGB } from "~/i18n/en-GB/index";
import { presentReceipt } from "~/ui/present-receipt";
import { composeReceipt } from "./compose-receipt";

const controller = {
  name: "Northlight Bank",
  phone: "0800 555 0199",
  address: "1 Harbour Square, Leeds",
  privacyNotice: "https://northlight.example/privacy",
  country: "GB",
  recordsKeptFor: "P6Y",
};
const compose = (over: Partial<ReceiptFacts> = {}) =>
  composeReceipt(controller, enGB)(aReceiptFacts({ page: aShownPage(), ...over }));
const refused = { outcome: "refused", reason: "customer-declined" } as const;
const paying = (over: Partial<DomesticPayment> = {}) =>
  compose({ page: aShownPage({ request: aConsentRequest({ subject: aDomesticPayment(over) }) }) });

describe("D-13: what a receipt states", () => {
  test("every field that ISO/IEC TS 27560 asks for, and none of them empty", () => {
    for (const record of [compose(), paying(), compose({ decision: refused })]) {
      const [how] = record.processing;
      expect(Object.keys(record)).toEqual(expect.arrayContaining(["schema_version", "receipt_id", "record_id"]));
      for (const value of [record.pii_principal_id, ...Object.values(how), ...record.parties.flatMap(Object.values)]) {
        expect(value).toBeTruthy();
      }
      expect(how.pii_information.length).toBeGreaterThan(0);
      expect(Object.keys(record.events[0]).sort()).toEqual(
        ["entity_id", "event_state", "event_time", "event_type", "validity_duration"].sort(),
      );
    }
  });

  test("the accounts that were chosen and no others, by their last four characters (S-10)", () => {
    const offered = [anOffer(), anOffer({ id: asAccountId("acc-2"), nickname: "Bills" })];
    const record = compose({ page: aShownPage({ offered }) });
    expect(record.decision.accounts).toEqual([{ name: "Everyday", kind: "Current account", number: "••••3301" }]);
    expect(compose({ decision: refused }).decision.accounts).toEqual([]);
  });

  test("a refusal gives nothing to anybody", () => {
    const record = compose({ decision: refused });
    expect(record.events[0]).toMatchObject({ event_state: "refused", validity_duration: "none" });
    expect(record.processing[0].recipient_third_parties).toEqual([]);
  });

  test.each(ENDED_BECAUSE)("T7: what nobody refused is not called a refusal, and says why: %s", (reason) => {
    for (const kind of ["account-access", "domestic-payment"] as const) {
      const record = compose({ decision: { outcome: "refused", reason }, kind });
      expect(record.events[0]).toMatchObject({ event_state: "requested", validity_duration: "none" });
      expect(record.decision.ended_because).toBe(reason);
      const letter = presentReceipt(record, { code: "K7QM", checkAddress: "https://x.example" }, enGB);
      expect(letter.answer).toMatch(/^The request from .* ended because/);
      expect(JSON.stringify(letter)).not.toMatch(/did not (allow|agree)|[Yy]our answer/);
    }
  });

  test("P-32: after a report it names the report by its reference, and nothing of it otherwise", () => {
    const decision = { outcome: "refused", reason: "not-me" } as const;
    const letterOf = (over: Partial<ReceiptFacts>) =>
      presentReceipt(compose({ decision, ...over }), { code: "1234", checkAddress: "https://x.example" }, enGB);
    expect(letterOf({ reportReference: "K7QM-3F0A" }).sections).toContainEqual({
      title: "Your report",
      text: "You told us that you did not expect this request.",
      facts: [{ label: "Report number", value: "\u2068K7QM-3F0A\u2069" }],
    });
    expect(JSON.stringify(letterOf({}))).not.toContain("report");
  });

  test.each<[ConsentSubject, string]>([
    [anAccountAccess({ expiresAt: new Date("2026-03-15T10:00:00Z") }), "PT86400S"],
    [{ kind: "account-access", permissions: new Set(["ReadBalances"]), history: {} }, "until withdrawn"],
    [aDomesticPayment(), "once"],
  ])("how long it holds, never longer than was agreed: %#", (subject, lasting) => {
    const page = aShownPage({ request: aConsentRequest({ subject }) });
    expect(compose({ page, kind: subject.kind }).events[0].validity_duration).toBe(lasting);
  });

  test.each<[AccountReference["scheme"], string, string]>([
    ["sort-code-account-number", "20405012345678", "20-40-50 12345678"],
    ["sort-code-account-number", "20-40-50 12345678", "20-40-50 12345678"],
    ["iban", "GB94NLGT20405022334404", "GB94NLGT20405022334404"],
    ["card", "4929 4200 0000 1234", "••••1234"],
  ])("the payee's account as on the page: %s %s", (scheme, identification, stated) => {
    const record = paying({ payee: { name: "Harbour Books Ltd", scheme, identification } });
    expect(record.decision.payment?.payee_account).toBe(stated);
  });

  test("charges that were agreed to are on it, in words too", () => {
    const record = paying({ charges: [{ bearer: "you", amount: { minor: 35n, currency: "GBP" } }] });
    expect(record.decision.payment?.charges).toEqual([{ bearer: "you", amount: "0.35", currency: "GBP" }]);
    const letter = presentReceipt(record, { code: "K7QM", checkAddress: "https://x.example" }, enGB);
    expect(letter.sections.flatMap(({ facts = [] }) => facts)).toContainEqual({
      label: "Charge you pay",
      value: "£0.35",
    });
  });

  test("what the TPP wrote is plain text, and what it did not tell is said to be so", () => {
    const requester = { clientId: asClientId("c"), name: "A\u202EB\n", organisationId: "<b>", website: "\u200B" };
    const [, party] = compose({ page: aShownPage({ request: aConsentRequest({ requester }) }) }).parties;
    expect(party).toMatchObject({
      party_name: "AB",
      party_address: "Not told to the bank",
      party_contact: "Not told to the bank",
    });
  });

  test("without a page it names the app and makes up nothing", () => {
    const { page: _, ...facts } = aReceiptFacts({ decision: refused });
    const record = composeReceipt(controller, enGB)(facts);
    expect(record.evidence).toBeUndefined();
    expect(record.processing[0].pii_information).toEqual([]);
    expect(record.parties[1].party_name).toBe("Budget Beacon");
  });
});

describe("P-10, P-11: what was agreed to before", () => {
  const of = (mode: ReturnType<typeof anAgain> | ReturnType<typeof anInsteadOf>, over: Partial<ReceiptFacts> = {}) =>
    compose({ page: aShownPage({ request: aConsentRequest({ mode }) }), ...over });
  const said = (record: ReturnType<typeof of>) => {
    const letter = presentReceipt(record, { code: "0", checkAddress: "x" }, enGB);
    const day = letter.sections[0]?.facts?.find(({ value }) => value === "14\u00a0March\u00a02025");
    return [letter.answer.replace(/^.*?[.] ?/, ""), day?.label];
  };

  test("nothing is said of it in a request that is new", () => {
    expect(compose().decision).not.toHaveProperty("earlier");
  });

  test("the record says which, of what day, and in which place", () => {
    expect(of(anAgain({ wasStopped: true })).decision.earlier).toEqual({
      is: "again",
      given_at: "2025-03-14T00:00:00.000Z",
      was_stopped: true,
    });
    expect(of(anInsteadOf()).decision.earlier).toEqual({
      is: "instead-of",
      given_at: "2025-03-14T00:00:00.000Z",
      consent_id: "aac-0",
    });
  });

  test.each([
    [anAgain(), {}, "", "You said yes to the same before, on"],
    [
      anAgain(),
      { decision: refused },
      "What you allowed before stays as it was.",
      "You said yes to the same before, on",
    ],
    [anAgain({ wasStopped: true }), { decision: refused }, "What was stopped stays stopped.", expect.anything()],
    [anInsteadOf(), {}, "What you allowed before has ended.", "It took the place of your yes of"],
    [
      anInsteadOf(),
      { decision: refused },
      "What you allowed before stays as it was.",
      "It did not take the place of your yes of",
    ],
    [
      anInsteadOf(),
      { decision: { outcome: "refused", reason: "technical" } },
      "What you allowed before stays as it was.",
      "It did not take the place of your yes of",
    ],
  ] as const)("%j: its answer says what became of it", (mode, over, stays, label) => {
    expect(said(of(mode, over as Partial<ReceiptFacts>))).toEqual([stays, label]);
  });
});
