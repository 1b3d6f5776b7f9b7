import { afterAll, beforeAll, expect, test } from "vitest";
import { CUSTOMERS } from "../personas.ts";
import { readRun } from "./testing/rendered-run.ts";
import { ACCESS, createBrowser, PAYMENT, type WorkbenchWorld, workbenchWorld } from "./testing/workbench-world.ts";

const { arun } = CUSTOMERS;
const DECOUPLED = { reach: "decoupled", customer: arun.id };

let world: WorkbenchWorld;
beforeAll(async () => {
  world = await workbenchWorld();
});
afterAll(async () => {
  await world?.close();
});

/** Asks again as if the time to wait was over. */
async function poll(browser: ReturnType<typeof createBrowser>, run: URL) {
  await world.sql`update run set record = jsonb_set(record, '{secrets,waiting,askAgainAt}', '0')`;
  await world.sql`update authorization_server.decoupled_request set polled_at = now() - interval '1 minute'`;
  await browser.open(`${run}/poll`);
  return readRun((await browser.open(run)).text);
}

test.each(["tpp-beacon", "tpp-tallybook"])(
  "P-24: %s asks on another device, and reads what was allowed there",
  async (tpp) => {
    const browser = createBrowser();
    const run = await world.begin(browser, { ...ACCESS, ...DECOUPLED, tpp });
    const first = await browser.open(run);
    const waiting = readRun(first.text);
    expect(waiting.headline).toBe("The bank is asking the customer");
    expect(first.headers.get("refresh")).toBe(`5;url=${run.pathname}/poll`);
    const { waiting: secret } = await world.secretsOf(run);
    expect(waiting.text).toContain(secret?.bindingMessage);
    expect(first.text).not.toContain(secret?.authReqId.slice(0, 12));

    await poll(browser, run);
    const pending = await poll(browser, run);
    expect(pending.steps.slice(-2)).toEqual([
      "Customer asked for, on another device: Done",
      "Asked for the answer: Done",
    ]);
    expect(pending.text).toMatch(/2 times.*authorization_pending/s);

    await world.answerOnPhone({ allow: ["acc-arun-main"] });
    const page = await poll(browser, run);
    expect(page.headline).toBe("The customer allowed access");
    expect(page.failedChecks).toEqual([]);
    expect(page.rows).toEqual([expect.stringContaining("acc-arun-main")]);
    expect((await browser.open(run)).headers.get("refresh")).toBeNull();
  },
);

test("P-24: a refusal on the other device is told", async () => {
  const browser = createBrowser();
  const run = await world.begin(browser, { ...PAYMENT, ...DECOUPLED });
  await world.answerOnPhone({ refuse: "access_denied" });
  const page = await poll(browser, run);
  expect(page.headline).toBe("The payment was refused");
  expect(page.steps.at(-1)).toBe("Consent read again: Done");
});

test("asking sooner than the bank allows asks nothing; when told to slow down it waits longer", async () => {
  const browser = createBrowser();
  const run = await world.begin(browser, { ...ACCESS, ...DECOUPLED });
  await browser.open(`${run}/poll`);
  expect((await world.secretsOf(run)).waiting?.asked).toBe(0);
  await poll(browser, run);
  await world.sql`update run set record = jsonb_set(record, '{secrets,waiting,askAgainAt}', '0')`;
  await browser.open(`${run}/poll`);
  expect((await world.secretsOf(run)).waiting).toMatchObject({ asked: 2, interval: 10 });
});

test("an unknown customer ends the run, and a form without a customer sends nothing", async () => {
  const browser = createBrowser();
  const run = await world.begin(browser, { ...ACCESS, ...DECOUPLED, customer: "cus-none" });
  expect(readRun((await browser.open(run)).text).problems.join()).toContain("unknown_user_id");
  const answer = await browser.submit(`${world.topology.tpp}/runs`, { ...ACCESS, ...DECOUPLED, customer: " " });
  expect([answer.status, answer.text.includes("Enter a customer number")]).toEqual([422, true]);
});
