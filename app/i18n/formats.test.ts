import { describe, expect, test } from "vitest";
import { calendarSpan, formatsFor } from "./formats";

const british = formatsFor("en-GB");

describe("amounts", () => {
  test.each([
    [4250n, "GBP", "£42.50"],
    [5n, "GBP", "£0.05"],
    [-2000n, "GBP", "-£20.00"],
    [120000n, "EUR", "€1,200.00"],
    [1500n, "JPY", "JP¥1,500"],
    // Beyond what a float holds exactly.
    [999999999999999n, "GBP", "£9,999,999,999,999.99"],
    [9007199254740993n, "GBP", "£90,071,992,547,409.93"],
  ])("%s minor units of %s read %s", (minor, currency, shown) => {
    expect(british.money({ minor, currency })).toBe(shown);
  });

  test("an amount is never rounded to what Intl takes for the minor unit", () => {
    // Intl writes Hungarian forints without decimals, and would say 43.
    expect(british.money({ minor: 4250n, currency: "HUF" })).toContain("42.50");
  });
});

describe("another language", () => {
  test.each([
    ["cy", "£1,234.50"],
    ["de", "1.234,50\u00a0£"],
    ["fr", "1\u202f234,50\u00a0£GB"],
    ["es", "1234,50\u00a0GBP"],
    ["pt-BR", "£\u00a01.234,50"],
    // As on the statement, in one piece that keeps its order among words from right to left.
    ["ar", "\u2066£1,234.50\u2069"],
  ])("%s: £1,234.50 reads %s", (locale, shown) => {
    expect(formatsFor(locale).money({ minor: 123450n, currency: "GBP" })).toBe(shown);
  });

  test.each([
    ["cy", "30 Mehefin 2027", "30 Mehefin 2027 am 18:00"],
    ["de", "30. Juni 2027", "30. Juni 2027 um 18:00 Uhr"],
    ["fr", "30 juin 2027", "30 juin 2027 à 18:00"],
    ["es", "30 de junio de 2027", "30 de junio de 2027 a las 18:00"],
    ["pt-BR", "30 de junho de 2027", "30 de junho de 2027 às 18:00"],
    ["ar", "30 يونيو 2027", "30 يونيو 2027 في 6:00 م"],
    ["ar-EG", "30 يونيو 2027", "30 يونيو 2027 في 6:00 م"],
  ])("%s: dates in its words and in the digits of the bank", (locale, date, moment) => {
    const instant = new Date("2027-06-30T17:00:00Z");
    const formats = formatsFor(locale);
    expect(formats.date(instant)).toBe(date.replaceAll(" ", "\u00a0"));
    expect(formats.moment(instant).replace(/\s/g, " ")).toBe(moment);
    expect(formats.stamp(instant)).toMatch(/\S+[+]1$/);
  });

  test.each([
    ["en-GB", "1\u00a0March\u00a02027", "1\u00a0March\u00a02027 at\u00a018:00"],
    ["cy", "1\u00a0Mawrth\u00a02027", "1\u00a0Mawrth\u00a02027 am\u00a018:00"],
    ["de", "1.\u00a0März\u00a02027", "1.\u00a0März\u00a02027 um\u00a018:00\u00a0Uhr"],
    ["fr", "1er\u00a0mars\u00a02027", "1er\u00a0mars\u00a02027 à\u00a018:00"],
    ["es", "1\u00a0de\u00a0marzo\u00a0de\u00a02027", "1\u00a0de\u00a0marzo\u00a0de\u00a02027 a\u00a0las\u00a018:00"],
  ])("%s: a line ends in no date, only before the hour and its word", (locale, date, moment) => {
    const instant = new Date("2027-03-01T18:00:00Z");
    expect(formatsFor(locale).date(instant)).toBe(date);
    expect(formatsFor(locale).moment(instant)).toBe(moment);
  });

  test("de: an hour alone has its word too", () => {
    expect(formatsFor("de").time(new Date("2027-03-01T18:00:00Z"))).toBe("18:00\u00a0Uhr");
  });

  test.each([
    ["de", "ähnlich", "Ähnlich"],
    ["tr", "istanbul", "İstanbul"],
    ["ar", "التطبيق", "التطبيق"],
    // A name is its owner's: it keeps its small letter.
    ["en-GB", "\u2068tally\u2069 asks", "\u2068tally\u2069 asks"],
    ["en-GB", "", ""],
  ])("%s: %s begins a sentence as %s", (locale, text, shown) => {
    expect(formatsFor(locale).capitalised(text)).toBe(shown);
  });
});

describe("lists", () => {
  test.each(["en-GB", "cy", "de", "fr", "es", "pt-BR"])(
    "%s: an enumeration has commas alone, for its items have an and",
    (locale) => {
      expect(formatsFor(locale).enumeration(["a", "b", "c"])).toBe("a, b, c");
    },
  );

  test("ar: an enumeration has Arabic commas alone", () => {
    expect(formatsFor("ar").enumeration(["حساب جارٍ", "يورو"])).toBe("حساب جارٍ، يورو");
  });

  test.each([
    [["eich manylion cyfrif"], "eich manylion cyfrif"],
    [["eich manylion cyfrif", "eich trafodion"], "eich manylion cyfrif a’ch trafodion"],
    [
      ["eich trafodion", "eich cyfriflenni", "enwau a manylion cyswllt"],
      "eich trafodion, eich cyfriflenni ac enwau a manylion cyswllt",
    ],
    [["\u2068Maria\u2069", "\u2068Tomos\u2069"], "\u2068Maria\u2069 a \u2068Tomos\u2069"],
    [["\u2068Maria\u2069", "\u2068Âna\u2069"], "\u2068Maria\u2069 ac \u2068Âna\u2069"],
  ])("Welsh and, by what follows: %j", (items, shown) => {
    expect(formatsFor("cy").list(items)).toBe(shown);
  });
});

describe("dates", () => {
  test("a day is the bank's day, in winter and in summer", () => {
    expect(british.date(new Date("2027-03-14T00:00:00Z"))).toBe("14\u00a0March\u00a02027");
    expect(british.date(new Date("2027-06-30T23:30:00Z"))).toBe("1\u00a0July\u00a02027");
  });

  test("what ends soon says when", () => {
    expect(british.moment(new Date("2027-06-30T17:00:00Z"))).toBe("30\u00a0June\u00a02027 at\u00a018:00");
  });

  test("what is read anywhere names the zone, in winter and in summer", () => {
    expect(british.stamp(new Date("2027-06-30T17:00:00Z"))).toBe("30\u00a0June\u00a02027 at\u00a018:00\u00a0BST");
    expect(british.stamp(new Date("2027-01-30T17:00:00Z"))).toBe("30\u00a0January\u00a02027 at\u00a017:00\u00a0GMT");
  });

  test.each([
    ["2026-03-14T10:00:00Z", "2027-03-14T00:00:00Z", 12, true],
    ["2026-03-14T10:00:00Z", "2026-06-12T00:00:00Z", 3, false],
    ["2026-12-20T10:00:00Z", "2027-01-20T23:00:00Z", 1, true],
  ])("%s to %s is %i months, exact: %s", (from, to, months, exact) => {
    expect(calendarSpan(new Date(from), new Date(to))).toMatchObject({ months, exact });
  });

  test("days are calendar days, over the end of summer time too", () => {
    expect(calendarSpan(new Date("2026-10-24T12:00:00Z"), new Date("2026-10-26T12:00:00Z")).days).toBe(2);
  });
});
