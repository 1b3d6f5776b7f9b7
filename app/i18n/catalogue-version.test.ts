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
  "en-GB-3": "1401c73883a8d0c0",
  "es-2": "5b6cee6d91f17175",
  "pt-BR-2": "aae1c8fd0a4545c6",
  "ar-2": "d852147911f42f12",
  "cy-2": "b28f7f0aa4db46e8",
  "de-2": "42837781db61b9ad",
  "fr-2": "523b040eba7739db",
  "en-GB-4": "fde16b9e9312d379",
  "es-3": "daaad0b3ec459ba2",
  "pt-BR-3": "f2527aa1b46a9d94",
  "ar-3": "568ae0e86f1d832c",
  "cy-3": "c1a900514995cc8f",
  "de-3": "c95ab8ccde441494",
  "fr-3": "798e85bc363598c5",
};

test.each(LOCALES)("%s: other words are another version, which names the words that a decision rests on", (locale) => {
  const folder = new URL(`${locale}/`, import.meta.url);
  const text = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(new URL(file, folder), "utf8").replace(/version: "[^"]*"/, ""))
    .join("");
  expect(VERSIONS[CATALOGUES[locale].version]).toBe(createHash("sha256").update(text).digest("hex").slice(0, 16));
});
