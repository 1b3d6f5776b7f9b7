import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CATALOGUES, LOCALES } from "./catalogues";

/** Which words each version stands for. Never change a line: add one, and the version in the catalogue with it. */
const VERSIONS: Readonly<Record<string, string>> = {
  "en-GB-1": "f0f0cb01b4d9f652",
  "en-GB-2": "54502de9c2d7e373",
  "es-1": "aad3d08dc8fa7451",
  "pt-BR-1": "e3167e60064ed63a",
  "ar-1": "e16a6667c6228d3c",
  "cy-1": "a124cb045cbfc6e9",
  "de-1": "2978693a0ca31ed5",
  "fr-1": "9b88def91b2fb4a4",
};

test.each(LOCALES)("%s: other words are another version, which names the words that a decision rests on", (locale) => {
  const folder = new URL(`${locale}/`, import.meta.url);
  const text = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(new URL(file, folder), "utf8").replace(/version: "[^"]*"/, ""))
    .join("");
  expect(VERSIONS[CATALOGUES[locale].version]).toBe(createHash("sha256").update(text).digest("hex").slice(0, 16));
});
