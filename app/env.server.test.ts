import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { TEST_ENVIRONMENT } from "./env.harness";
import { parseEnv } from "./env.server";
import { SANDBOX_SESSION_KEY } from "./session-keys.server";

const key = () => randomBytes(32).toString("base64url");

/** What a bank's operator would set. */
const PRODUCTION = {
  ...TEST_ENVIRONMENT,
  NODE_ENV: "production",
  ASSENT_MODE: "production",
  PORT: "8080",
  PUBLIC_ORIGIN: "https://consent.bank.example",
  DATABASE_URL: "postgres://assent:pw@db.bank.example/assent",
  SESSION_KEYS: `${key()},${key()}`,
  AS_BASE_URL: "https://acp.bank.example",
  AS_TOKEN_URL: "https://acp.bank.example/token",
  AS_JWKS_URL: "https://acp.bank.example/jwks",
  BANK_BASE_URL: "https://core.bank.example",
  BANK_LOGIN_ISSUER: "https://login.bank.example",
  STAFF_LOGIN_ISSUER: "https://staff.bank.example",
  BRAND_FILE: new URL("./brands/heron.json", import.meta.url).pathname,
  LOG_LEVEL: "info",
};

function problems(change: Record<string, string | undefined>): readonly string[] {
  const parsed = parseEnv({ ...PRODUCTION, ...change });
  return parsed.ok ? [] : parsed.problems;
}

