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

test("says what happened, when and whom to call", () => {
  expect(textOf()).toEqual({
    locale: "en-GB",
    subject: "You stopped Budget Beacon",
    paragraphs: [
      "You stopped a connection to Budget Beacon. It can no longer use your accounts at Test Bank in this way.",
      "This happened on 14\u00a0July\u00a02027 at\u00a018:00.",
      "This message has no links, so that nobody can lead you astray with one like it.",
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

describe("what was answered, so that it can be told from what was not", () => {
  const given = (answer: Notice["answer"], over: Partial<Notice> = {}, locale?: string) =>
    textOf({ what: "authorised", ...over, answer: answer as never }, locale).paragraphs[2];
  const plain = (text: string | undefined) => text?.replaceAll("\u00A0", " ");

  test("sharing: how many accounts and until when; the hour too where that is soon", () => {
    const until = "2027-10-14T17:00:00.000Z";
    expect(plain(given({ accounts: 2, until }))).toBe("It can see 2 of your accounts. This ends on 14 October 2027.");
    expect(plain(given({ accounts: 1 }))).toBe(
      "It can see one of your accounts. This has no end date: it lasts until you stop it.",
    );
    expect(plain(given({ accounts: 1, until: "2027-07-15T09:00:00.000Z" }))).toContain("15 July 2027 at 10:00");
  });

  test("a payment: how much, and nobody's name", () => {
    const amount = { decimal: "84.20", currency: "GBP" };
    expect(given({ accounts: 1, amount }, { kind: "domestic-payment" })).toBe("The amount is £84.20.");
  });

  test("what lasts: as the page asked for it, and until when; never that it sees accounts", () => {
    const until = "2027-10-14T17:00:00.000Z";
    const toldOf = (kind: Notice["kind"], what: Notice["what"] = "authorised") =>
      textOf({ what, kind, answer: { accounts: 1, until } });
    const vrp = toldOf("domestic-vrp");
    expect(vrp.subject).toBe("You connected Budget Beacon");
    expect(vrp.paragraphs[0]).toBe("You allowed Budget Beacon to take payments within limits.");
    expect(plain(vrp.paragraphs[2])).toBe("This ends on 14 October 2027.");
    expect(toldOf("funds-confirmation").paragraphs[0]).toBe(
      "You allowed us to answer yes or no when Budget Beacon asks if there is enough money.",
    );
    expect(toldOf("domestic-vrp", "declined").paragraphs[0]).toBe("You did not allow Budget Beacon to take payments.");
    for (const kind of ["domestic-vrp", "funds-confirmation"] as const) {
      expect(
        [toldOf(kind), toldOf(kind, "paused"), toldOf(kind, "resumed")].map(({ paragraphs }) => paragraphs).join(),
      ).not.toMatch(/\bsee\b(?! which)/);
    }
  });

  test("a file: the payments in it", () => {
    expect(textOf({ what: "authorised", kind: "file-payment" }).paragraphs[0]).toBe(
      "You agreed to the payments in the file that Budget Beacon sent.",
    );
  });

  test("P-32: a report: that there is one, and its number", () => {
    const told = given({ reportReference: "K7QM-3F0A" }, { what: "declined" });
    expect(told).toContain("you did not expect this");
    expect(told).toContain("\u2068K7QM-3F0A\u2069");
  });

  test("nothing more where nothing more is known, or where it is not about an answer", () => {
    for (const over of [{ what: "stopped" }, { what: "declined" }, { what: "failed" }] as const) {
      const without = textOf(over);
      expect(textOf({ ...over, answer: { accounts: 1, amount: { decimal: "1.00", currency: "GBP" } } })).toEqual(
        without,
      );
    }
    expect(given(undefined)).toMatch(/^This message has no links/);
  });

  test.each(LOCALES)("in %s, with the right form for every count", (locale) => {
    const amount = { decimal: "84.20", currency: "GBP" };
    const paid = given({ accounts: 1, amount }, { kind: "domestic-payment" }, locale);
    expect(paid).toMatch(/84[.,]20/);
    expect(given({ reportReference: "K7QM-3F0A" }, { what: "declined" }, locale)).toContain("K7QM-3F0A");
    for (const accounts of [2, 3, 11, 100]) {
      const said = given({ accounts }, {}, locale);
      expect(said).not.toMatch(/#|undefined/);
      if (!(locale === "ar" && accounts === 2)) expect(said).toContain(String(accounts));
    }
    if (locale !== "en-GB") expect(paid).not.toContain("The amount");
  });
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

describe("D-12: an end that is near", () => {
  const soon = (over: Partial<Notice> = {}, locale?: string) =>
    textOf({ what: "ends-soon", by: "system", endsAt: "2027-08-13T10:00:00.000Z", ...over }, locale);

  test("says who, until when, and where it can be renewed", () => {
    expect(soon()).toEqual({
      locale: "en-GB",
      subject: "Your connection to Budget Beacon ends on 13\u00a0August\u00a02027",
      paragraphs: [
        "You connected Budget Beacon until 13\u00a0August\u00a02027. Then the connection stops by itself.",
        "Do you want to keep it? Renew it in Budget Beacon. If not, there is nothing to do.",
        "This message has no links, so that nobody can lead you astray with one like it.",
        "If you have questions, call Test Bank on 0800 555 0000.",
      ],
    });
  });

  test("names the hour where that is soon", () => {
    const [what] = soon({ at: "2027-08-12T10:00:00.000Z" }).paragraphs;
    expect(what?.replaceAll("\u00a0", " ")).toContain("13 August 2027 at 11:00");
  });

  test.each(LOCALES)("in %s, of every kind that lasts, with and without a name", (locale) => {
    for (const kind of ["account-access", "domestic-vrp", "funds-confirmation"] as const) {
      const { subject, paragraphs } = soon({ kind }, locale);
      expect(subject).toContain("Budget Beacon");
      expect(subject).toContain("2027");
      expect(paragraphs.join(" ")).not.toMatch(/undefined|!|https?:/);
      if (locale !== "en-GB") expect(subject).not.toBe(soon({ kind }).subject);
    }
    const { app: _, ...nameless } = aNotice({ what: "ends-soon", by: "system", endsAt: "2027-08-13T10:00:00.000Z" });
    expect(noticeText(nameless, locale, BANK).subject).not.toMatch(/undefined/);
  });
});
