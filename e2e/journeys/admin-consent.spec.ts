import type { Page } from "@playwright/test";
import { CUSTOMERS, type Customer, STAFF } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { expect, test } from "../fixtures.ts";
import { AdminPage } from "../pages/admin-page.ts";
import { DashboardPage } from "../pages/dashboard.ts";
import { EventsPage } from "../pages/events.ts";
import { topology } from "../world.ts";

/** one consent, looked at for a reason, held, released and ended, as staff, customer, gateway and TPP see it. */

/** Whose answers come back without scripts too. */
const APP = "tallybook";

type Journey = Parameters<Parameters<typeof test>[2]>[0]["journey"];

async function allowed(journey: Journey, page: Page, customer: Customer, ...accounts: string[]) {
  const consent = await journey.toTheQuestion(customer, { tpp: APP });
  await consent.choose(...accounts);
  await consent.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  return { consentId: await journey.tpp.consentId(), atTheApp: page.url() };
}

async function callAgain(page: Page, atTheApp: string, answer: number): Promise<void> {
  await page.goto(atTheApp);
  await page.getByRole("button", { name: "Call the API again" }).click();
  await expect(page.getByText(`The bank answered ${answer}.`).first()).toBeVisible();
}

/** Signs in for a page of the consent, and says why. */
async function lookAt(page: Page, consentId: string): Promise<AdminPage> {
  const admin = await AdminPage.signedIn(page, STAFF.carer, `/admin/consents/${consentId}`);
  await admin.expectHeading("Why do you look at this consent?");
  await expect(page.getByText("Everyday")).toHaveCount(0);
  await page.getByLabel("The customer asked us").check();
  await page.getByLabel("In your words").fill("Call 4711");
  await admin.button("Look at this consent").click();
  await admin.expectHeading(consentId);
  return admin;
}

test("held, the gateway refuses; released, it flows again @no-script", async ({ journey, page, browser }) => {
  const { consentId, atTheApp } = await allowed(journey, page, CUSTOMERS.grace, "Everyday");
  const desk = await (await browser.newContext()).newPage();
  const admin = await lookAt(desk, consentId);
  await expect(admin.part("Consent")).toContainText(CUSTOMERS.grace.id);
  await expect(admin.part("Accounts")).toContainText("Everyday");

  await admin.link("Hold…").click();
  await admin.expectHeading("Hold this consent");
  await expect(admin.part("What the customer will read")).toContainText("Your connection to Tallybook is paused");
  await desk.getByLabel("We suspect fraud").check();
  await desk.getByLabel(/^Why, for the record/).fill("Odd reads at night");
  await admin.button("Hold 1 consent").click();
  await admin.expectHeading(consentId);
  await expect(desk.locator(".stands")).toHaveText("Held by bank Fraud suspected");
  await expect(admin.part("Asked for outside the consent page")).toContainText("Odd reads at night");
  await callAgain(page, atTheApp, 403);

  await admin.link("Release…").click();
  await desk.getByLabel(/^Why, for the record/).fill("It was the customer");
  await admin.button("Release 1 consent").click();
  await expect(desk.locator(".stands")).toContainText("Live");
  await page.goto(atTheApp);
  await page.getByRole("button", { name: "Call the API again" }).click();
  await expect(journey.tpp.result("Accounts")).toContainText("acc-grace");
});

test("revoked, the customer reads why and the TPP is told; a page that is out of date does nothing @no-script", async ({
  journey,
  page,
  browser,
}) => {
  await (await EventsPage.open(page, APP)).subscribe("Brought to the TPP");
  const { consentId, atTheApp } = await allowed(journey, page, CUSTOMERS.arun, "Main account");
  const desk = await (await browser.newContext()).newPage();
  const admin = await lookAt(desk, consentId);
  const late = await desk.context().newPage();
  await late.goto(`${topology.appOrigin}/admin/consents/${consentId}/hold`);

  await admin.link("Revoke…").click();
  await admin.expectHeading("Revoke this consent");
  await desk.getByLabel("The customer asked us to").check();
  await admin.button("Go on").click();
  const told = admin.part("What the customer will read");
  await expect(told).toContainText("We stopped it because you asked us to");
  await desk.getByLabel(/^Why, for the record/).fill("Call 4711");
  await expectAccessible(desk);
  await admin.button("Revoke 1 consent").click();
  await expect(desk.locator(".stands")).toHaveText("Ended by bank Client instruction via agent");
  await expect(admin.link(/^(Hold|Release|Revoke)…$/)).toHaveCount(0);
  await callAgain(page, atTheApp, 401);

  await late.getByLabel("We suspect fraud").check();
  await late.getByLabel(/^Why, for the record/).fill("Too late");
  await late.getByRole("button", { name: "Hold 1 consent" }).click();
  await expect(late.getByText("Nothing was done: the consent had changed since you opened that page.")).toBeVisible();

  await expect(async () => {
    await desk.reload();
    const row = admin
      .part("Who was told")
      .getByRole("row")
      .filter({ hasText: "ended by the bank" })
      .filter({ hasText: "TPP" });
    await expect(row).toContainText("Delivered", { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  const own = await (await browser.newContext()).newPage();
  await DashboardPage.signedIn(own, CUSTOMERS.arun, `/dashboard/consents/${consentId}`);
  await expect(own.getByText("We stopped it because you asked us to")).toBeVisible();
});

test("what the customer saw is drawn again, and comes to its hash", async ({ journey, page, browser }) => {
  const { consentId } = await allowed(journey, page, CUSTOMERS.grace, "Everyday");
  const desk = await (await browser.newContext()).newPage();
  const admin = await lookAt(desk, consentId);
  await admin.link("What the customer saw").click();
  await admin.expectHeading("What the customer saw");
  await expect(desk.getByText("it is what the customer saw")).toBeVisible();
  await expect(desk.locator("[data-shown=page]")).toContainText("Tallybook");
  const answer = await desk.goto(`${topology.appOrigin}/admin/consents/aac-none`);
  expect(answer?.status()).toBe(404);
});
