import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createMachine, type Machine } from "../authorization-server/testing/machine.ts";
import { CUSTOMERS } from "../personas.ts";
import { tlsIdentity } from "../service.ts";
import { readRun } from "./testing/rendered-run.ts";
import { ACCESS, createBrowser, PAYMENT, type WorkbenchWorld, workbenchWorld } from "./testing/workbench-world.ts";

const { arun } = CUSTOMERS;
const DECOUPLED = { reach: "decoupled", customer: arun.id };

let world: WorkbenchWorld;
let machine: Machine;
beforeAll(async () => {
  world = await workbenchWorld();
  machine = createMachine(tlsIdentity(world.topology.pkiFolder, "bank").ca);
});
afterAll(async () => {
  await machine?.close();
  await world?.close();
});

/** Asks again as if the time to wait was over. */
async function poll(browser: ReturnType<typeof createBrowser>, run: URL) {
  await world.sql`update run set record = jsonb_set(record, '{secrets,waiting,askAgainAt}', '0')`;
  await world.sql`update authorization_server.decoupled_request set polled_at = now() - interval '1 minute'`;
  await browser.open(`${run}/poll`);
  return readRun((await browser.open(run)).text);
}

test("P-24: Beacon asks on another device, and reads what was allowed there", async () => {
  const browser = createBrowser();
  const run = await world.begin(browser, { ...ACCESS, ...DECOUPLED });
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
});

const TOLD = { ...ACCESS, ...DECOUPLED, tpp: "tpp-tallybook" };
/** As the bank's servers are told apart from anybody else: by the token of the request alone. */
const notify = (authReqId: string | undefined, token: string | undefined) =>
  machine.postJson(
    `${world.topology.tppTls}/decoupled-notifications`,
    { auth_req_id: authReqId },
    { authorization: `Bearer ${token}` },
  );

test("P-24: Tallybook is told that there is an answer, asks once, and reads what was allowed", async () => {
  const browser = createBrowser();
  const run = await world.begin(browser, TOLD);
  const first = await browser.open(run);
  expect(readRun(first.text).text).toContain("The bank tells this app when there is an answer");
  expect(first.headers.get("refresh")).toBe(`2;url=${run.pathname}/poll`);
  await browser.open(`${run}/poll`);
  const { waiting } = await world.secretsOf(run);
  expect(waiting).toMatchObject({ asked: 0 });
  expect(first.text).not.toContain(waiting?.notificationToken?.slice(0, 12));

  await world.answerOnPhone({ allow: ["acc-arun-main"] });
  await vi.waitFor(async () => expect((await world.secretsOf(run)).waiting?.toldAt).toBeDefined(), { timeout: 5_000 });
  await browser.open(`${run}/poll`);
  const page = readRun((await browser.open(run)).text);
  expect(page.headline).toBe("The customer allowed access");
  expect(page.failedChecks).toEqual([]);
  expect(page.text).toMatch(/Told by the bank/);
  expect(page.text).toMatch(/Asked\s*once/);
});

test("P-24: nobody else tells Tallybook anything", async () => {
  const run = await world.begin(createBrowser(), TOLD);
  const { waiting } = await world.secretsOf(run);
  const other = await world.begin(createBrowser(), TOLD);
  const { waiting: foreign } = await world.secretsOf(other);
  for (const [id, token, status] of [
    [waiting?.authReqId, "guessed", 401],
    [waiting?.authReqId, foreign?.notificationToken, 401],
    [waiting?.authReqId, undefined, 401],
    ["unknown", waiting?.notificationToken, 401],
    [undefined, waiting?.notificationToken, 400],
  ] as const) {
    expect((await notify(id, token)).status).toBe(status);
  }
  expect((await world.secretsOf(run)).waiting?.toldAt).toBeUndefined();
  expect((await notify(waiting?.authReqId, waiting?.notificationToken)).status).toBe(204);
  const told = (await world.secretsOf(run)).waiting?.toldAt;
  expect((await notify(waiting?.authReqId, waiting?.notificationToken)).status).toBe(204);
  expect((await world.secretsOf(run)).waiting?.toldAt).toBe(told);
});

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
