import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DRAWINGS } from "./drawings";
import { iconCss } from "./icon-css";

const css = iconCss();
const views = readdirSync(new URL(".", import.meta.url))
  .filter((name) => name.endsWith(".tsx") && !/\.(?:test|harness)\./.test(name))
  .map((name) => readFileSync(new URL(name, import.meta.url), "utf8"))
  .join();

test.each(Object.keys(DRAWINGS))("%s is a whole drawing that a style sheet can hold, and some page has it", (name) => {
  const address = new RegExp(`\\.icon-${name}\\{--drawing:url\\("([^"]+)"\\)\\}`).exec(css)?.[1] ?? "";
  expect(decodeURIComponent(address)).toMatch(
    /^data:image\/svg\+xml,<svg xmlns='http:\/\/www\.w3\.org\/2000\/svg'[^>]* stroke='currentColor' stroke-width='1\.75'[^>]*>(?:<(?:path|rect|line|circle) .*)+<\/svg>$/,
  );
  expect(address).not.toMatch(/["<>#\s]{2}|[<>#]/);
  expect(views).toContain(`"${name}"`);
});
