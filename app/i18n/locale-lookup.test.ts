import { describe, expect, test } from "vitest";
import type { Locale } from "./catalogues";
import { acceptedLocale, localeFor } from "./locale-lookup";

const OURS = ["en-GB", "cy", "de", "fr", "pt-BR", "ar"] satisfies readonly Locale[];

describe("RFC 4647: lookup", () => {
  test.each([
    ["cy", "cy"],
    ["cy-GB, en;q=0.8", "cy"],
    ["de-Latn-AT-1996", "de"],
    ["en-US,en;q=0.9", "en-GB"],
    ["pt-PT", "pt-BR"],
    ["AR-eg", "ar"],
    ["ja, fr;q=0.5, de;q=0.7", "de"],
    ["ja;q=1.0,*;q=0.5", undefined],
    ["de;q=0, fr;q=0.1", "fr"],
    ["de;q=0", undefined],
    ["fr;q=0.3, de;q=0.3", "fr"],
    ["fr ; q=0.3 ,de;q=0.30", "fr"],
    ["", undefined],
    [null, undefined],
    [undefined, undefined],
  ])("%s is answered in %s", (header, locale) => {
    expect(acceptedLocale(header, OURS)).toBe(locale);
  });

  test.each(["toString", "__proto__", "de;q=2", "de;q=-1", "de;q=0.12345", "-de", "d e", ";;;,,,", "x".repeat(9_000)])(
    "what is no range is passed over: %j",
    (rubbish) => {
      expect(acceptedLocale(rubbish, OURS)).toBeUndefined();
      expect(acceptedLocale(`${rubbish}, cy`, OURS)).toBe("cy");
    },
  );

  test("a list without end is not read to the end", () => {
    expect(acceptedLocale(`${"ja,".repeat(5_000)}cy`, OURS)).toBeUndefined();
  });
});

test("a tag from the bank finds the language without its region, and none finds none", () => {
  expect(localeFor("cy-GB", OURS)).toBe("cy");
  expect(localeFor("xx", OURS)).toBeUndefined();
  expect(localeFor("", OURS)).toBeUndefined();
  expect(localeFor(undefined, OURS)).toBeUndefined();
});
