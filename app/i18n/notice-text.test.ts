import { describe, expect, test } from "vitest";
import type { Notice, NoticeKind } from "~/domain/notifications/notice";
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
      "This happened on 14 July 2027 at 18:00.",
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

test("a language that we do not have is answered in the first", () => {
  for (const locale of ["xx", "toString", undefined]) expect(textOf({}, locale).locale).toBe("en-GB");
});
