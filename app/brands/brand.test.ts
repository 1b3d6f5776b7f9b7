import { describe, expect, test } from "vitest";
import { parseBrand } from "./brand";
import { brandCss, brandIcon, forcedBrandCss } from "./brand-css";
import { contrast } from "./contrast";
import { SANDBOX_BRANDS } from "./index";
import { isMarkPath } from "./mark-path";

const { northlight } = SANDBOX_BRANDS;
const problems = (change: object): readonly string[] => {
  const parsed = parseBrand({ ...northlight, ...change });
  return parsed.ok ? [] : parsed.problems;
};

describe.each(Object.entries(SANDBOX_BRANDS))("the sandbox's %s", (_, brand) => {
  test("can be read in light and in dark", () => {
    expect(parseBrand(brand)).toMatchObject({ ok: true });
  });
});

describe("a brand", () => {
  test.each([
    ["mark", { mark: "#3c6b64" }, "dark: mark on accent is 1.93 to 1 and must be 3 to 1"],
    ["name", { onAccent: "#7f9a96" }, "dark: onAccent on accent is 3.86 to 1 and must be 4.5 to 1"],
  ])("whose %s cannot be read is refused for exactly that", (_, colours, problem) => {
    expect(problems({ dark: { ...northlight.dark, ...colours } })).toEqual([problem]);
  });

  test("is told every pair that fails, in both designs", () => {
    const grey = { accent: "#808080", onAccent: "#808080", mark: "#808080", tint: "#808080" };
    const found = problems({ light: grey, dark: grey });
    expect(found).toContain("light: onAccent on accent is 1.00 to 1 and must be 4.5 to 1");
    expect(found.filter((problem) => problem.startsWith("dark: "))).toContain(
      "dark: mark on accent is 1.00 to 1 and must be 3 to 1",
    );
  });

  test.each([
    ["a colour with more in it", { light: { ...northlight.light, tint: "#fff;}*{display:none" } }, "light tint"],
    ["a function for a colour", { dark: { ...northlight.dark, accent: "url(//evil.example)" } }, "dark accent"],
    ["a typeface that closes its quotes", { font: ['Arial";}@import "//evil.example'] }, "font 0"],
    ["no typeface", { font: [] }, "font"],
    ["markup for a mark", { mark: '<path d="M0 0"/>' }, "mark"],
    ["a mark that closes its quotes", { mark: 'M0 0");}' }, "mark"],
    ["a radius of a whole page", { radius: 400 }, "radius"],
    ["markup for a name", { name: "<b>Bank</b>" }, "name"],
    ["a name of two lines", { name: "Bank\nInc" }, "name"],
    [
      "a dashboard called what it must not be (R-02)",
      { dashboardName: { "en-GB": "Accounts" } },
      "dashboardName en-GB",
    ],
    ["a dashboard named in no language", { dashboardName: { english: "Connected apps" } }, "dashboardName english"],
    ["words for a number", { phone: "call us" }, "phone"],
    ["what no brand has", { script: "alert(1)" }, "Unrecognized"],
  ])("with %s is refused, naming the field and not its value", (_, change, field) => {
    const found = problems(change);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(field);
    expect(found[0]).not.toMatch(/evil|display|alert/);
  });
});

describe("a mark", () => {
  test.each([northlight.mark, SANDBOX_BRANDS.heron.mark, "M0 0L.5.5-1-1z", "m1e1,2 3 4h5z"])("may be %s", (d) => {
    expect(isMarkPath(d)).toBe(true);
  });

  test.each(["", "L0 0", "M0", "M0 0L1", "M0 0z5", "M0 0 C1 2 3", "M0 0 X", "M0 0)", "M0 0\\"])(
    "may not be %s",
    (d) => {
      expect(isMarkPath(d)).toBe(false);
    },
  );
});

test("the measure is the standard's: black on white is 21 to 1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeLessThan(4.5);
});

describe("the stylesheet of a brand", () => {
  test("is small: every first page carries it", () => {
    expect(Buffer.byteLength(brandCss(northlight))).toBeLessThan(1_400);
  });

  test("is dark on screens alone, so that paper stays paper", () => {
    expect(brandCss(northlight)).toMatch(/@media screen and \(prefers-color-scheme:dark\)\{:root\{--sheet:#181b1d;/);
    expect(forcedBrandCss(northlight, "dark")).toMatch(
      /^@layer tokens\{:root:root\{color-scheme:dark;.*@media screen\{:root:root\{--sheet:#181b1d;/,
    );
  });

  test("is one design alone where one is asked for", () => {
    expect(forcedBrandCss(northlight, "light")).not.toContain("@media");
    expect(forcedBrandCss(northlight)).toContain("@media screen and (prefers-color-scheme:dark){:root:root{");
  });

  test("quotes typefaces, and leaves what CSS knows", () => {
    expect(brandCss(northlight)).toContain('--brand-font:-apple-system,"Segoe UI Variable Text"');
    expect(brandCss(northlight)).toContain(',"Arial",sans-serif;--brand-headings:inherit;');
  });

  test("goes with an icon in the same colours", () => {
    expect(brandIcon(northlight)).toContain(`fill="#0f3b36"/><path fill="#b6f0c8" fill-rule="evenodd" d="M2 23V6.5`);
  });
});
