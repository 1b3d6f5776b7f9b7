import { describe, expect, test } from "vitest";
import type { Notice, NoticeKind } from "~/domain/notifications/notice";
import { directionOf } from "~/domain/shared/direction";
import { LOCALES } from "./catalogues";
import { enGB } from "./en-GB/index";
import { noticeText } from "./notice-text";

const BANK = { name: "Test Bank", phone: "0800 555 0000" };
const aNotice = (over: Partial<Notice> = {}): Notice => ({
  what: "stopped",
  kind: "account-access",
  app: "Budget Beacon",
  by: "customer",
  at: "2027-07-14T17:00:00.000Z",
  ...over,
});
const textOf = (over: Partial<Notice> = {}, locale?: string) => noticeText(aNotice(over), locale, BANK);

test("says what happened, when, where to look and whom to call", () => {
  expect(textOf()).toEqual({
    locale: "en-GB",
    subject: "You stopped Budget Beacon",
    paragraphs: [
      "You stopped Budget Beacon. It can no longer use your accounts at Test Bank.",
      "This happened on 14\u00a0July\u00a02027 at\u00a018:00.",
      "To see which apps are connected, log in to Test Bank the way you always do. This message has no links, so that nobody can lead you astray with one like it.",
      "If this was not you, call Test Bank on 0800 555 0000.",
    ],
  });
});

describe.each(Object.keys(enGB.notices.kinds) as NoticeKind[])("%s", (what) => {
  test.each(["customer", "staff", "tpp", "system"] as const)("by %s", (by) => {
    for (const kind of ["account-access", "domestic-payment"] as const) {
      const { subject, paragraphs } = textOf({ what, by, kind });
      expect(subject).toMatch(/^[A-Z]/);
      expect(subject).toContain("Budget Beacon");
      expect(subject.length).toBeLessThan(80);
      expect(paragraphs[0]).toContain("Budget Beacon");
      expect(paragraphs.at(-1)).toMatch(by === "customer" ? /was not you/ : /questions/);
      expect([subject, ...paragraphs].join(" ")).not.toMatch(/undefined|!|https?:|please/i);
    }
  });
});

test("what came about without the customer is not called the customer's act", () => {
  expect(textOf({ what: "renewed" }).paragraphs[0]).toMatch(/^You renewed/);
  for (const by of ["staff", "tpp", "system"] as const) {
    expect(textOf({ what: "renewed", by }).paragraphs[0]).not.toMatch(/\bYou\b/);
  }
});

test("an app without a name is an app", () => {
  const { app: _, ...nameless } = aNotice({ what: "withdrawn", by: "tpp" });
  expect(noticeText(nameless, undefined, BANK).subject).toBe("An app ended its connection");
});

test("a name that looks like an address cannot become a link", () => {
  const { subject, paragraphs } = textOf({ app: "Win at https://evil.example/now me@evil.example" });
  expect([subject, ...paragraphs].join(" ")).not.toMatch(/https?:\/\/|evil\.example|me@evil/);
});

test("a language that we do not have is answered in English", () => {
  for (const locale of ["xx", "toString", "", undefined]) expect(textOf({}, locale).locale).toBe("en-GB");
});

describe.each(LOCALES)("to a customer who reads %s", (locale) => {
  test("every notice is in it, and names the app, the bank and its number", () => {
    for (const what of Object.keys(enGB.notices.kinds) as NoticeKind[]) {
      for (const by of ["customer", "staff"] as const) {
        const { subject, paragraphs, locale: spoken } = textOf({ what, by }, locale);
        expect(spoken).toBe(locale);
        expect(subject).toContain("Budget Beacon");
        expect(paragraphs.join()).toContain("Test Bank");
        expect(paragraphs.at(-1)).toContain("0800 555 0000");
        if (locale !== "en-GB") expect(subject).not.toBe(textOf({ what, by }).subject);
      }
    }
  });
});

test("a name from right to left cannot reorder a sentence, and an English mail has no marks but those", () => {
  const { subject } = textOf({ app: "دفتر (2)" });
  expect(subject).toBe("You stopped \u2068دفتر (2)\u2069");
  expect(textOf().paragraphs.join()).not.toMatch(/[\u2066-\u2069]/);
});

test.runIf(LOCALES.some((locale) => directionOf(locale) === "rtl"))(
  "from right to left, names and numbers keep their own order",
  () => {
    const text = textOf({}, "ar").paragraphs.join();
    expect(text).toContain("\u20680800 555 0000\u2069");
    expect(text).toContain("\u2068Budget Beacon\u2069");
  },
);
