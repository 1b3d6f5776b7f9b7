import { describe, expect, test } from "vitest";
import {
  A_SUBJECT_OF,
  aBankAccount,
  aConsentRequest,
  aDomesticStandingOrder,
  anInternationalPayment,
} from "~/domain/consent/builders";
import { offerAccounts } from "~/domain/consent/offered-account";
import { aDomesticVrp, aFilePayment } from "~/domain/consent-kinds/builders";
import { CONSENT_KINDS, type ConsentKind, type ConsentSubject, traitsOf } from "~/domain/consent-kinds/index";
import { asAccountId } from "~/domain/shared/ids";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { CATALOGUES, LOCALES } from "~/i18n/catalogues";
import { codeMessage, presentConfirm } from "./present-confirm";

const bank = { name: "Northlight Bank", phone: "0800 555 0199" };
const now = new Date("2026-03-14T10:00:00Z");
const until = new Date("2026-03-14T10:03:00Z");
const enGB = CATALOGUES["en-GB"];

function asked(of: ConsentKind | ConsentSubject) {
  const subject = typeof of === "string" ? A_SUBJECT_OF[of]() : of;
  const request = aConsentRequest({ subject, answerBy: new Date("2026-03-14T10:20:00Z") });
  return { state: "open", request, offered: offerAccounts([aBankAccount()], subject), payloadHash: "" } as const;
}

const messageOf = (of: ConsentKind | ConsentSubject, words = enGB) =>
  codeMessage({ question: asked(of), code: "123456", reference: "3F0A", until }, bank, now, words);

const pageOf = (of: ConsentKind | ConsentSubject, over = {}) =>
  presentConfirm(
    {
      question: asked(of),
      decision: { outcome: "allowed", accountIds: [asAccountId("acc-1")], scopes: [] },
      asked: { now, expiresAt: until, codesLeft: 3 },
      factors: { passkeys: [], phoneEnding: "4567" },
      bank,
      ...over,
    },
    enGB,
  );

describe("P-22: the message to a phone stands alone", () => {
  test("names bank, amount and payee, the code, and how long it works (N-05)", () => {
    expect(messageOf("domestic-payment")).toBe(
      "Northlight Bank: Pay £42.50 to Harbour Books Ltd? Your code is 123456. It works until 10:03. Never give it to anyone. Reference 3F0A.",
    );
  });

  test("of payments within limits it names payee and limits", () => {
    expect(messageOf("domestic-vrp")).toMatch(/Grace Okoye Savings\. No more than £100\.00 .*No more than £300\.00/);
  });

  test.each(LOCALES)(
    "in %s, for every kind: the code once, nothing that only marks direction of names, and no longer than a phone takes",
    (locale) => {
      for (const kind of CONSENT_KINDS) {
        const text = messageOf(kind, CATALOGUES[locale]);
        expect(text.split("123456")).toHaveLength(2);
        expect(text).toContain("3F0A");
        expect(text).not.toMatch(/[\u2068\u2069]|undefined/);
        expect(text.length).toBeLessThan(1_000);
      }
    },
  );
});

describe("RTS Art. 5: the page says what is confirmed", () => {
  test.each(CONSENT_KINDS)("%s: how much where money moves, and which account", (kind) => {
    const page = pageOf(kind);
    expect(page?.chosen.accounts.map(({ number }) => number)).toEqual(["••••3301"]);
    const amounts = page?.facts.filter(({ id }) => ["amount", "total", "count"].includes(id)) ?? [];
    const isSaid = amounts.length > 0 || /\d/.test(page?.about[0]?.text ?? "");
    expect(isSaid).toBe(traitsOf(kind).moves === "money");
  });

  test("I-25: a code can be asked for again, until there are none left, and until it has run out there is a field for it", () => {
    const code = { mac: "m", reference: "3F0A", expiresAt: until };
    const withCode = (over = {}) =>
      pageOf("domestic-payment", { asked: { now, expiresAt: until, codesLeft: 2, code, ...over } })?.code;
    expect(pageOf("domestic-payment")?.code).toEqual({ send: expect.stringContaining("4567") });
    expect(withCode()).toMatchObject({ send: "Send another code", sent: { confirm: "Pay £42.50" } });
    expect(withCode({ codesLeft: 0 })).toMatchObject({ noMore: expect.any(String), sent: { confirm: "Pay £42.50" } });
    expect(withCode({ now: until })).toEqual({ send: expect.stringContaining("4567") });
  });

  test("with nothing to confirm with the page says whom to call", () => {
    expect(pageOf("domestic-payment", { factors: { passkeys: [] } })?.noWay).toContain("0800\u00a0555\u00a00199");
  });
});

