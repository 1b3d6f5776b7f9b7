import { Agent, fetch } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readRun } from "./testing/rendered-run.ts";
import { ACCESS, createBrowser, type WorkbenchWorld, workbenchWorld } from "./testing/workbench-world.ts";

let world: WorkbenchWorld;

beforeAll(async () => {
  world = await workbenchWorld();
});

afterAll(async () => {
  await world?.close();
});

const TPPS = ["tpp-beacon", "tpp-tallybook"];

describe.each(TPPS)("%s", (tpp) => {
  test.each([
    ["access_denied", "Access was refused", "RJCT"],
    ["server_error", "The bank could not finish", "AWAU"],
  ])("%s is told as what it is, with the consent's status and a way to try again", async (error, headline, status) => {
    const browser = createBrowser();
    const run = await world.begin(browser, { ...ACCESS, tpp });
    await world.deliver(browser, await world.decideAtBank(browser, run, { refuse: error }));
    const page = readRun((await browser.open(run)).text);
    expect(page.headline).toBe(headline);
    expect(page.steps.slice(-2)).toEqual(["Answer from the bank: Refused", "Consent read again: Done"]);
    expect(page.failedChecks).toEqual([]);
    expect(page.text).toContain(`"Status": "${status}"`);
    const again = await browser.submit(`${run}/repeat`, {});
    expect(again.location?.pathname).not.toBe(run.pathname);
    expect(readRun((await browser.open(again.location as URL)).text).headline).toBe("Ready for the customer");
  });

  test("an answer in another browser is nobody's, and stays good for its owner", async () => {
    const owner = createBrowser();
    const run = await world.begin(owner, { ...ACCESS, tpp });
    const answer = await world.decideAtBank(owner, run, { allow: ["acc-arun-main"] });
    const stranger = createBrowser();
    await world.begin(stranger, { ...ACCESS, tpp });
    const refused = await world.deliver(stranger, answer);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("This answer belongs to no run of this browser");
    expect((await stranger.open(run)).status).toBe(404);
    await world.deliver(owner, answer);
    expect(readRun((await owner.open(run)).text).headline).toBe("The customer allowed access");
  });

  test("the same answer eight times at once redeems its code once", async () => {
    const browser = createBrowser();
    const run = await world.begin(browser, { ...ACCESS, tpp });
    const answer = await world.decideAtBank(browser, run, { allow: ["acc-arun-main"] });
    const deliveries = await Promise.all(Array.from({ length: 8 }, () => world.deliver(browser, answer)));
    expect(deliveries.map(({ location }) => location?.href)).toEqual(Array(8).fill(run.href));
    // Waits for the one that took it: its save is the second after the answer.
    await expect.poll(async () => readRun((await browser.open(run)).text).headline).toBe("The customer allowed access");
    const page = readRun((await browser.open(run)).text);
    expect(page.steps.filter((step) => step.startsWith("Code exchanged"))).toHaveLength(1);
  });
});

test("a swapped code is found by its hash and not sent", async () => {
  const browser = createBrowser();
  const run = await world.begin(browser, ACCESS);
  const answer = await world.decideAtBank(browser, run, { allow: ["acc-arun-main"] });
  const fragment = new URLSearchParams(answer.hash.slice(1));
  fragment.set("code", "another-code-that-an-attacker-would-like-to-plant");
  await browser.submit(`${world.topology.tpp}/callback`, { response: `#${fragment}` });
  const page = readRun((await browser.open(run)).text);
  expect(page.headline).toBe("The run stopped");
  expect(page.failedChecks).toEqual(["c_hash fits code"]);
  expect(page.steps.at(-1)).toBe("Answer from the bank: Stopped");
});

test("without scripts the whole address, pasted, is taken", async () => {
  const browser = createBrowser();
  const run = await world.begin(browser, ACCESS);
  const answer = await world.decideAtBank(browser, run, { allow: ["acc-arun-main"] });
  await browser.submit(`${world.topology.tpp}/callback`, { response: answer.href });
  expect(readRun((await browser.open(run)).text).headline).toBe("The customer allowed access");
});

test("a set of permissions that the standard forbids is shown with the bank's own answer", async () => {
  const browser = createBrowser();
  const run = await world.begin(browser, { ...ACCESS, permission: "ReadTransactionsBasic" });
  const page = readRun((await browser.open(run)).text);
  expect(page.headline).toBe("The run stopped");
  expect(page.steps.at(-1)).toBe("Consent created: Refused");
  expect(page.text).toContain('"Errors"');
});

test("a form with faults sends nothing and keeps what was typed", async () => {
  const browser = createBrowser();
  const answer = await browser.submit(`${world.topology.tpp}/runs`, { ...ACCESS, accessEnds: "tomorrow" });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('href="#accessEnds"');
  expect(answer.text).toContain('value="tomorrow"');
  expect(browser.cookies(world.topology.tpp)).toEqual({});
});

test.each(["", "#state=s1", "#code=a&code=b"])("%j at the callback is no answer", async (response) => {
  const answer = await createBrowser().submit(`${world.topology.tpp}/callback`, { response });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("This is not an answer from a bank");
});

test("a form from another site is refused", async () => {
  const lookup = new Agent({
    connect: { lookup: (_host, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]) },
  });
  const answer = await fetch(`${world.topology.tpp}/runs`, {
    method: "POST",
    dispatcher: lookup,
    headers: { origin: "http://evil.localhost" },
    body: new URLSearchParams(ACCESS),
  });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain("This form came from another site");
  await lookup.close();
});

test("every page forbids what it does not need", async () => {
  const page = await createBrowser().open(world.topology.tpp);
  expect(page.headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; style-src 'self'; img-src 'self'; script-src 'nonce-[\w+/=]{24}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
  );
  expect(page.headers.get("referrer-policy")).toBe("no-referrer");
  expect(page.headers.get("cache-control")).toBe("no-store");
});

describe("with nobody else there", () => {
  let lonely: WorkbenchWorld;
  beforeAll(async () => {
    lonely = await workbenchWorld({ alone: true });
  });
  afterAll(async () => {
    await lonely?.close();
  });

  test("a run says who did not answer", async () => {
    const browser = createBrowser();
    const run = await lonely.begin(browser, ACCESS);
    const page = readRun((await browser.open(run)).text);
    expect(page.headline).toBe("The run stopped");
    expect(page.steps).toEqual(["Server metadata: Stopped"]);
    expect(page.text).toContain(
      `localhost:${lonely.topology.ports.authorizationServerMtls} did not answer: ECONNREFUSED`,
    );
  });
});
