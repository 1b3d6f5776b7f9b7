import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { CUSTOMERS } from "../personas.ts";
import { FAILURES_ALLOWED } from "./lockout.ts";
import { sweep } from "./sweeper.ts";
import { arrive, arriveAtCode, startWorld, type World } from "./testing.ts";

const { maria } = CUSTOMERS;
const PAUSED = "Signing in is paused";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.sql`truncate attempt`);

const failPassword = async (username: string, times: number) => {
  const { browser } = await arrive(world);
  for (let i = 0; i < times; i += 1) await browser.submit({ username, password: `wrong ${i}` });
  return browser;
};
const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
const letTimePass = (minutes: number) =>
  world.sql`update attempt set last_failed_at = last_failed_at - make_interval(mins => ${minutes})`;

test("five failures lock the name, for the right password too, until fifteen minutes are over", async () => {
  const browser = await failPassword(maria.username, FAILURES_ALLOWED - 1);
  expect(browser.html).not.toContain(PAUSED);
  await browser.submit({ username: maria.username, password: "wrong again" });
  expect(browser.status).toBe(429);
  expect(browser.html).toContain("Try again in 15 minutes");

  await letTimePass(14);
  await browser.submit({ username: maria.username, password: maria.password });
  expect(browser.status).toBe(429);
  expect(browser.html).toContain("Try again in 1 minute,");

  await letTimePass(1);
  await browser.submit({ username: maria.username, password: maria.password });
  expect(browser.html).toContain("Enter your code");
});

test("a name that does not exist is locked in the same words", async () => {
  const known = await failPassword(maria.username, FAILURES_ALLOWED);
  const unknown = await failPassword("nobody", FAILURES_ALLOWED);
  const anonymous = (html: string, path: string, name: string) =>
    html.replaceAll(path, "PATH").replaceAll(name, "NAME");
  expect(unknown.status).toBe(429);
  expect(anonymous(unknown.html, unknown.url.pathname, "nobody")).toBe(
    anonymous(known.html, known.url.pathname, maria.username),
  );
});

test("both factors count together, and a right password between them forgives nothing", async () => {
  await failPassword(maria.username, 2);
  const { browser } = await arriveAtCode(world, maria);
  const code = await browser.readCode();
  await browser.submit({ code: wrongOf(code) });
  expect(browser.status).toBe(422);
  await browser.submit({ code: wrongOf(code) });
  await browser.submit({ code: wrongOf(code) });
  expect(browser.status).toBe(429);
  expect(browser.html).toContain(PAUSED);
  await browser.submit({ code });
  expect(browser.html).toContain(PAUSED);

  const again = await arriveAtCode(world, maria);
  expect(again.browser.html).toContain(PAUSED);
});

test("both factors right start the count anew", async () => {
  await failPassword(maria.username, FAILURES_ALLOWED - 1);
  const { browser } = await arriveAtCode(world, maria);
  await browser.submit({ code: await browser.readCode() });
  expect(browser.url.origin).toBe(new URL(world.topology.issuer).origin);
  const later = await failPassword(maria.username, FAILURES_ALLOWED - 1);
  expect(later.html).not.toContain(PAUSED);
});

test("guesses at the same moment are judged five at most", async () => {
  const browsers = await Promise.all(Array.from({ length: 16 }, () => arrive(world)));
  await Promise.all(
    browsers.map(({ browser }, i) => browser.submit({ username: maria.username, password: `guess ${i}` })),
  );
  const judged = browsers.filter(({ browser }) => browser.status === 422);
  expect(judged.length).toBeLessThanOrEqual(FAILURES_ALLOWED);
  const [row] = await world.sql`select failures from attempt`;
  expect(row?.failures).toBe(FAILURES_ALLOWED);
});

test("old failures are forgotten and swept, user names are not readable", async () => {
  await failPassword(maria.username, 1);
  expect(JSON.stringify(await world.sql`select * from attempt`)).not.toContain(maria.username);
  await sweep(world.sql);
  expect(await world.sql`select * from attempt`).toHaveLength(1);
  await letTimePass(16);
  await sweep(world.sql);
  expect(await world.sql`select * from attempt`).toHaveLength(0);
});