describe("P-22, RTS Art. 5: nothing that leaves is confirmed unsaid", () => {
  const pounds = (minor: bigint) => ({ minor, currency: "GBP" });
  const factsOf = (subject: ConsentSubject) =>
    pageOf(subject)?.facts.map(({ label, value, values = [] }) =>
      [`${label}: ${withoutIsolates(value)}`, ...values].join(" | ").replaceAll("\u00a0", " "),
    );
  const texted = (subject: ConsentSubject) => messageOf(subject).replaceAll("\u00a0", " ");
  const code = { mac: "m", reference: "3F0A", expiresAt: until };
  const buttonOf = (subject: ConsentSubject) =>
    pageOf(subject, { asked: { now, expiresAt: until, codesLeft: 2, code } })?.code?.sent?.confirm.replaceAll(
      "\u00a0",
      " ",
    );
  const order = aDomesticStandingOrder({
    rhythm: { every: "months", months: 1, day: 15 },
    first: { amount: pounds(10_000n), on: new Date("2026-04-01T00:00:00Z") },
    recurring: { amount: pounds(6_000n), from: new Date("2026-04-15T00:00:00Z") },
    final: { amount: pounds(2_000n) },
    count: 4,
  });

  test("P-18: a standing order of different amounts: each of them and its days, on page, button and phone", () => {
    expect(factsOf(order)).toEqual([
      "To: Harbour Books Ltd",
      "Sort code: 20-40-50",
      "Account number: 12345678",
      "First payment: £100.00",
      "Then each time: £60.00",
      "Last payment: £20.00",
      "How often: Every month on the 15th",
      "The next payments: £100.00 on 1 April 2026 | £60.00 on 15 April 2026 | £60.00 on 15 May 2026",
      "How long: 4 payments, the last on 15 June 2026",
    ]);
    expect(buttonOf(order)).toBe("Set up payments of £100.00, then £60.00, and £20.00 at the end");
    expect(texted(order)).toContain(
      "every month on the 15th? The first payment is £100.00, on 1 April 2026. The last payment is £20.00. 4 payments, the last on 15 June 2026. Your code",
    );
    expect(texted(aDomesticStandingOrder())).toMatch(
      /\? The first payment is £750\.00, on 15 May 2027\. Until you stop it\. Your/,
    );
    expect(buttonOf(aDomesticStandingOrder())).toBe("Set up payments of £750.00");
  });

  test("P-20: payments within limits: until when, and what less a first part of a period allows", () => {
    const vrp = aDomesticVrp({
      validTo: new Date("2026-09-30T00:00:00Z"),
      limits: [{ period: "month", alignment: "calendar", amount: pounds(31_000n) }],
    });
    const part = "First, until 31 March 2026, the most is £180.00: 18 days out of 31.";
    expect(factsOf(vrp)).toContain("Ends: On 30 September 2026");
    expect(factsOf(vrp)?.at(-1)).toContain(`No more than £310.00 each calendar month. ${part}`);
    expect(texted(vrp)).toContain(`${part} Until 30 September 2026. Your code`);
  });

  test("P-19: a file: the day on which it is paid", () => {
    const file = aFilePayment({ executeOn: new Date("2026-03-31T12:00:00Z") });
    expect(factsOf(file)).toContain("When: Once, on 31 March 2026");
    expect(texted(file)).toContain("They leave on 31 March 2026. Your code");
  });

  test("P-17: a payment abroad: the rate, how long it holds, what the payee gets, and the total", () => {
    const said = factsOf(anInternationalPayment({ chargesBorneBy: "shared" }))?.map((fact) => fact.split(":")[0]);
    expect(said).toEqual(
      expect.arrayContaining([
        "They get",
        "Exchange rate",
        "How long the rate holds",
        "Total that leaves your account",
      ]),
    );
  });

  test("the title names what is confirmed", () => {
    const titleOf = (kind: ConsentKind) => pageOf(kind)?.title;
    expect([titleOf("domestic-payment"), titleOf("international-standing-order"), titleOf("domestic-vrp")]).toEqual([
      "Confirm this payment",
      "Confirm this standing order",
      "Confirm these payments within limits",
    ]);
    expect(titleOf("file-payment")).toBe("Confirm the payments in this file");
  });
});