describe("the brand", () => {
  const folder = mkdtempSync(join(tmpdir(), "brand-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const fileOf = (content: string) => {
    const file = join(folder, "brand.json");
    writeFileSync(file, content);
    return file;
  };
  const heron = JSON.parse(readFileSync(PRODUCTION.BRAND_FILE, "utf8")) as { light: object };

  test("is the bank's own file, from which name and number come", () => {
    const parsed = parseEnv(PRODUCTION);
    expect(parsed.ok && parsed.env.brand).toMatchObject({ name: "Heron & Vale", phone: "0800 555 0142" });
  });

  test("is chosen by name in the sandbox, and never in production", () => {
    const parsed = parseEnv({ ...TEST_ENVIRONMENT, BRAND: "heron" });
    expect(parsed.ok && parsed.env.brand.name).toBe("Heron & Vale");
    expect(problems({ BRAND_FILE: undefined, BRAND: "heron" })).toEqual([
      "BRAND_FILE is missing, and the banks without one are made up",
    ]);
    expect(problems({ BRAND: "acme" })).toEqual(["BRAND must be one of northlight, heron"]);
  });

  test("that cannot be read on the screen does not start, and the ratio is told", () => {
    const pale = { ...heron, light: { ...heron.light, onAccent: "#7d4f71" } };
    expect(problems({ BRAND_FILE: fileOf(JSON.stringify(pale)) })).toEqual([
      "BRAND_FILE: light: onAccent on accent is 2.08 to 1 and must be 4.5 to 1",
    ]);
  });

  test.each([
    ["is not JSON", () => fileOf("{")],
    ["cannot be read", () => join(folder, "none.json")],
    ["is larger than 16384 bytes", () => fileOf(" ".repeat(20_000))],
  ])("whose file %s does not start", (problem, file) => {
    expect(problems({ BRAND_FILE: file() })).toEqual([`BRAND_FILE: ${problem}`]);
  });
});

describe("a production environment", () => {
  test("is read with types and defaults", () => {
    const parsed = parseEnv(PRODUCTION);
    expect(parsed).toMatchObject({
      ok: true,
      env: { PORT: 8080, UPSTREAM_TIMEOUT_MS: 2_500, DRAIN_MS: 3_000, LISTEN_HOST: "127.0.0.1" },
    });
    expect(parsed.ok && parsed.env.SESSION_KEYS).toHaveLength(2);
  });

  test("kinds of consent beside those of the API are named, and no others", () => {
    const kindsOf = (kinds: string) => {
      const parsed = parseEnv({ ...PRODUCTION, AS_EXTRA_KINDS: kinds });
      return parsed.ok && parsed.env.AS_EXTRA_KINDS;
    };
    expect(kindsOf("")).toEqual([]);
    expect(kindsOf("domestic-vrp,funds-confirmation")).toEqual(["domestic-vrp", "funds-confirmation"]);
    expect(problems({ AS_EXTRA_KINDS: "domestic-vrp,file-payment" })).toEqual([
      "AS_EXTRA_KINDS must be among domestic-vrp, funds-confirmation",
    ]);
  });

  test("there is no log-in for customers without an issuer, and none without what it needs", () => {
    const none = { BANK_LOGIN_ISSUER: undefined, BANK_LOGIN_CLIENT_ID: undefined, BANK_LOGIN_KEY_FILE: undefined };
    expect(problems(none)).toEqual([]);
    expect(problems({ BANK_LOGIN_CLIENT_ID: "", BANK_LOGIN_KEY_FILE: undefined, BANK_ADDRESS: "" })).toEqual([
      "BANK_ADDRESS is missing",
      "BANK_LOGIN_CLIENT_ID is missing",
      "BANK_LOGIN_KEY_FILE is missing",
    ]);
  });

  test("RTS Art. 4: customers log in with both factors, unless the bank has another word for that", () => {
    const acrOf = (change: Readonly<Record<string, string>>) => {
      const parsed = parseEnv({ ...PRODUCTION, ...change });
      return parsed.ok && parsed.env.BANK_LOGIN_ACR;
    };
    expect(acrOf({})).toBe("urn:openbanking:psd2:sca");
    expect(acrOf({ BANK_LOGIN_ACR: "urn:bank:two-factors" })).toBe("urn:bank:two-factors");
  });

  test("an upstream gets no longer than a decision has one sender for", () => {
    expect(problems({ UPSTREAM_TIMEOUT_MS: "4000" })).toEqual([]);
    expect(problems({ UPSTREAM_TIMEOUT_MS: "4001" })).toEqual(["UPSTREAM_TIMEOUT_MS must be at most 4000"]);
  });

  test("names everything that is missing or wrong at once", () => {
    expect(
      problems({ PORT: "http", BANK_ADDRESS: undefined, AS_BASE_URL: "bank", AS_TENANT: "", LOG_LEVEL: "loud" }),
    ).toEqual([
      "AS_BASE_URL must be a URL",
      "AS_TENANT is missing",
      "BANK_ADDRESS is missing",
      "LOG_LEVEL is not a log level",
      "PORT must be a port",
    ]);
  });

  test.each([
    [
      "PUBLIC_ORIGIN",
      "https://consent.bank.example/path",
      "PUBLIC_ORIGIN must be an origin: scheme, host and port only",
    ],
    ["PUBLIC_ORIGIN", "http://consent.bank.example", "PUBLIC_ORIGIN must be https in production"],
    [
      "PUBLIC_ORIGIN",
      "https://assent.localhost:4100",
      "PUBLIC_ORIGIN points at this machine, which is a sandbox address",
    ],
    ["AS_BASE_URL", "https://localhost:4202", "AS_BASE_URL points at this machine, which is a sandbox address"],
    ["AS_TOKEN_URL", "https://127.0.0.1:4202/t", "AS_TOKEN_URL points at this machine, which is a sandbox address"],
    ["BANK_BASE_URL", "https://[::1]:4402", "BANK_BASE_URL points at this machine, which is a sandbox address"],
    ["BANK_BASE_URL", "http://core.bank.example", "BANK_BASE_URL must be https in production"],
    ["BANK_LOGIN_ISSUER", "http://login.bank.example", "BANK_LOGIN_ISSUER must be https in production"],
    [
      "BANK_LOGIN_METADATA_URL",
      "https://localhost:4301/metadata",
      "BANK_LOGIN_METADATA_URL points at this machine, which is a sandbox address",
    ],
    ["DATABASE_URL", "mysql://db/assent", "DATABASE_URL must be a postgres:// URL"],
    [
      "DATABASE_URL",
      "postgres://assent@127.0.0.1:4600/assent",
      "DATABASE_URL is a local database without a password, which is the sandbox's",
    ],
    [
      "CALLBACK_HOSTS_ALLOWED",
      "localhost",
      "CALLBACK_HOSTS_ALLOWED lets TPPs have us call private addresses, which only a sandbox may",
    ],
    ["SESSION_KEYS", SANDBOX_SESSION_KEY, "SESSION_KEYS holds the sandbox's published key"],
    ["SESSION_KEYS", "short", "SESSION_KEYS must be base64url keys of 32 bytes, separated by commas, newest first"],
    ["SESSION_KEYS", `${key()},`, "SESSION_KEYS must be base64url keys of 32 bytes, separated by commas, newest first"],
  ])("refuses %s=%s", (name, value, problem) => {
    expect(problems({ [name]: value })).toEqual([problem]);
  });

  test.each([
    ["one byte repeated", Buffer.alloc(32, 7)],
    ["a pass phrase", Buffer.from("correct horse battery staple 123")],
  ])("refuses a session key that is %s", (_, bytes) => {
    expect(problems({ SESSION_KEYS: `${key()},${bytes.toString("base64url")}` })).toEqual([
      expect.stringContaining("SESSION_KEYS holds a weak key"),
    ]);
  });

  test("never repeats a value, which may be the secret", () => {
    const secret = "hunter2-hunter2";
    const all = Object.fromEntries(Object.keys(PRODUCTION).map((name) => [name, secret]));
    const parsed = parseEnv(all);
    expect(parsed.ok).toBe(false);
    expect(JSON.stringify(parsed)).not.toContain(secret);
  });
});

test("what a random generator makes is never called weak", () => {
  for (let i = 0; i < 2_000; i += 1) expect(problems({ SESSION_KEYS: key() })).toEqual([]);
});

test("the sandbox fills in its own address and key, and what is set wins", () => {
  const parsed = parseEnv({ ...TEST_ENVIRONMENT, PORT: "4999" });
  expect(parsed).toMatchObject({
    ok: true,
    env: { PORT: 4999, PUBLIC_ORIGIN: "http://assent.localhost:4999", DRAIN_MS: 0 },
  });
  expect(parsed.ok && parsed.env.SESSION_KEYS[0]?.sandbox).toBe(true);
});

test.each(["P0D", "P6D", "30", "P1W"])("VISITS_KEPT_FOR %s is refused: a hand-off could open again", (value) => {
  expect(problems({ VISITS_KEPT_FOR: value })).toEqual([expect.stringContaining("VISITS_KEPT_FOR must be")]);
  expect(problems({ VISITS_KEPT_FOR: "P7D" })).toEqual([]);
});

test("A-04: a list that is longer than one statement can hash in time is refused", () => {
  expect(problems({ BULK_REVOKE_MOST: "250001" })).toEqual(["BULK_REVOKE_MOST must be from 1 to 250000"]);
  expect(problems({ BULK_REVOKE_MOST: "250000" })).toEqual([]);
});
