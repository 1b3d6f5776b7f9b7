import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "../authorization-server/testing/browser.ts";
import { readRun } from "./testing/rendered-run.ts";
import { ACCESS, createBrowser, type WorkbenchWorld, workbenchWorld } from "./testing/workbench-world.ts";

let world: WorkbenchWorld;

beforeAll(async () => {
  world = await workbenchWorld();
});

afterAll(async () => {
  await world?.close();
});

const ACCOUNT = "acc-arun-main";

const read = async (browser: Browser, run: URL) => readRun((await browser.open(run)).text);

describe.each([
  ["tpp-beacon", "v3.1"],
  ["tpp-tallybook", "v4.0"],
])("%s, %s", (tpp, version) => {
  test("the same consent is authorised again, and no second one is made", async () => {
    const browser = createBrowser();
    const run = await world.begin(browser, { ...ACCESS, tpp, version });
    await world.deliver(browser, await world.decideAtBank(browser, run, { allow: [ACCOUNT] }));
    const again = (await browser.submit(`${run}/again`, {})).location as URL;
    const ready = await read(browser, again);
    expect(ready.steps).not.toContain("Consent created: Done");
    await world.deliver(browser, await world.decideAtBank(browser, again, { allow: [ACCOUNT] }));
    const page = await read(browser, again);
    expect(page.problems).toEqual([]);
    expect(page.headline).toBe("The customer allowed access");
    expect(consentIn(page.text)).toBe(consentIn((await read(browser, run)).text));
  });

  test("more in its place: the earlier consent ends with the yes to the new one", async () => {
    const browser = createBrowser();
    const run = await world.begin(browser, { ...ACCESS, tpp, version });
    await world.deliver(browser, await world.decideAtBank(browser, run, { allow: [ACCOUNT] }));
    const replaces = run.pathname.split("/")[2] as string;
    const form = await browser.open(`${world.topology.tpp}/?replaces=${replaces}`);
    expect(form.text).toContain(`name="replaces" value="${replaces}"`);
    const more = await world.begin(browser, { ...ACCESS, tpp, version, permission: "ReadAccountsDetail", replaces });
    await world.deliver(browser, await world.decideAtBank(browser, more, { allow: [ACCOUNT] }));
    expect((await read(browser, more)).problems).toEqual([]);
    await browser.submit(`${run}/read`, {});
    const earlier = await read(browser, run);
    expect(earlier.steps).toContain("Accounts: Refused");
    expect(earlier.problems[0]).toContain("The bank answered 401.");
  });
});

test("a consent of another TPP, or of another browser, is not replaced", async () => {
  const browser = createBrowser();
  const run = await world.begin(browser, ACCESS);
  await world.deliver(browser, await world.decideAtBank(browser, run, { allow: [ACCOUNT] }));
  const replaces = run.pathname.split("/")[2] as string;
  const other = await browser.submit(`${world.topology.tpp}/runs`, { ...ACCESS, tpp: "tpp-tallybook", replaces });
  expect(other.status).toBe(422);
  expect(other.text).toContain("The consent to replace is one of Budget Beacon");
  const stranger = await createBrowser().open(`${world.topology.tpp}/?replaces=${replaces}`);
  expect(stranger.text).not.toContain(replaces);
});

const consentIn = (text: string) => /aac-[0-9a-f-]{36}/.exec(text)?.[0];
