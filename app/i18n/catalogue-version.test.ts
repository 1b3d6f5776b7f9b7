import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CATALOGUES, LOCALES } from "./catalogues";

/** Which words each version stands for. Never change a line: add one, and the version in the catalogue with it. */
const VERSIONS: Readonly<Record<string, string>> = {
  "en-GB-1": "f0f0cb01b4d9f652",
  "en-GB-2": "b3c921bbaa41c57c",
  "es-1": "ae401e324c4dd4cc",
  "pt-BR-1": "e82cf498fe0e74b7",
  "ar-1": "a36b31719de9ca91",
  "cy-1": "422babee388a7e19",
  "de-1": "432c7663240f5d0d",
  "fr-1": "fe4a4374d480a599",
  "en-GB-3": "e2402d4231ad09b6",
  "es-2": "fa4bce4594959612",
  "pt-BR-2": "5b01c985b29f7fac",
  "ar-2": "ce0273324053661f",
  "cy-2": "7fbaa2905ef00785",
  "de-2": "88d8ee8ec93e7764",
  "fr-2": "6c6e18468f4353dd",
};

test.each(LOCALES)("%s: other words are another version, which names the words that a decision rests on", (locale) => {
  const folder = new URL(`${locale}/`, import.meta.url);
  const text = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(new URL(file, folder), "utf8").replace(/version: "[^"]*"/, ""))
    .join("");
  expect(VERSIONS[CATALOGUES[locale].version]).toBe(createHash("sha256").update(text).digest("hex").slice(0, 16));
});
