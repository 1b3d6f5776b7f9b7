import { createServer } from "node:http";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { decodeJwt } from "jose";
import { Agent, fetch } from "undici";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { findChromium } from "../../../e2e/chromium.ts";
import { CUSTOMERS } from "../../personas.ts";
import { tlsIdentity } from "../../service.ts";
import { realmsOf } from "../realm.ts";
import { CA, SCA } from "../sign-in-policy.ts";
import { startWorld, type World } from "../testing.ts";
import { createCeremony } from "./ceremony.ts";
import { createOwnSignIn } from "./own-sign-in.ts";
import { findSession, keepChallenge, openSession, takeChallenge } from "./passkey-session.ts";
import { passkeysOf } from "./passkey-store.ts";
import { add, authenticatorOf, type Person, passkeysAddress, signIn } from "./passkeys.harness.ts";

const { arun, grace } = CUSTOMERS;

let world: World;
let chrome: Browser;
let context: BrowserContext;
beforeAll(async () => {
  world = await startWorld();
  const { executablePath, args, env } = await findChromium();
  chrome = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } as never });
});
afterAll(async () => {
  await chrome?.close();
  await world?.close();
});
beforeEach(async () => {
  await world.sql`truncate passkey, passkey_session, attempt`;
  context = await chrome.newContext();
});
afterEach(() => context.close());

const signedIn = (customer?: Person) => signIn(world, context, customer);

test("P-22: whoever has signed in with both factors adds a passkey; it signs on the consent page's host, and counts", async () => {
  const page = await signedIn();
  const { client, authenticatorId } = await authenticatorOf(page);
  await page.reload();
  await add(page);
  await page.getByText("Your passkey was added.").waitFor();
  await expect(page.getByText("Passkey 1", { exact: true }).isVisible()).resolves.toBe(true);

  const factors = await factorsOf(arun.id);
  expect(factors.passkeys).toEqual([
    {
      id: expect.stringMatching(/^[\w-]+$/),
      publicKey: expect.stringMatching(/^[\w-]+$/),
      counter: expect.any(Number),
      transports: ["internal"],
    },
  ]);
  const [passkey] = factors.passkeys;

  // On the app's host, with the RP ID that is the app's default.
  const { credentials } = await client.send("WebAuthn.getCredentials", { authenticatorId });
  const app = await context.newPage();
  await app.route(`${world.topology.appOrigin}/**`, (route) =>
    route.fulfill({ body: "<title>app</title>", contentType: "text/html" }),
  );
  await app.goto(`${world.topology.appOrigin}/`);
  const device = await authenticatorOf(app);
  for (const credential of credentials) {
    await device.client.send("WebAuthn.addCredential", { authenticatorId: device.authenticatorId, credential });
  }
  const challenge = Buffer.from("a challenge of the app").toString("base64url");
  const response = await app.evaluate(
    async ({ challenge, id }) => {
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
        challenge,
        rpId: "assent.localhost",
        allowCredentials: [{ id, type: "public-key" }],
        userVerification: "required",
      });
      return ((await navigator.credentials.get({ publicKey })) as PublicKeyCredential).toJSON();
    },
    { challenge, id: passkey.id },
  );
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response as never,
    expectedChallenge: challenge,
    expectedOrigin: world.topology.appOrigin,
    expectedRPID: "assent.localhost",
    credential: { ...passkey, publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, "base64url")) },
  });
  expect(verified).toBe(true);
  expect(authenticationInfo.newCounter).toBeGreaterThan(passkey.counter);
});

async function factorsOf(customer: string) {
  const agent = new Agent({ connect: tlsIdentity(world.topology.pkiFolder, "app") });
  try {
    const answer = await fetch(`${world.topology.identityProviderFactors}/factors/${customer}`, { dispatcher: agent });
    // biome-ignore lint/suspicious/noExplicitAny: the shape is what the test is about.
    return (await answer.json()) as any;
  } finally {
    await agent.close();
  }
}

test("a device makes one passkey for a person and says so the second time", async () => {
  const page = await signedIn();
  await authenticatorOf(page);
  await page.reload();
  await add(page);
  await page.getByText("Your passkey was added.").waitFor();
  await add(page);
  await page.getByText("This device has a passkey of yours already.").waitFor();
  expect(await passkeysOf(world.sql, arun.id)).toHaveLength(1);
});

test("without a touch by its owner there is no passkey, and it can be tried again", async () => {
  const page = await signedIn();
  const { client, authenticatorId } = await authenticatorOf(page, { verified: false });
  await page.reload();
  await add(page);
  await page.getByText("No passkey was made. You can try again.").waitFor();
  await client.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
  await add(page);
  await page.getByText("Your passkey was added.").waitFor();
});

test("removing asks once more, and takes the person's own alone", async () => {
  const page = await signedIn();
  await authenticatorOf(page);
  await page.reload();
  await add(page);
  await page.getByRole("link", { name: "Remove passkey 1" }).click();
  await page.getByRole("heading", { name: "Remove passkey 1?" }).waitFor();
  await world.sql`insert into passkey (id, person_id, public_key, counter, transports) values ('graces', ${grace.id}, 'k', 0, '{}')`;
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("input[name=id]");
    if (field) field.value = "graces";
  });
  await page.getByRole("button", { name: "Remove it" }).click();
  await page.getByRole("heading", { name: "Your passkeys" }).waitFor();
  expect(await passkeysOf(world.sql, grace.id)).toHaveLength(1);
  await page.getByRole("link", { name: "Remove passkey 1" }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await page.getByText("You have no passkey yet.").waitFor();
  expect(await passkeysOf(world.sql, arun.id)).toEqual([]);

  const phone = await world.newBrowser().open("/phone");
  const inbox = phone.html.slice(phone.html.indexOf(`data-owner="${arun.id}"`)).split("</section>")[0] ?? "";
  const told = [...inbox.matchAll(/A passkey was (\w+)/g)].map(([, what]) => what);
  // Once each: what was tried on somebody else's passkey is told to nobody.
  expect(told.slice(0, 2)).toEqual(["removed", "added"]);
});

