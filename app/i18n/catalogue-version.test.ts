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
  "en-GB-3": "62e9c1b6dee916e0",
  "es-2": "d9369d6679127b8b",
  "pt-BR-2": "80c06d11a7148ec9",
  "ar-2": "a9504e9d4a28cc6c",
  "cy-2": "fa9305df72e5c22c",
  "de-2": "43f492d67d8f1841",
  "fr-2": "0e7549f06b30e75c",
};

test.each(LOCALES)("%s: other words are another version, which names the words that a decision rests on", (locale) => {
  const folder = new URL(`${locale}/`, import.meta.url);
  const text = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(new URL(file, folder), "utf8").replace(/version: "[^"]*"/, ""))
    .join("");
  expect(VERSIONS[CATALOGUES[locale].version]).toBe(createHash("sha256").update(text).digest("hex").slice(0, 16));
});
