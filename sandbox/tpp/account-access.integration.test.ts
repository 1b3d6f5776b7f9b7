import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RenderedRun, readRun } from "./testing/rendered-run.ts";
import { ACCESS, createBrowser, type WorkbenchWorld, workbenchWorld } from "./testing/workbench-world.ts";

let world: WorkbenchWorld;

beforeAll(async () => {
  world = await workbenchWorld();
});

afterAll(async () => {
  await world?.close();
});

const BEFORE = [
  "Server metadata: Done",
  "Token for the TPP itself: Done",
  "Consent created: Done",
  "Request object signed: Done",
];
const AFTER = ["Answer from the bank: Done", "Code exchanged for a token: Done", "Accounts: Done"];

async function allow(form: Record<string, string> = {}) {
  const browser = createBrowser();
  const run = await world.begin(browser, { ...ACCESS, ...form });
  const answer = await world.decideAtBank(browser, run, { allow: ["acc-arun-main", "acc-arun-euro"] });
  const taken = await world.deliver(browser, answer);
  expect(taken.location?.href).toBe(run.href);
  const html = (await browser.open(run)).text;
  return { browser, run, answer, html, page: readRun(html) };
}

describe.each([
  ["FAPI 1.0 Advanced", "tpp-beacon", "v3.1", ["Authorization address: Done"]],
  ["FAPI 1.0 Advanced", "tpp-beacon", "v4.0", ["Authorization address: Done"]],
  ["FAPI 2.0", "tpp-tallybook", "v3.1", ["Request pushed: Done", "Authorization address: Done"]],
  ["FAPI 2.0", "tpp-tallybook", "v4.0", ["Request pushed: Done", "Authorization address: Done"]],
])("%s as %s, %s", (_profile, tpp, version, address) => {
  test("shows every step, and exactly the accounts that were chosen", async () => {
    const { page } = await allow({ tpp, version });
    expect(page.headline).toBe("The customer allowed access");
    expect(page.steps).toEqual([...BEFORE, ...address, ...AFTER, "Consent read again: Done"]);
    expect(page.failedChecks).toEqual([]);
    expect(page.passedChecks).toBeGreaterThanOrEqual(8);
    const kind = version === "v3.1" ? "CurrentAccount" : "CACC";
    expect(page.rows).toEqual([
      `acc-arun-main | Main account | ${kind} | GBP`,
      `acc-arun-euro | Holiday euros | ${kind} | EUR`,
    ]);
  });

  test("renders no token, code or verifier", async () => {
    const { html, run, answer } = await allow({ tpp, version });
    const { accessToken, clientToken, codeVerifier, authorizationUrl } = await world.secretsOf(run);
    const inAnswer = new URLSearchParams(answer.hash.slice(1) || answer.search);
    const secrets = [
      accessToken,
      clientToken?.value,
      codeVerifier,
      new URL(authorizationUrl ?? "").searchParams.get("request"),
      ...["code", "id_token", "response"].map((name) => inAnswer.get(name)),
    ].filter((secret) => typeof secret === "string");
    expect(secrets.length).toBeGreaterThanOrEqual(4);
    // Nine characters: more than the six that may be shown, and no accident.
    for (const secret of secrets)
      expect(html).not.toContain(secret.slice(0, 9).replace("eyJhbGciO", secret.slice(0, 30)));
    expect(html).not.toMatch(/eyJ[\w-]{10,}\.[\w-]+\.[\w-]+/);
  });
});

test("one interaction id on every call and every answer of a run", async () => {
  const { html } = await allow();
  const ids = [...html.matchAll(/x-fapi-interaction-id<\/dt><dd>(.*?)<\/dd>/g)].map((match) => match[1]);
  expect(ids.length).toBeGreaterThan(8);
  expect(new Set(ids).size).toBe(1);
});

test("balances and transactions are read when the consent names them", async () => {
  const browser = createBrowser();
  const form = new URLSearchParams({ ...ACCESS, transactionsFrom: "2026-01-01" });
  const permissions = ["ReadBalances", "ReadTransactionsDetail", "ReadTransactionsCredits", "ReadTransactionsDebits"];
  for (const permission of permissions) form.append("permission", permission);
  const run = await world.begin(browser, form as unknown as Record<string, string>);
  const answer = await world.decideAtBank(browser, run, { allow: ["acc-arun-main"] });
  await world.deliver(browser, answer);
  const page = readRun((await browser.open(run)).text);
  expect(page.steps).toEqual(expect.arrayContaining(["Balances: Done", "Transactions: Done"]));
  expect(page.rows.filter((row) => row.includes("acc-arun-main")).length).toBeGreaterThan(3);
});

test("after deletion the same token opens nothing, and the consent is gone", async () => {
  const { browser, run } = await allow();
  await browser.submit(`${run}/revoke`, {});
  const page = readRun((await browser.open(run)).text);
  expect(page.headline).toBe("The consent was deleted");
  expect(page.steps.slice(-3)).toEqual([
    "Consent deleted: Done",
    "Accounts, called again: Refused",
    "Consent read again: Refused",
  ]);
  expect(page.text).toMatch(/Accounts, called again.*The bank answered 401\./s);
  expect(page.text).toMatch(/Accounts, called again.*Consent read again.*The bank answered 400\./s);
  expect(page.rows).toEqual([]);
});

test("calling again adds the same reads; deleting twice deletes once", async () => {
  const { browser, run, page: before } = await allow();
  await browser.submit(`${run}/read`, {});
  const page = readRun((await browser.open(run)).text);
  expect(page.steps.slice(before.steps.length)).toEqual(["Accounts: Done", "Consent read again: Done"]);
  await browser.submit(`${run}/revoke`, {});
  await browser.submit(`${run}/revoke`, {});
  const deletions = (steps: RenderedRun["steps"]) => steps.filter((step) => step.startsWith("Consent deleted"));
  expect(deletions(readRun((await browser.open(run)).text).steps)).toEqual(["Consent deleted: Done"]);
});

test("a restart between going to the bank and coming back loses nothing", async () => {
  const browser = createBrowser();
  const run = await world.begin(browser, ACCESS);
  const answer = await world.decideAtBank(browser, run, { allow: ["acc-arun-main"] });
  await world.restart();
  await world.deliver(browser, answer);
  expect(readRun((await browser.open(run)).text).headline).toBe("The customer allowed access");
});

test("a request that went stale is signed anew when the link is followed", async () => {
  const browser = createBrowser();
  const run = await world.begin(browser, { ...ACCESS, tpp: "tpp-tallybook" });
  const first = (await browser.open(`${run}/bank`)).location;
  expect((await browser.open(`${run}/bank`)).location?.href).toBe(first?.href);
  await world.sql`update run set record = jsonb_set(record, '{secrets,requestStaleAt}', '0')`;
  const second = (await browser.open(`${run}/bank`)).location;
  expect(second?.searchParams.get("request_uri")).not.toBe(first?.searchParams.get("request_uri"));
  const answer = await world.decideAtBank(browser, run, { allow: ["acc-arun-main"] });
  await world.deliver(browser, answer);
  expect(readRun((await browser.open(run)).text).headline).toBe("The customer allowed access");
});
