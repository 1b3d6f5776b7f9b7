import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { TEST_ENVIRONMENT } from "~/env.harness";

const HERON = new URL("../brands/heron.json", import.meta.url).pathname;

/** The settings are read once for each process, so that each test has modules of its own. */
async function load(settings: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return import("./gallery-choice.server");
}

const at = (query: string) => new Request(`http://assent.localhost:4100/gallery?${query}`);

function outcomeOf(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (thrown) {
    return thrown instanceof Response ? thrown.status : thrown;
  }
}

describe("the gallery in the sandbox", () => {
  let own: Awaited<ReturnType<typeof load>>;
  beforeEach(async () => {
    own = await load(TEST_ENVIRONMENT);
  });
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ["", { locale: "en-GB" }],
    ["locale=en-GB&brand=&theme=", { locale: "en-GB" }],
    ["brand=heron&theme=dark", { locale: "en-GB", brand: "heron", theme: "dark" }],
    ["locale=xx", 404],
    ["locale=constructor", 404],
    ["brand=toString", 404],
    ["theme=sepia", 404],
    ["size=9", 404],
  ])("?%s", (query, expected) => {
    expect(outcomeOf(() => own.requireChoice(at(query)))).toEqual(expected);
  });

  test("a look has a stylesheet of its own, and nothing chosen has none", async () => {
    expect(own.lookOf({ locale: "en-GB" }, "/gallery")).toBeUndefined();
    expect(own.lookOf({ locale: "en-GB", brand: "heron", theme: "dark" }, "/gallery")).toBe(
      "/gallery/look?brand=heron&theme=dark",
    );
    const look = own.lookAnswer({ locale: "en-GB", brand: "heron", theme: "dark" });
    expect(await look.text()).toContain("#57264a");
  });
});

test("in production there is no gallery for whoever has not signed in", async () => {
  const https = "https://bank.example";
  const production = {
    ...TEST_ENVIRONMENT,
    ASSENT_MODE: "production",
    PORT: "8080",
    PUBLIC_ORIGIN: https,
    DATABASE_URL: "postgres://a:b@db.bank.example/a",
    SESSION_KEYS: Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 89 + 41) % 256)).toString("base64url"),
    AS_BASE_URL: https,
    AS_TOKEN_URL: https,
    AS_JWKS_URL: https,
    BANK_BASE_URL: https,
    BANK_LOGIN_ISSUER: https,
    STAFF_LOGIN_ISSUER: https,
    BRAND_FILE: HERON,
  };
  const own = await load(production);
  expect(own.brandOf({ locale: "en-GB" }).name).toBe("Heron & Vale");
  expect(outcomeOf(() => own.requireSandboxChoice(at("")))).toBe(404);
  vi.unstubAllEnvs();
});
