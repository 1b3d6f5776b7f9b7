import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { enGB } from "./en-GB";

/** Which words each version stands for. Never change a line: add one, and the version in the catalogue with it. */
const VERSIONS: Readonly<Record<string, string>> = {
  "en-GB-1": "f0f0cb01b4d9f652",
};

test("other words are another version: what a decision rests on must name the words that were shown", () => {
  const text = readFileSync(new URL("en-GB.ts", import.meta.url), "utf8").replace(/version: "[^"]*"/, "");
  expect(VERSIONS[enGB.version]).toBe(createHash("sha256").update(text).digest("hex").slice(0, 16));
});
