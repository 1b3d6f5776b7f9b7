import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const sheets = ["../brand.css", "../styles.css"].map((path) => readFileSync(new URL(path, import.meta.url), "utf8"));

/** The tokens of one design: what `:root` says, and for dark what its media query says over it. */
function tokensOf(design: "light" | "dark"): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  const read = (css: string) => {
    for (const [, name, value] of css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g))
      if (name && value) tokens.set(name, value);
  };
  for (const sheet of sheets) read(sheet.slice(0, sheet.indexOf("@media (prefers-color-scheme: dark)")));
  if (design === "dark") {
    for (const sheet of sheets)
      read(/@media \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/.exec(sheet)?.[1] ?? "");
  }
  return tokens;
}

/** Relative luminance and contrast ratio (WCAG 2.2, "relative luminance", "contrast ratio"). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Every pair in use. 7 for what is being shared, 4.5 for other text, 3 for edges that say where a control is. */
const PAIRS = [
  ["ink", "sheet", 7],
  ["ink", "brand-tint", 7],
  ["soft", "sheet", 4.5],
  ["soft", "brand-tint", 4.5],
  ["on-action", "action", 7],
  ["on-action", "action-hover", 4.5],
  ["brand-on-accent", "brand-accent", 4.5],
  ["brand-mark", "brand-accent", 3],
  ["problem-text", "problem-tint", 4.5],
  ["problem-text", "sheet", 4.5],
  ["problem-line", "sheet", 3],
  ["edge", "sheet", 3],
  ["edge", "brand-tint", 3],
  ["focus", "sheet", 3],
  ["focus", "brand-tint", 3],
] as const;

describe.each(["light", "dark"] as const)("%s design", (design) => {
  const tokens = tokensOf(design);

  test.each(PAIRS)("%s on %s is at least %s to 1", (front, back, least) => {
    expect(contrast(tokens.get(front) ?? "", tokens.get(back) ?? "")).toBeGreaterThanOrEqual(least);
  });
});

test("the measure is the standard's: black on white is 21 to 1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeLessThan(4.5);
});
