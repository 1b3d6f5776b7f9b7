import { expect, test } from "vitest";
import { documentLanguage } from "./document-language";

test.each([
  [undefined, { lang: "en-GB", dir: "ltr" }],
  ["ar-EG", { lang: "ar-EG", dir: "rtl" }],
  ["de", { lang: "de", dir: "ltr" }],
])("%s", (locale, expected) => {
  expect(documentLanguage(locale)).toEqual(expected);
});
