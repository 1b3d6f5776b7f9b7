import { describe, expect, test } from "vitest";
import { A_SUBJECT_OF, aConsentRequest, anAccountAccess, anOffer } from "~/domain/consent/builders";
import { aDomesticVrp, aFundsConfirmation } from "~/domain/consent-kinds/builders";
import { CONSENT_KINDS, type ConsentSubject } from "~/domain/consent-kinds/index";
import { linesFor } from "~/domain/permissions/clusters";
import { PERMISSIONS, type Permission } from "~/domain/permissions/permission";
import { CATALOGUES, LOCALES } from "~/i18n/catalogues";
import { enGB } from "~/i18n/en-GB/index";
import { presentConsent } from "../consent-question/present";
import { presentAgreed } from "./present-agreed";

const bank = { name: "Northlight Bank", phone: "0800 555 0199" };
const AT = new Date("2026-02-14T10:00:00Z");
const now = new Date("2026-03-14T10:00:00Z");
const app = "\u2068Budget Beacon\u2069";

const agreedTo = (subject: ConsentSubject) => ({
  at: AT,
  request: aConsentRequest({ subject, open: false }),
  offered: [anOffer()],
});
const accessWith = (
  permissions: readonly string[],
  over: { readonly isLive?: boolean; readonly asked?: boolean } = {},
) => {
  const { isLive = true, asked = true } = over;
  const agreed = agreedTo(anAccountAccess({ permissions: new Set(["ReadBalances"]) }));
  const view = presentAgreed(
    { kind: "account-access", permissions, isLive, ...(asked && { agreed }) },
    { app, bank, now, words: enGB },
  );
  if (view?.kind !== "account-access") throw new Error("no view of access");
  return view;
};

/** Basic of everything, Detail of everything, each code alone and with what it needs to mean anything. */
const SETS: readonly (readonly Permission[])[] = [
  PERMISSIONS,
  ...PERMISSIONS.map((code): Permission[] => [code]),
  ...PERMISSIONS.filter((code) => /Transactions(?:Basic|Detail)/.test(code)).flatMap((code): Permission[][] => [
    [code, "ReadTransactionsCredits"],
    [code, "ReadTransactionsDebits"],
    [code, "ReadTransactionsCredits", "ReadTransactionsDebits"],
  ]),
];

describe("look.md 16: the dashboard says what is granted, for every permission", () => {
  test.each(SETS)("%s", (...codes) => {
    const said = accessWith(codes).clusters.flatMap(({ lines }) => lines.map(({ id }) => id));
    expect(said.toSorted()).toEqual(
      linesFor(new Set(codes))
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test.each(LOCALES)("in the very words of the consent page (%s)", (locale) => {
    const words = CATALOGUES[locale];
    for (const codes of SETS.filter((set) => set.length > 1)) {
      const subject = anAccountAccess({ permissions: new Set(codes) });
      const asked = presentConsent(
        { request: aConsentRequest({ subject }), offered: [anOffer()], bank, now: AT },
        words,
      );
      const view = presentAgreed(
        { kind: "account-access", permissions: codes, isLive: true },
        { app, bank, now, words },
      );
      if (asked.state !== "question" || asked.subject.kind !== "account-access") throw new Error("not asked");
      if (view?.kind !== "account-access") throw new Error("not told");
      const saidIn = (clusters: typeof view.clusters) =>
        clusters.map(({ title, summary, lines }) => [title, summary, lines]);
      expect(saidIn(view.clusters)).toEqual(saidIn(asked.subject.clusters));
      expect(view.cannot.items).toEqual(asked.subject.cannot.items);
    }
  });

  test("what is permitted now counts, whatever was asked", () => {
    const said = JSON.stringify(accessWith(["ReadDirectDebits"]));
    expect(said).toContain("Direct Debit");
    expect(said).not.toContain("How much money is in the account");
  });

  test("a code without words is shown as nothing else", () => {
    expect(accessWith(["ReadMoonPhase"]).clusters).toEqual([]);
  });
});

test("what has ended is told in the past, and promises nothing any more", () => {
  const view = accessWith(["ReadBalances"], { isLive: false });
  expect(view.willSee).toBe(`What ${app} could see`);
  expect(view.cannot.items).toEqual([]);
});

test("how far back it goes is said only where a page says it", () => {
  const days = (asked: boolean) =>
    accessWith(["ReadTransactionsBasic", "ReadTransactionsCredits"], { asked }).clusters[0]?.history;
  expect(days(true)).toBeDefined();
  expect(days(false)).toBeUndefined();
});

test.each(CONSENT_KINDS)("%s: what was agreed to is told again, ended or not, long after", (kind) => {
  for (const isLive of [true, false]) {
    for (const locale of LOCALES) {
      const late = new Date("2036-01-01T00:00:00Z");
      const agreed = agreedTo(A_SUBJECT_OF[kind]());
      const view = presentAgreed({ kind, agreed, isLive }, { app, bank, now: late, words: CATALOGUES[locale] });
      expect(view?.kind).toBe(kind);
      expect(JSON.stringify(view)).not.toContain("undefined");
    }
  }
});

test("D-17: limits are told without what hung on the first day, and start with the yes", () => {
  const { validFrom: _from, ...vrp } = aDomesticVrp();
  const view = presentAgreed(
    { kind: "domestic-vrp", agreed: agreedTo(vrp), isLive: true },
    { app, bank, now, words: enGB },
  );
  const said = JSON.stringify(view).replaceAll("\u00a0", " ");
  expect(said).toContain("On 14 February 2026");
  expect(said).not.toMatch(/As soon as you agree|First, until/);
});

test("what helped to decide is not told again", () => {
  const told = (subject: ConsentSubject) =>
    JSON.stringify(
      presentAgreed({ kind: subject.kind, agreed: agreedTo(subject), isLive: true }, { app, bank, now, words: enGB }),
    );
  expect(told(A_SUBJECT_OF["domestic-payment"]())).not.toMatch(/Name check|as soon as you agree/);
  expect(told(aFundsConfirmation())).not.toContain("what we answered on");
});

test("of a payment that nobody agreed to here there is nothing to tell", () => {
  expect(presentAgreed({ kind: "domestic-payment", isLive: true }, { app, bank, now, words: enGB })).toBeUndefined();
});
