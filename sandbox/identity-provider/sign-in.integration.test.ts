import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CUSTOMERS, STAFF } from "../personas.ts";
import { arrive, arriveAtCode, startWorld, type World } from "./testing.ts";

const { arun, grace, lena } = CUSTOMERS;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.close());

test("a customer signs in with both factors, and the id_token says so", async () => {
  const { request, browser } = await arriveAtCode(world, arun);
  await browser.submit({ code: await browser.readCode() });
  const claims = (await request.redeem(browser.url)).claims();

  expect(claims).toMatchObject({
    sub: arun.id,
    acr: "urn:openbanking:psd2:sca",
    amr: ["pwd", "otp", "mfa"],
    nonce: request.nonce,
  });
  const now = Date.now() / 1000;
  expect(claims?.auth_time).toBeGreaterThan(now - 60);
  expect(claims?.auth_time).toBeLessThanOrEqual(now);
});

test("a customer's name is told to whoever asks for the profile, and not in the id_token", async () => {
  const { request, browser } = await arrive(world, { scope: "openid profile", max_age: "0" });
  await browser.submit({ username: arun.username, password: arun.password });
  await browser.submit({ code: await browser.readCode() });
  const tokens = await request.redeem(browser.url);
  expect(tokens.claims()).not.toHaveProperty("name");
  expect(tokens.claims()).not.toHaveProperty("roles");
  expect(await world.relyingParty.userinfo(tokens.access_token, arun.id)).toEqual({ sub: arun.id, name: arun.name });
});

describe("realms", () => {
  const { operator } = STAFF;

  test("a member of staff signs in at the realm of staff; the portal is told name and roles at once", async () => {
    const request = await world.portal.request();
    const browser = await world.newBrowser(world.topology.staffLogin).open(request.url);
    await browser.submit({ username: operator.username, password: operator.password });
    expect(browser.html).toContain("your work phone");
    await browser.submit({ code: await browser.readCode() });
    expect((await request.redeem(browser.url)).claims()).toMatchObject({
      iss: world.topology.staffLogin,
      sub: operator.id,
      acr: "urn:openbanking:psd2:sca",
      name: operator.name,
      roles: operator.roles,
    });
  });

  test("nobody of the one is known at the other", async () => {
    const { browser } = await arrive(world);
    await browser.submit({ username: operator.username, password: operator.password });
    expect(browser.html).not.toContain("your work phone");
    const staff = await world.newBrowser(world.topology.staffLogin).open((await world.portal.request()).url);
    await staff.submit({ username: arun.username, password: arun.password });
    expect(staff.html).toContain("Password");
    expect(staff.html).not.toContain('name="code"');
  });
});

test("the user name is read as people type it, and the code as it is pasted", async () => {
  const { request, browser } = await arriveAtCode(world, { ...arun, username: " ARUN " });
  const code = await browser.readCode();
  await browser.submit({ code: ` ${code.slice(0, 3)} ${code.slice(3)}\n` });
  expect((await request.redeem(browser.url)).claims()?.sub).toBe(arun.id);
});

test("no session is left: the next request asks for both factors again, of whoever is there now", async () => {
  const { request, browser } = await arriveAtCode(world, arun);
  await browser.submit({ code: await browser.readCode() });
  expect(browser.cookies()).not.toContain("_session");
  await request.redeem(browser.url);

  const next = await world.relyingParty.request({ prompt: "" });
  await browser.open(next.url);
  expect(browser.html).toContain("<h1>Sign in</h1>");
  await browser.submit({ username: grace.username, password: grace.password });
  await browser.submit({ code: await browser.readCode() });
  expect((await next.redeem(browser.url)).claims()?.sub).toBe(grace.id);
});

test("a wrong password and an unknown user name get the same answer after the same work", async () => {
  const attempt = async (username: string) => {
    const { browser } = await arrive(world);
    // Processor time, not the clock: the service runs in this process, and other work slows the clock for one attempt.
    const before = process.cpuUsage();
    await browser.submit({ username, password: "not the password" });
    const { user, system } = process.cpuUsage(before);
    const took = user + system;
    const uid = browser.url.pathname.split("/")[2] ?? "";
    return { took, status: browser.status, html: browser.html.replaceAll(uid, "UID").replaceAll(username, "NAME") };
  };
  const known = [await attempt(lena.username), await attempt(lena.username), await attempt(lena.username)];
  const unknown = [await attempt("nobody-1"), await attempt("nobody-2"), await attempt("nobody-3")];

  expect(known[0]?.status).toBe(422);
  expect(known[0]?.html).toContain("The user name or the password does not match");
  expect(unknown[0]?.html).toBe(known[0]?.html);
  // A refusal without the hash takes a tenth of one with it.
  const fastest = (attempts: { took: number }[]) => Math.min(...attempts.map(({ took }) => took));
  expect(fastest(unknown)).toBeGreaterThan(fastest(known) * 0.4);
});

