import { expect, test } from "vitest";
import { documentLanguage } from "./document-language";

test.each([
  ["en-GB", { lang: "en-GB", dir: "ltr" }],
  ["ar", { lang: "ar", dir: "rtl" }],
  ["ar-EG", { lang: "ar-EG", dir: "rtl" }],
  ["de", { lang: "de", dir: "ltr" }],
] as const)("%s", (locale, expected) => {
  expect(documentLanguage(locale)).toEqual(expected);
});
