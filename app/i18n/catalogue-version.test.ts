import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CATALOGUES, LOCALES } from "./catalogues";

/** Which words each version stands for. Never change a line: add one, and the version in the catalogue with it. */
const VERSIONS: Readonly<Record<string, string>> = {
  "en-GB-1": "f0f0cb01b4d9f652",
  "en-GB-2": "34da326e7d3fc8d7",
  "es-1": "5ad1417c57f44fb3",
  "pt-BR-1": "b6dc2ae87d5a8e90",
  "de-1": "0d92a22243aded99",
};

test.each(LOCALES)("%s: other words are another version, which names the words that a decision rests on", (locale) => {
  const folder = new URL(`${locale}/`, import.meta.url);
  const text = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(new URL(file, folder), "utf8").replace(/version: "[^"]*"/, ""))
    .join("");
  expect(VERSIONS[CATALOGUES[locale].version]).toBe(createHash("sha256").update(text).digest("hex").slice(0, 16));
});
