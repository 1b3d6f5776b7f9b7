import { existsSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { TEST_ENVIRONMENT } from "~/env.harness";
import { loadAppBuild } from "./app-build";
import { narrow } from "./narrow-build";
import { differences, requestsOver } from "./narrow-build.harness";
import { SYNTHETIC_PATHS, syntheticBuild } from "./synthetic-build.harness";

const REAL_BUILD = new URL("../../build/server/index.js", import.meta.url);
const isBuilt = existsSync(REAL_BUILD);
if (!isBuilt) console.warn("SKIPPED: the differential test over the app's own routes needs `npm run build` first");

// Remix prints about `?_data=` and about escapes that it cannot decode, both of which are asked for here.
for (const level of ["error", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => {});

describe("a narrow handler answers as the full one does", () => {
  test.each([
    [1, 300],
    [2, 800],
    [9, 300],
  ])("over routes of every shape, at depth %i", { timeout: 120_000 }, async (depth, count) => {
    const asked = requestsOver(SYNTHETIC_PATHS, count, depth);
    expect(await differences(syntheticBuild(), asked, depth)).toEqual([]);
  });

  test.skipIf(!isBuilt)("over the app's own routes", { timeout: 120_000 }, async () => {
    for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
    const build = await loadAppBuild(REAL_BUILD);
    const words = Object.values(build.routes).flatMap(({ path }) => path?.split("/") ?? []);
    expect(await differences(build, requestsOver(words, 500, 7))).toEqual([]);
  });
});

describe("sections", () => {
  const sections = narrow(syntheticBuild(), "production");

  test("are few however many paths are asked for", () => {
    const labels = new Set(
      requestsOver(["consent", "dashboard"], 2_000, 3).map(
        ({ target }) => sections.resolve(target.split("?")[0]!).label,
      ),
    );
    expect(labels.size).toBeLessThan(40);
  });

  test("are named in our own words, not in those of the request", () => {
    expect(sections.resolve("/consent/4711-secret").label).toBe("/consent/*");
    expect(sections.resolve("/dashboard/items/4711/x").label).toBe("/dashboard/items/…");
    expect(sections.resolve("/who/knows").label).toBe("/*/*");
  });

  test("read a root data request as the root, and a path of that name as a path", () => {
    expect(sections.resolve("/_root.data").label).toBe("/");
    expect(sections.resolve("/_root").label).toBe("/*");
  });
});
