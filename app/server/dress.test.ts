import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { SANDBOX_BRANDS } from "~/brands/index";
import type { AppBuild } from "./app-build";
import { dress } from "./dress";
import { syntheticBuild } from "./synthetic-build.harness";

const folder = mkdtempSync(join(tmpdir(), "dress-"));
mkdirSync(join(folder, "assets"));
writeFileSync(join(folder, "assets", "root-B1x_9.css"), "body{margin:0}");
afterAll(() => rmSync(folder, { recursive: true }));

function styled(): AppBuild {
  const build = syntheticBuild();
  const root = { ...build.assets.routes["root"]!, css: ["/assets/root-B1x_9.css", "/assets/more-1.css"] };
  return { ...build, assets: { ...build.assets, routes: { ...build.assets.routes, root } } } as unknown as AppBuild;
}

test("a brand and the drawings go in front of the stylesheet, in one file under an address of its own", () => {
  const build = styled();
  const [one, other] = [dress(build, folder, SANDBOX_BRANDS.northlight), dress(build, folder, SANDBOX_BRANDS.heron)];
  const [address = "", ...rest] = one.build.assets.routes["root"]?.css ?? [];
  expect(address).toMatch(/^\/assets\/root-[0-9a-f]{10}\.css$/);
  expect(rest).toEqual(["/assets/more-1.css"]);
  expect(one.files.get(address)?.toString()).toMatch(
    /^@layer tokens\{:root\{.*--brand-accent:#0f3b36.*\nbody\{margin:0\}$/s,
  );
  expect(other.build.assets.routes["root"]?.css?.[0]).not.toBe(address);
  expect(other.files.get("/favicon.svg")?.toString()).toContain("#4b1d3f");
});

test("the build itself stays as it was, and one without a stylesheet goes without", () => {
  const build = styled();
  dress(build, folder, SANDBOX_BRANDS.heron);
  expect(build.assets.routes["root"]?.css?.[0]).toBe("/assets/root-B1x_9.css");
  const bare = syntheticBuild() as unknown as AppBuild;
  expect(dress(bare, folder, SANDBOX_BRANDS.heron).build).toBe(bare);
});
