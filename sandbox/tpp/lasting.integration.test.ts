import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "../authorization-server/testing/browser.ts";
import { ACCOUNTS } from "../personas.ts";
import { KINDS } from "./order/kinds/index.ts";
import { readRun } from "./testing/rendered-run.ts";
import { createBrowser, type WorkbenchWorld, workbenchWorld } from "./testing/workbench-world.ts";

let world: WorkbenchWorld;

beforeAll(async () => {
  world = await workbenchWorld();
});

afterAll(async () => {
  await world?.close();
});

const ACCOUNT = "acc-arun-main";
const number = ACCOUNTS.find(({ id }) => id === ACCOUNT)?.number ?? "";

const VERSIONS = [
  ["tpp-beacon", "v3.1"],
  ["tpp-tallybook", "v4.0"],
] as const;

const FORMS = {
  domestic_vrp: { limit1: "100.00", period1: "Month", alignment1: "Consent", limit2: "" },
  funds_confirmation: { sortCode: number.slice(0, 6), accountNumber: number.slice(6), holder: "Arun Mehta" },
};

async function allowed(kind: keyof typeof FORMS, tpp: string, version: string) {
  const browser = createBrowser();
  const form = { ...(KINDS[kind].defaults() as Record<string, string>), ...FORMS[kind], kind, tpp, version };
  const run = await world.begin(browser, form);
  await world.deliver(browser, await world.decideAtBank(browser, run, { allow: [ACCOUNT] }));
  const page = await read(browser, run);
  expect(page.problems).toEqual([]);
  expect(page.failedChecks).toEqual([]);
  return { browser, run, page };
}

const read = async (browser: Browser, run: URL) => readRun((await browser.open(run)).text);

async function use(browser: Browser, run: URL, act: "pay" | "ask", amount: string, reference = "Till") {
  const answer = await browser.submit(`${run}/use`, { act, amount, reference });
  expect(answer.location?.href).toBe(run.href);
  return read(browser, run);
}

describe.each(VERSIONS)("%s, %s", (tpp, version) => {
  test("VRP: pays as often as the limits let it, and is refused beyond them", async () => {
    const { browser, run, page } = await allowed("domestic_vrp", tpp, version);
    expect(page.headline).toBe("The customer allowed payments within limits");
    await use(browser, run, "pay", "60.00");
    const tooMuch = await use(browser, run, "pay", "60.00");
    expect(tooMuch.rows).toEqual([expect.stringMatching(/60\.00 GBP$/), "— | Refused | 60.00 GBP"]);
    expect(tooMuch.problems.at(-1)).toMatch(/400.*(U014|FailsControlParameters).*PeriodicLimits\[0\]/);
    const rest = await use(browser, run, "pay", "40.00");
    expect(rest.rows.at(-1)).toMatch(/^[^—].*40\.00 GBP$/);
    expect(rest.rows.at(-1)).not.toContain("Refused");
    const eachTime = await use(browser, run, "pay", "100.01");
    expect(eachTime.problems.at(-1)).toContain("MaximumIndividualAmount");
    expect((await use(browser, run, "ask", "1.00")).rows.at(-1)).toBe("Till | 1.00 GBP | Yes");
    await browser.submit(`${run}/read`, {});
    const followed = await read(browser, run);
    expect(followed.steps.slice(-2)).toEqual(["Payment order read: Done", "Consent read again: Done"]);
    expect(followed.failedChecks).toEqual([]);
  });

  test("funds: yes or no, and each reference once", async () => {
    const { browser, run, page } = await allowed("funds_confirmation", tpp, version);
    expect(page.headline).toBe("The customer allowed confirmation of funds");
    expect((await use(browser, run, "ask", "1.00", "A")).rows).toEqual(["A | 1.00 GBP | Yes"]);
    const no = await use(browser, run, "ask", "9999999.00", "B");
    expect(no.rows.at(-1)).toBe("B | 9999999.00 GBP | No");
    const twice = await use(browser, run, "ask", "1.00", "A");
    expect(twice.rows.at(-1)).toBe("A | 1.00 GBP | Refused");
    expect(twice.problems.at(-1)).toMatch(/U013|DuplicateReference/);
  });

  test.each(["domestic_vrp", "funds_confirmation"] as const)("%s: given back, it is good for nothing", async (kind) => {
    const { browser, run } = await allowed(kind, tpp, version);
    await browser.submit(`${run}/revoke`, {});
    const page = await read(browser, run);
    expect(page.headline).toBe("The consent was deleted");
    expect(page.rows.at(-1)).toContain("Refused");
    expect(page.steps.at(-1)).toBe("Consent read again: Refused");
  });
});

test("what cannot be asked is said at its field, and nothing is sent", async () => {
  const { browser, run } = await allowed("domestic_vrp", "tpp-beacon", "v4.0");
  const answer = await browser.submit(`${run}/use`, { act: "pay", amount: "much", reference: "Till" });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain("Give an amount such as 42.50");
  expect((await read(browser, run)).steps).not.toContain("Payment within the limits: Done");
});
