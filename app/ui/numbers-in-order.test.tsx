import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { directionOf } from "~/domain/shared/direction";
import { CATALOGUES, LOCALES } from "~/i18n/catalogues";
import { renderScreen } from "./exhibit";
import { GALLERY } from "./gallery";

/** Amounts and masked or grouped numbers: from right to left their signs would change sides, and "••••1234" be "1234••••". */
const MADE_OF_SIGNS = /[•£€]|\d-\d|\d \d{3}/;

const isolatesOf = (html: string) =>
  html
    .replace(/<bdi\b.*?<\/bdi>/gs, "")
    .replace(/[\u2066\u2068][^\u2069]*\u2069/g, "")
    .replace(/<[^>]+>/g, "\n");

const rightToLeft = LOCALES.filter((locale) => directionOf(locale) === "rtl");
const bank = { name: "Northlight Bank", phone: "0800 555 0199" };
const pages = rightToLeft.flatMap((locale) =>
  GALLERY.map(({ name, screen }) => ({ locale, name, screen: screen({ words: CATALOGUES[locale], bank }) })),
);

test("a language is read from right to left", () => {
  expect(rightToLeft).not.toEqual([]);
});

test.each(pages)("$locale $name: amounts and numbers keep their own order", ({ screen }) => {
  const bare = isolatesOf(renderToStaticMarkup(renderScreen(screen))).split("\n");
  expect(bare.filter((line) => MADE_OF_SIGNS.test(line))).toEqual([]);
});
