import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/**
 * A page is read from right to left by its `dir` alone, so nothing on it may name a side. Directions that are no sides,
 * as of an arrow that means "there and back", are not meant.
 */
const NAMES_A_SIDE =
  /(?:^|[\s"'`:!])-?(?:[mp][lr]-|scroll-[mp][lr]-|(?:left|right)-(?:[\d[(]|auto|full|px)|(?:border|rounded)-(?:[lr]|[tb][lr])(?:-|\b(?!-))|text-(?:left|right)|float-(?:left|right)|clear-(?:left|right)|origin-(?:left|right))/;

/** In a style sheet: properties, and the values that name a side. */
const STYLE_NAMES_A_SIDE =
  /(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|left|right|border-(?:top|bottom)-(?:left|right)-radius)(?:-[a-z]+)?\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/;

/** An icon that points to a side points to the other one when it is read from there. */
const POINTS_TO_A_SIDE =
  /lucide-react\/icons\/(?!arrow-left-right")(?:[a-z0-9-]+-(?:left|right)(?:-[a-z0-9-]+)?|log-(?:in|out)|undo(?:-2)?|redo(?:-2)?)"/;

const app = new URL("../", import.meta.url);

const files = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(?:tsx|css)$/.test(name) && !/\.(?:test|harness)\./.test(name))
  .map((name) => ({ name, text: readFileSync(new URL(name, app), "utf8") }));

const classesIn = (text: string) => [...text.matchAll(/(["'`])((?:(?!\1)[^\n])*)\1/g)].map(([, , value = ""]) => value);

const sidesIn = (name: string, text: string): readonly string[] =>
  name.endsWith(".css")
    ? text.split("\n").filter((line) => STYLE_NAMES_A_SIDE.test(line))
    : [
        ...classesIn(text).filter((value) => NAMES_A_SIDE.test(value)),
        ...(POINTS_TO_A_SIDE.test(text) && !text.includes("rtl:-scale-x-100") ? ["an icon that is not mirrored"] : []),
      ];

test("there is something to look at", () => {
  expect(files.length).toBeGreaterThan(30);
});

test.each(files)("$name names no side", ({ name, text }) => {
  expect(sidesIn(name, text)).toEqual([]);
});

test.each([
  ["a.tsx", '<p className="flex ml-2">', 1],
  ["a.tsx", "<p className={`sm:-mr-4`}>", 1],
  ["a.tsx", '<p className="pl-[3px] pr-0">', 1],
  ["a.tsx", '<p className="left-0">', 1],
  ["a.tsx", '<p className="md:right-[2rem]">', 1],
  ["a.tsx", '<p className="text-left">', 1],
  ["a.tsx", '<p className="border-l-4">', 1],
  ["a.tsx", '<p className="rounded-tr">', 1],
  ["a.tsx", 'import ArrowRight from "lucide-react/icons/arrow-right";', 1],
  ["a.tsx", 'import ChevronLeft from "lucide-react/icons/chevron-left"; "rtl:-scale-x-100"', 0],
  ["a.tsx", 'import LogOut from "lucide-react/icons/log-out";', 1],
  ["a.tsx", 'import ChevronDown from "lucide-react/icons/chevron-down";', 0],
  ["a.tsx", 'import ArrowLeftRight from "lucide-react/icons/arrow-left-right";', 0],
  ["a.tsx", '<p className="ms-2 pe-4 start-0 text-start border-s-4 border-line rounded-lg leading-6 border-b">', 0],
  ["a.css", "  margin-left: 1px;", 1],
  ["a.css", "  left: 0;", 1],
  ["a.css", "  text-align: right;", 1],
  ["a.css", "  border-left-width: 0;", 1],
  ["a.css", "  margin-inline-start: 1px; padding-block: 0; text-align: start;", 0],
])("the test would notice: %s with %s", (name, text, found) => {
  expect(sidesIn(name, text)).toHaveLength(found);
});
