import { once } from "node:events";
import { createServer } from "node:http";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { findChromium } from "../../../e2e/chromium.ts";
import { STAFF } from "../../personas.ts";
import { PHR } from "../sign-in-policy.ts";
import { arrive, startWorld, type World } from "../testing.ts";
import { add, authenticatorOf, passCode } from "./passkeys.harness.ts";

const { lead, fraud } = STAFF;

let world: World;
/** Where the browser comes back to. */
const portal = createServer((_, response) => {
  response.setHeader("content-type", "text/html").end("<title>portal</title>");
});
let chrome: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  world = await startWorld();
  await once(portal.listen(world.topology.ports.app, "127.0.0.1"), "listening");
  const { executablePath, args, env } = await findChromium();
  chrome = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } as never });
});
afterAll(async () => {
  await chrome?.close();
  portal.close();
  await world?.close();
});
beforeEach(async () => {
  await world.sql`truncate passkey, passkey_session, passkey_step, attempt`;
  context = await chrome.newContext();
  page = await context.newPage();
});
afterEach(() => context.close());

/** The portal asks for an act that cannot be taken back; the password is given. */
async function askedForPasskey(person: { username: string; password: string } = lead) {
  const request = await world.portal.request({ acr_values: PHR });
  await page.goto(request.url.href);
  await page.getByLabel("User name").fill(person.username);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Continue" }).click();
  return request;
}

/** From the page for whoever has none, to the passkeys and back. */
async function addOneAndGoOn() {
  await page.getByRole("link", { name: "Add a passkey" }).click();
  await page.getByLabel("User name").fill(lead.username);
  await page.getByLabel("Password").fill(lead.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await passCode(world, page);
  await add(page);
  await page.getByRole("link", { name: "Go on signing in" }).click();
}

const use = () => page.getByRole("button", { name: "Use your passkey" }).click();
const isBack = () => page.waitForURL(`${world.topology.appOrigin}/**`);
const issues = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);

test("whoever has no passkey is told, led there and back, and is in", async () => {
  await authenticatorOf(page);
  const request = await askedForPasskey();
  await expect(page.getByRole("heading", { name: "You need a passkey" }).isVisible()).resolves.toBe(true);
  expect(await issues()).toEqual([]);
  await addOneAndGoOn();
  await page.getByRole("heading", { name: "Use your passkey" }).waitFor();
  expect(await issues()).toEqual([]);
  await use();
  await isBack();
  const claims = (await request.redeem(new URL(page.url()))).claims();
  expect(claims).toMatchObject({ sub: lead.id, acr: "phr", roles: lead.roles });
  // RFC 8176: a key in this one authenticator, somebody who was there, and their password.
  expect(claims?.amr).toEqual(["pwd", "hwk", "user", "mfa"]);
});

test("a passkey that nobody unlocked opens nothing, and can be tried again", async () => {
  const { client, authenticatorId } = await authenticatorOf(page);
  await askedForPasskey();
  await addOneAndGoOn();
  await client.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await use();
  await page.getByText("Your passkey was not used.").waitFor();
  await client.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
  await use();
  await isBack();
});

test("what another page of the same sign-in asked for is signed in vain, and so is what was used", async () => {
  await authenticatorOf(page);
  await askedForPasskey();
  await addOneAndGoOn();
  const assertion = await page.evaluate(async () => {
    const form = document.getElementById("use") as HTMLFormElement;
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(form.dataset["options"] ?? ""));
    return JSON.stringify(((await navigator.credentials.get({ publicKey })) as PublicKeyCredential).toJSON());
  });
  await page.reload();
  const send = () =>
    page.evaluate((credential) => {
      const form = document.getElementById("use") as HTMLFormElement;
      (form.elements.namedItem("credential") as HTMLInputElement).value = credential;
      form.submit();
    }, assertion);
  await send();
  await page.getByText("We could not check your passkey").waitFor();
  expect(await issues()).toEqual([]);
  await use();
  await isBack();
});

test("somebody else's passkey is not theirs", async () => {
  await authenticatorOf(page);
  await askedForPasskey();
  await addOneAndGoOn();
  await use();
  await isBack();
  await askedForPasskey(fraud);
  await expect(page.getByRole("heading", { name: "You need a passkey" }).isVisible()).resolves.toBe(true);
});

test("a code does not stand in for a passkey, nor a password alone; customers are offered none", async () => {
  await askedForPasskey();
  await page.goto(page.url().replace(/passkey$/, "code"));
  expect(new URL(page.url()).pathname).toMatch(/^\/sign-in\/[\w-]+$/);
  await page.goto((await world.portal.request({ acr_values: "urn:openbanking:psd2:ca" })).url.href);
  expect(new URL(page.url()).searchParams.get("error")).toBe("unmet_authentication_requirements");
  const { browser } = await arrive(world, { acr_values: PHR });
  expect(browser.url.searchParams.get("error")).toBe("unmet_authentication_requirements");
});
