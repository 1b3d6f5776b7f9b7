import { afterAll, beforeAll, expect, test } from "vitest";
import { readRun } from "./testing/rendered-run.ts";
import { createBrowser, PAYMENT, type WorkbenchWorld, workbenchWorld } from "./testing/workbench-world.ts";

let world: WorkbenchWorld;

beforeAll(async () => {
  world = await workbenchWorld();
});

afterAll(async () => {
  await world?.close();
});

test.each([
  ["tpp-beacon", "v3.1", "Consumed"],
  ["tpp-tallybook", "v4.0", "COND"],
])("%s places a payment in %s, signed both ways, and the consent is used up", async (tpp, version, used) => {
  const browser = createBrowser();
  const run = await world.begin(browser, { ...PAYMENT, tpp, version });
  const answer = await world.decideAtBank(browser, run, { allow: ["acc-arun-main"] });
  await world.deliver(browser, answer);
  const page = readRun((await browser.open(run)).text);
  expect(page.headline).toBe("The customer allowed the payment");
  expect(page.steps.slice(-3)).toEqual([
    "Payment order placed: Done",
    "Payment order read: Done",
    "Consent read again: Done",
  ]);
  expect(page.steps).toContain("Asked whether there is enough: Done");
  expect(page.text).toContain("FundsAvailabletrue");
  expect(page.failedChecks).toEqual([]);
  expect(page.rows.every((row) => row.endsWith("Harbour Books Ltd | 42.50 GBP"))).toBe(true);
  expect(page.text).toContain(`"Status": "${used}"`);
  // No DELETE in the standard: a payment that was allowed cannot be taken back by the TPP.
  expect(page.text).not.toContain("Delete this consent");
});
