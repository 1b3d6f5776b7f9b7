import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { CONSENT_KINDS, FAMILY } from "./domain/consent-kinds/index";
import { CATALOGUES } from "./i18n/catalogues";

const LANGUAGES = Object.keys(CATALOGUES).sort();

/**
 * Where a kind of payment order is named: in files of its own and in these. Whoever needs one more place has found what
 * should be asked of the kind's traits instead, or changes docs/how-to/add-a-consent-kind.md with it.
 */
const REGISTRIES = [
  "adapters/authorization-server/acp-intents/index.ts",
  "domain/consent-kinds/index.ts",
  "domain/consent-kinds/obstacle.ts",
  "domain/consent/offered-account.ts",
  ...LANGUAGES.map((language) => `i18n/${language}/dashboard.ts`),
  "ui/admin/staff-words.ts",
  "ui/consent-question/present.ts",
];

const APP = fileURLToPath(new URL(".", import.meta.url));
const SOURCES = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  // What is only for tests names kinds as it likes.
  .filter((file) => /\.tsx?$/.test(file) && !/(?:\.test|\.harness)\.tsx?$|\/builders\.ts$|gallery\.tsx$/.test(file));

/** The first one of all is what the others are said to be like. */
const ORDERS = CONSENT_KINDS.filter(
  (kind) => ["payment", "standing-order"].includes(FAMILY[kind]) && kind !== "domestic-payment",
);

test("there are such kinds, and sources to look in", () => {
  expect(ORDERS).toHaveLength(5);
  expect(SOURCES.length).toBeGreaterThan(200);
});

test.each(ORDERS)("%s takes three files of its own and a line in each registry", (kind) => {
  const naming = SOURCES.filter((file) => readFileSync(`${APP}${file}`, "utf8").includes(`"${kind}"`));
  const own = SOURCES.filter((file) => new RegExp(`/(?:present-)?${kind}\\.tsx?$`).test(file));
  expect(own.sort()).toEqual([
    `adapters/authorization-server/acp-intents/${kind}.ts`,
    `domain/consent-kinds/${kind}.ts`,
    `ui/consent-question/present-${kind}.ts`,
  ]);
  expect(naming.filter((file) => !own.includes(file)).sort()).toEqual(REGISTRIES);
});
