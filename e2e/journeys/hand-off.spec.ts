import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { signIn } from "../pages/bank-login.ts";
import { expectStop } from "../pages/consent.ts";
import { topology } from "../world.ts";

const entry = `${topology.appOrigin}/consent`;

test.describe("what is no hand-off gets our page and is sent nowhere", () => {
  for (const [what, query] of [
    ["nothing at all", ""],
    ["no state", "?login_id=abc&consent_type=account_access"],
    ["an unknown kind", "?login_id=abc&login_state=def&consent_type=everything"],
    ["guessed values", "?login_id=abc&login_state=def&consent_type=account_access"],
    ["a value twice", "?login_id=abc&login_id=abd&login_state=def&consent_type=account_access"],
    ["markup", "?login_id=%3Cscript%3E&login_state=%22onload%3D&consent_type=account_access"],
  ] as const) {
    test(what, { tag: "@no-script" }, async ({ page }) => {
      const response = await page.goto(entry + query);
      expect(response?.status()).toBe(404);
      await expectStop(page, /We can.t show this request/);
    });
  }
});

test("a hand-off belongs to the browser that opened it first", { tag: "@no-script" }, async ({
  journey,
  page,
  browser,
}) => {
  const [handOff] = await Promise.all([
    page.waitForRequest((request) => request.url().startsWith(`${entry}?`)),
    journey.toTheQuestion(CUSTOMERS.grace),
  ]);
  const stranger = await (await browser.newContext()).newPage();
  const response = await stranger.goto(handOff.url());
  expect(response?.status()).toBe(409);
  await expectStop(stranger, /open somewhere else/);
  await expect(stranger.locator("body")).not.toContainText(/Budget Beacon|Tallybook/);

  const guess = await stranger.goto(page.url());
  expect(guess?.status()).toBe(404);
  await stranger.context().close();
});

test("the state of another hand-off does not open this one", async ({ journey, page, browser }) => {
  const handOffs: URL[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith(`${entry}?`)) handOffs.push(new URL(request.url()));
  });
  await journey.toTheQuestion(CUSTOMERS.grace);
  await journey.toTheQuestion(CUSTOMERS.arun);
  const [one, other] = handOffs;
  if (!one || !other) throw new Error("both hand-offs were seen");
  one.searchParams.set("login_state", other.searchParams.get("login_state") ?? "");
  const stranger = await (await browser.newContext()).newPage();
  const response = await stranger.goto(one.href);
  expect(response?.status()).toBe(404);
  await stranger.context().close();
});

test("the address stays free of the hand-off, and the same browser may come again", { tag: "@no-script" }, async ({
  journey,
  page,
}) => {
  const [handOff] = await Promise.all([
    page.waitForRequest((request) => request.url().startsWith(`${entry}?`)),
    journey.toTheQuestion(CUSTOMERS.grace),
  ]);
  expect(new URL(page.url()).search).toBe("");
  const address = page.url();
  await page.goto(handOff.url());
  await expect(page).toHaveURL(address);
});

test("the customer who was lured cannot finish what somebody else started", async ({ journey, page, browser }) => {
  // The attacker starts and stops before the bank's sign-in; the victim gets the address and does everything.
  await journey.tpp.ask("tallybook");
  const address = await journey.tpp.toTheBank.getAttribute("href");
  const [authorize] = await Promise.all([
    page.waitForRequest((request) => request.url().startsWith(`${topology.identityProvider}/`)),
    journey.tpp.toTheBank.click(),
  ]);
  expect(address).toBeTruthy();
  const victim = await (await browser.newContext()).newPage();
  await victim.goto(authorize.url());
  await signIn(victim, CUSTOMERS.grace);
  // The answer of the bank's sign-in is bound to the attacker's browser: the victim never reaches our page.
  await expect(victim).not.toHaveURL(/^http:\/\/assent\.localhost/);
  await victim.context().close();
});
