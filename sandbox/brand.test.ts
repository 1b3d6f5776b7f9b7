import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { brandFromEnv, brandSettings, domainOf } from "./brand.ts";

const folder = mkdtempSync(join(tmpdir(), "brand-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: object) {
  const file = join(folder, "brand.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("the sandbox plays the bank that the app's pages show, whichever way it is named", () => {
  expect(brandFromEnv({})).toMatchObject({ name: "Northlight Bank", phone: "0800 555 0199" });
  const heron = brandFromEnv({ BRAND: "heron" });
  expect(heron).toMatchObject({ name: "Heron & Vale", light: { accent: "#4b1d3f" } });
  const file = fileOf({ ...heron, name: "A Third Bank" });
  expect(brandFromEnv({ BRAND: "heron", BRAND_FILE: file }).name).toBe("A Third Bank");
  expect(brandSettings({ BRAND: "heron", BRAND_FILE: "", OTHER: "x" })).toEqual({ BRAND: "heron" });
});

test.each([
  ["a name that is markup", { name: 'x"><script>' }],
  ["a colour that is more than a colour", { light: { accent: "#4b1d3f;} body{display:none", onAccent: "#ffffff" } }],
  ["a typeface that is more than a name", { font: ['x";}'] }],
  ["no mark", { mark: undefined }],
])("a file with %s is none", (_, wrong) => {
  const file = fileOf({ ...brandFromEnv({}), ...wrong });
  expect(() => brandFromEnv({ BRAND_FILE: file })).toThrow("is not the file of a brand");
});

test("a made-up bank writes from an address that cannot exist", () => {
  expect(domainOf({ name: "Northlight Bank" })).toBe("northlight.example");
  expect(domainOf({ name: "Heron & Vale" })).toBe("heron-vale.example");
  expect(domainOf({ name: "銀行" })).toBe("bank.example");
});

test("mails come from the bank that is played, and the app is told which that is", async () => {
  vi.stubEnv("BRAND", "heron");
  const [{ appEnvironment }, { topologyFromEnv }] = await Promise.all([
    import("./app-environment.ts"),
    import("./topology.ts"),
  ]);
  const environment = appEnvironment(topologyFromEnv({ SANDBOX_DATA: folder }));
  expect(environment).toMatchObject({ BRAND: "heron", MAIL_FROM: '"Heron & Vale" <no-reply@heron-vale.example>' });
  vi.unstubAllEnvs();
});
