import { describe, expect, test } from "vitest";
import { A_SUBJECT_OF, aBankAccount, aConsentRequest } from "~/domain/consent/builders";
import { offerAccounts } from "~/domain/consent/offered-account";
import { CONSENT_KINDS, type ConsentKind, traitsOf } from "~/domain/consent-kinds/index";
import { asAccountId } from "~/domain/shared/ids";
import { CATALOGUES, LOCALES } from "~/i18n/catalogues";
import { codeMessage, presentConfirm } from "./present-confirm";

const bank = { name: "Northlight Bank", phone: "0800 555 0199" };
const now = new Date("2026-03-14T10:00:00Z");
const until = new Date("2026-03-14T10:03:00Z");
const enGB = CATALOGUES["en-GB"];

function asked(kind: ConsentKind) {
  const subject = A_SUBJECT_OF[kind]();
  const request = aConsentRequest({ subject, answerBy: new Date("2026-03-14T10:20:00Z") });
  return { state: "open", request, offered: offerAccounts([aBankAccount()], subject), payloadHash: "" } as const;
}

const messageOf = (kind: ConsentKind, words = enGB) =>
  codeMessage({ question: asked(kind), code: "123456", reference: "3F0A", until }, bank, now, words);

const pageOf = (kind: ConsentKind, over = {}) =>
  presentConfirm(
    {
      question: asked(kind),
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