test("an empty field is named, and nobody is locked out for it", async () => {
  const { browser } = await arrive(world);
  await browser.submit({ username: "grace", password: "" });
  expect(browser.status).toBe(422);
  expect(browser.html).toContain('<a href="#password">Enter your password</a>');
  expect(browser.html).not.toContain('<a href="#username">');
  expect(browser.html).toContain("<title>Error: Sign in");
  const [{ count } = { count: -1 }] = await world.sql`select count(*)::int from attempt`;
  const before = count;
  await browser.submit({ username: "", password: "x" });
  const [after] = await world.sql`select count(*)::int from attempt`;
  expect(after?.count).toBe(before);
});

test("what a person typed is shown as text", async () => {
  const { browser } = await arrive(world);
  await browser.submit({ username: '"><script>alert(1)</script>', password: "x" });
  expect(browser.html).toContain("&lt;script&gt;");
  expect(browser.html).not.toContain("<script");
});

test("cancelling at either step tells the relying party access_denied", async () => {
  const first = await arrive(world);
  await first.browser.submit({}, `${first.browser.url.pathname}/cancel`);
  const second = await arriveAtCode(world, grace);
  await second.browser.submit({}, second.browser.url.pathname.replace("/code", "/cancel"));
  for (const { request, browser } of [first, second]) {
    await expect(request.redeem(browser.url)).rejects.toMatchObject({ error: "access_denied" });
  }
});

test("neither the password nor the code can be read from the database", async () => {
  const { browser } = await arriveAtCode(world, grace);
  const code = await browser.readCode();
  const tables = await Promise.all(
    ["person", "sign_in", "artifact", "attempt"].map((table) => world.sql`select * from ${world.sql(table)}`),
  );
  const everything = JSON.stringify(tables);
  expect(everything).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
  expect(everything).not.toContain(grace.password);
  expect(everything).not.toContain(`"${code}"`);
});

test("a restart loses no sign-in, and seeds the same people once", async () => {
  const { request, browser } = await arriveAtCode(world, arun);
  const code = await browser.readCode();
  await world.restart();
  await browser.submit({ code });
  expect((await request.redeem(browser.url)).claims()?.sub).toBe(arun.id);
  const [people] = await world.sql`select count(*)::int from person`;
  expect(people?.count).toBe(Object.keys(CUSTOMERS).length + Object.keys(STAFF).length);
});

test("P-23: where one factor is asked for, the password is all, and the id_token says no more", async () => {
  const { request, browser } = await arrive(world, { acr_values: "urn:openbanking:psd2:ca" });
  expect(browser.html).not.toContain("Step 1 of 2");
  await browser.submit({ username: arun.username, password: "wrong" });
  expect(browser.status).toBe(422);
  await browser.submit({ username: arun.username, password: arun.password });
  const claims = (await request.redeem(browser.url)).claims();
  expect(claims).toMatchObject({ sub: arun.id, acr: "urn:openbanking:psd2:ca", amr: ["pwd"] });
  const now = Date.now() / 1000;
  expect(claims?.auth_time).toBeGreaterThan(now - 60);
  expect(claims?.auth_time).toBeLessThanOrEqual(now);
});

test.each([
  ["", "urn:openbanking:psd2:sca"],
  ["urn:openbanking:psd2:sca urn:openbanking:psd2:ca", "urn:openbanking:psd2:sca"],
  ["urn:other urn:openbanking:psd2:ca urn:openbanking:psd2:sca", "urn:openbanking:psd2:ca"],
])("P-22: of what is asked for (%s), the first that is offered is done", async (acr_values, done) => {
  const { request, browser } = await arrive(world, { acr_values });
  await browser.submit({ username: lena.username, password: lena.password });
  if (done.endsWith(":sca")) await browser.submit({ code: await browser.readCode() });
  expect((await request.redeem(browser.url)).claims()?.["acr"]).toBe(done);
});

test("a right password alone gives no guesses at the code back", async () => {
  const { browser } = await arriveAtCode(world, grace);
  const right = await browser.readCode();
  const wrong = right.replace(/./, (digit) => String((Number(digit) + 1) % 10));
  for (let guesses = 1; guesses <= 5; guesses += 1) {
    const { browser: other } = await arrive(world, { acr_values: "urn:openbanking:psd2:ca" });
    await other.submit({ username: grace.username, password: grace.password });
    await browser.submit({ code: wrong });
  }
  expect(browser.status).toBe(429);
});
