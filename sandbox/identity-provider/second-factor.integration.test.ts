import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { CUSTOMERS } from "../personas.ts";
import { beginSignIn, CODES_PER_SIGN_IN, confirmCode } from "./sign-in.ts";
import { arrive, arriveAtCode, startWorld, type World } from "./testing.ts";

const { tomasz, owen } = CUSTOMERS;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.sql`truncate attempt`);

test("the page says where the code went, how long it works, and which message it is", async () => {
  const { browser } = await arriveAtCode(world, tomasz);
  expect(browser.html).toContain("your phone ending 0104");
  expect(browser.html).toContain("for 5 minutes");
  expect(browser.html).toMatch(/inputMode="numeric" autoComplete="one-time-code"/i);
  expect(await browser.readCode()).toMatch(/^\d{6}$/);
});

test("a code that is too old is refused, and a new one works", async () => {
  const { request, browser } = await arriveAtCode(world, tomasz);
  const old = await browser.readCode();
  await world.sql`update sign_in set code_expires_at = now() - interval '1 second'`;
  await browser.submit({ code: old });
  expect(browser.status).toBe(422);
  expect(browser.html).toContain("This code is too old");

  await browser.submit({}, browser.url.pathname.replace("/code", "/resend"));
  expect(browser.html).toContain("We sent a new six-digit code");
  await browser.submit({ code: await browser.readCode() });
  expect((await request.redeem(browser.url)).claims()?.sub).toBe(tomasz.id);
});

test("a new code ends the one before", async () => {
  const { browser } = await arriveAtCode(world, tomasz);
  const first = await browser.readCode();
  await browser.submit({}, browser.url.pathname.replace("/code", "/resend"));
  const second = await browser.readCode();
  if (first !== second) {
    await browser.submit({ code: first });
    expect(browser.html).toContain("The code does not match");
  }
  await browser.submit({ code: second });
  expect(browser.url.pathname).toBe("/federation/callback");
});

test("one sign-in has five codes", async () => {
  const { browser } = await arriveAtCode(world, tomasz);
  const resend = browser.url.pathname.replace("/code", "/resend");
  for (let sent = 1; sent < CODES_PER_SIGN_IN; sent += 1) {
    await browser.submit({}, resend);
    expect(browser.status).toBe(200);
  }
  const last = await browser.readCode();
  await browser.submit({}, resend);
  expect(browser.status).toBe(429);
  expect(browser.html).toContain("You had 5 codes");
  await browser.submit({ code: last }, resend.replace("/resend", "/code"));
  expect(browser.url.pathname).toBe("/federation/callback");
});

test("a code opens one sign-in and no other", async () => {
  const first = await arriveAtCode(world, tomasz);
  const second = await arriveAtCode(world, tomasz);
  const code = await first.browser.readCode();
  if (code !== (await second.browser.readCode())) {
    await second.browser.submit({ code });
    expect(second.browser.html).toContain("The code does not match");
  }
  const page = first.browser.url.pathname;
  await first.browser.submit({ code });
  expect(first.browser.url.pathname).toBe("/federation/callback");

  await first.browser.submit({ code }, new URL(page, world.topology.identityProvider).href);
  expect(first.browser.status).toBe(400);
  expect(first.browser.html).toContain("This sign-in is over");
});

test("a double click signs in once", async () => {
  const { request, browser } = await arriveAtCode(world, tomasz);
  const code = await browser.readCode();
  const page = browser.url.pathname;
  const clicks = [browser.fork(), browser.fork(), browser.fork()];
  await Promise.all(clicks.map((click) => click.submit({ code }, page)));

  const [arrived, ...more] = clicks.filter((click) => click.url.pathname === "/federation/callback");
  expect(more).toHaveLength(0);
  expect((await request.redeem(arrived?.url ?? new URL("about:blank"))).claims()?.sub).toBe(tomasz.id);
});

test("the same code for the same sign-in has the same answer, also when it has grown old meanwhile", async () => {
  const { secret, code } = await beginSignIn(world.sql, "interaction-1", tomasz.id);
  const confirm = (typed: string) => confirmCode(world.sql, "interaction-1", secret, typed);
  const first = await confirm(code);
  expect(first).toBeTypeOf("number");
  await world.sql`
    update sign_in set verified_at = verified_at - interval '1 hour', code_expires_at = code_expires_at - interval '1 hour'
    where interaction_uid = 'interaction-1'
  `;
  expect(await confirm(code)).toBe((first ?? 0) - 3600);
  expect(await confirm(code.replace(/./, (digit) => String((Number(digit) + 1) % 10)))).toBeUndefined();
});

test("a sign-in that is answered goes on from every page to where the answer leads", async () => {
  const { request, browser } = await arriveAtCode(world, tomasz);
  const page = browser.url.pathname;
  // The answer arrives, and the browser is lost on its way back.
  const lost = browser.fork({ without: "_interaction_resume" });
  await lost.submit({ code: await browser.readCode() });
  await browser.submit({}, page.replace("/code", "/cancel"));
  expect((await request.redeem(browser.url)).claims()?.sub).toBe(tomasz.id);
});

test("what is not six digits is told apart and costs no attempt", async () => {
  const { browser } = await arriveAtCode(world, tomasz);
  for (const code of ["", "12345", "1234567", "١٢٣٤٥٦", "abcdef"]) {
    await browser.submit({ code });
    expect(browser.status).toBe(422);
    expect(browser.html).toContain("Enter the six digits of the message");
  }
  expect(await world.sql`select * from attempt where failures > 0`).toHaveLength(0);
});

test("the second step belongs to the browser that gave the password", async () => {
  const { browser } = await arriveAtCode(world, tomasz);
  const planted = browser.fork({ without: "second_step" });
  await planted.open(browser.url);
  expect(planted.html).toContain("<h1>Sign in</h1>");
  await planted.submit({ code: await browser.readCode() }, browser.url.pathname);
  expect(planted.html).toContain("<h1>Sign in</h1>");
});

test("giving another password in the same interaction ends the step before", async () => {
  const { request, browser } = await arriveAtCode(world, tomasz);
  const old = browser.fork();
  const oldCode = await browser.readCode();
  const password = browser.url.pathname.replace("/code", "");
  await browser.submit({ username: owen.username, password: owen.password }, password);
  await old.submit({ code: oldCode }, `${password}/code`);
  expect(old.html).toContain("<h1>Sign in</h1>");
  await browser.submit({ code: await browser.readCode() });
  expect((await request.redeem(browser.url)).claims()?.sub).toBe(owen.id);
});

test("the sandbox phone shows a message under its owner and keeps five", async () => {
  for (let i = 0; i < 6; i += 1) await arriveAtCode(world, owen);
  const phone = await world.newBrowser().open("/phone");
  const inbox = phone.html.slice(phone.html.indexOf(`data-owner="${owen.id}"`)).split("</section>")[0] ?? "";
  expect(inbox).toContain(owen.phone);
  expect(inbox.match(/data-reference=/g)).toHaveLength(5);
  expect((await arrive(world)).browser.html).not.toContain("/phone");
});