test("signing out ends it: the next visit asks for both factors again", async () => {
  const page = await signedIn();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByRole("heading", { name: "You are signed out" }).waitFor();
  await page.goto(passkeysAddress(world));
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
});

test("a session ends by the database's clock, and nothing is added after it", async () => {
  const page = await signedIn();
  await authenticatorOf(page);
  await page.reload();
  await world.sql`update passkey_session set expires_at = now()`;
  await add(page);
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(await passkeysOf(world.sql, arun.id)).toEqual([]);
});

test("a passkey made for another challenge is not added: an older page, or what a thief recorded", async () => {
  const page = await signedIn();
  await authenticatorOf(page);
  await page.reload();
  // Another tab was opened meanwhile, and its challenge is the one that counts.
  await (await context.newPage()).goto(passkeysAddress(world));
  await add(page);
  await page.getByRole("heading", { name: "No passkey was added" }).waitFor();
  expect(await passkeysOf(world.sql, arun.id)).toEqual([]);
});

test("a challenge is taken once", async () => {
  const secret = await openSession(world.sql, arun.id);
  await keepChallenge(world.sql, secret, "c");
  const taken = await Promise.all([1, 2, 3].map(() => takeChallenge(world.sql, secret)));
  expect(taken.filter((challenge) => challenge === "c")).toHaveLength(1);
});

test("what is no credential is none", async () => {
  const ceremony = createCeremony("assent.localhost", world.topology.identityProvider);
  for (const response of ["", "{}", "null", "[]", '{"id":"a","response":{}}']) {
    expect(await ceremony.verify(response, "c")).toBeUndefined();
  }
});

test("somebody else's answer opens no session", async () => {
  for (const query of ["", "?code=x&state=y", "?error=access_denied"]) {
    const stranger = await world.newBrowser().open(`/passkeys/signed-in${query}`);
    expect(stranger.status).toBe(400);
    expect(stranger.cookies()).not.toContain("passkey_session");
  }
});

test.each([
  ["both factors", SCA, arun.id],
  ["the password alone, where a thief of it asks for no more", CA, undefined],
])("%s: the session is for whoever gave both", async (_name, acr, subject) => {
  const { customers } = await realmsOf(world.topology);
  const own = await createOwnSignIn(customers, world.topology.pkiFolder);
  try {
    const { address, memory } = await own.begin();
    expect(address.searchParams.get("acr_values")).toBe(SCA);
    address.searchParams.set("acr_values", acr);
    const browser = await world.newBrowser().open(address);
    await browser.submit({ username: arun.username, password: arun.password });
    if (acr === SCA) await browser.submit({ code: await browser.readCode() });
    expect(browser.url.searchParams.get("code")).toBeTruthy();
    expect(await own.finish(browser.url.search, memory)).toBe(subject);
  } finally {
    await own.close();
  }
});

test("the identity provider ends and comes back in the middle, and the passkey is still added", async () => {
  const page = await signedIn();
  await authenticatorOf(page);
  await page.reload();
  await world.restart();
  await add(page);
  await page.getByText("Your passkey was added.").waitFor();
});

test("without script the page says what is missing; with it, axe finds nothing on any of them", async () => {
  const page = await signedIn();
  await authenticatorOf(page);
  await page.reload();
  const faults = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
  expect(await faults()).toEqual([]);
  await add(page);
  await page.getByText("Your passkey was added.").waitFor();
  expect(await faults()).toEqual([]);
  await page.getByRole("link", { name: "Remove passkey 1" }).click();
  await page.getByRole("heading", { name: "Remove passkey 1?" }).waitFor();
  expect(await faults()).toEqual([]);

  const cookies = await context.cookies();
  await context.close();
  context = await chrome.newContext({ javaScriptEnabled: false });
  await context.addCookies(cookies);
  const bare = await context.newPage();
  await bare.goto(passkeysAddress(world));
  expect(await bare.getByText("To add a passkey, use a newer browser").isVisible()).toBe(true);
  expect(await bare.getByRole("button", { name: "Add a passkey" }).isVisible()).toBe(false);
});

test("S4: whoever signs out everywhere is signed out here in every browser, and every relying party is told whom", async () => {
  const heard: string[] = [];
  const app = createServer((request, response) => {
    request.setEncoding("utf8").on("data", (text: string) => heard.push(`${request.url} ${text}`));
    request.on("end", () => response.end());
  });
  await new Promise<void>((resolve) =>
    app.listen(Number(new URL(world.topology.appOrigin).port), "127.0.0.1", resolve),
  );
  try {
    const [page, secret] = [await signedIn(), await openSession(world.sql, arun.id)];
    await page.getByRole("button", { name: "Sign out everywhere" }).click();
    await page.getByRole("heading", { name: "You are signed out" }).waitFor();
    expect(await findSession(world.sql, secret)).toBeUndefined();
  } finally {
    await new Promise((resolve) => app.close(resolve));
  }
  expect(heard).toHaveLength(1);
  const [, token = ""] = /^\/api\/v1\/customer-log-outs logout_token=(\S+)$/.exec(heard[0] ?? "") ?? [];
  expect(decodeJwt(token)).toMatchObject({
    sub: arun.id,
    aud: "assent",
    events: { "http://schemas.openid.net/event/backchannel-logout": {} },
  });
});
