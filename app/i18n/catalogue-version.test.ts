import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CATALOGUES, LOCALES } from "./catalogues";

/** Which words each version stands for. Never change a line: add one, and the version in the catalogue with it. */
const VERSIONS: Readonly<Record<string, string>> = {
  "en-GB-1": "f0f0cb01b4d9f652",
  "en-GB-2": "3f320d6de1011f00",
  "es-1": "8ee120ec6497351d",
  "pt-BR-1": "1ae93534df105270",
  "ar-1": "f2b144a9632d3df4",
  "cy-1": "a07841e942189724",
  "de-1": "f0eeba2880056c2b",
  "fr-1": "c03c5c1c6902f06c",
};

test.each(LOCALES)("%s: other words are another version, which names the words that a decision rests on", (locale) => {
  const folder = new URL(`${locale}/`, import.meta.url);
  const text = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(new URL(file, folder), "utf8").replace(/version: "[^"]*"/, ""))
    .join("");
  expect(VERSIONS[CATALOGUES[locale].version]).toBe(createHash("sha256").update(text).digest("hex").slice(0, 16));
});
