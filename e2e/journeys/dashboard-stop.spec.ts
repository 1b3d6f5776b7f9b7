import type { Page } from "@playwright/test";
import { CUSTOMERS, type Customer } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { expect, test } from "../fixtures.ts";
import { DashboardPage } from "../pages/dashboard.ts";
import { EventsPage } from "../pages/events.ts";
import { topology } from "../world.ts";

/** D-07 to D-10, D-23, D-24: what a customer stops, as the customer, the bank's gateway and the app see it. */

/** Whose answers come back without scripts too. */
const APP = "tallybook";
const APP_NAME = "Tallybook";

type Journey = Parameters<Parameters<typeof test>[2]>[0]["journey"];

/** The customer allows an app, which may then read their accounts. */
async function allowed(journey: Journey, page: Page, customer: Customer, ...accounts: string[]) {
  const consent = await journey.toTheQuestion(customer, { tpp: APP });
  await consent.choose(...accounts);
  await consent.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  return { consentId: await journey.tpp.consentId(), atTheApp: page.url() };
}

/** the page looks again by itself, until the authorization server has it. */
async function waitFor(page: Page, heading: RegExp): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
}

/** D-13: what can be kept of a stop is what anybody finds genuine. */
async function checkReceipt(page: Page): Promise<void> {
  for (const name of ["Save as PDF", "Save as data (JSON)"]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name, exact: true }).click(),
    ]);
    const elsewhere = await page.context().newPage();
    await elsewhere.goto(`${topology.appOrigin}/receipts/check`);
    await elsewhere.getByLabel("The file").setInputFiles(await download.path());
    await elsewhere.getByRole("button", { name: "Check it" }).click();
    await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("This receipt is real");
    await expect(elsewhere.getByText("You stopped it on")).toBeVisible();
    await elsewhere.close();
  }
}

async function callAgain(page: Page, atTheApp: string, answer: number): Promise<void> {
  await page.goto(atTheApp);
  await page.getByRole("button", { name: "Call the API again" }).click();
  await expect(page.getByText(`The bank answered ${answer}.`).first()).toBeVisible();
}

test("what is stopped opens nothing any more, and the app is told, with a time @no-script", async ({
  journey,
  page,
}) => {
  await (await EventsPage.open(page, APP)).subscribe("Brought to the TPP");
  const { consentId, atTheApp } = await allowed(journey, page, CUSTOMERS.grace, "Everyday");

  const dashboard = await DashboardPage.signedIn(page, CUSTOMERS.grace, `/dashboard/consents/${consentId}/stop`);
  await dashboard.expectHeading(`Stop sharing with ${APP_NAME}?`);
  await expect(page.getByText(`From now ${APP_NAME} gets nothing new from:`)).toBeVisible();
  await page.getByLabel("I do not use it any more").check();
  await dashboard.button("Stop sharing").click();
  await waitFor(page, /^Stopped at \d\d:\d\d on /);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/^Yes, at \d\d:\d\d$/)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await checkReceipt(page);

  await callAgain(page, atTheApp, 401);
  await expect(journey.tpp.outcome).toHaveText("The access has ended");
});

test("one account is stopped, and the app goes on with the other @no-script", async ({ journey, page }) => {
  const { consentId, atTheApp } = await allowed(journey, page, CUSTOMERS.arun, "Main account", "Rainy day");
  const path = `/dashboard/consents/${consentId}/accounts/acc-arun-rainy/stop`;
  const dashboard = await DashboardPage.signedIn(page, CUSTOMERS.arun, path);
  await expect(page.getByText("Main account")).toBeVisible();
  await dashboard.button("Stop this account").click();
  await waitFor(page, /^Rainy day .*stopped at /);

  await page.goto(atTheApp);
  await page.getByRole("button", { name: "Call the API again" }).click();
  await expect(journey.tpp.result("Accounts").getByRole("row")).toHaveCount(2);
  await expect(journey.tpp.result("Accounts")).toContainText("acc-arun-main");

  await dashboard.open(`/dashboard/consents/${consentId}/accounts/acc-arun-main/stop`);
  await expect(page.getByText("It is the only account in this connection.")).toBeVisible();
  await page.getByRole("link", { name: "Stop the whole connection" }).click();
  await dashboard.expectHeading(`Stop sharing with ${APP_NAME}?`);
});

test("a pause holds the app off, and the customer ends it @no-script", async ({ journey, page }) => {
  const { consentId, atTheApp } = await allowed(journey, page, CUSTOMERS.maria, "Maria's account");
  const dashboard = await DashboardPage.signedIn(page, CUSTOMERS.maria, `/dashboard/consents/${consentId}/pause`);
  await dashboard.button("Pause").click();
  await expect(page.getByRole("alert")).toContainText("Choose for how long.");
  await page.getByLabel(/^7 days, until /).check();
  await dashboard.button("Pause").click();
  await waitFor(page, /^Paused at /);
  await expect(page.getByText(/^It starts again by itself on /)).toBeVisible();
  await callAgain(page, atTheApp, 403);

  await dashboard.open(`/dashboard/consents/${consentId}/resume`);
  await dashboard.button("Start again").click();
  await waitFor(page, /^It works again$/);
  await page.goto(atTheApp);
  await page.getByRole("button", { name: "Call the API again" }).click();
  await expect(journey.tpp.result("Accounts")).toContainText("acc-maria-own");
});

test("everything at once, and a page that is out of date tells the truth @no-script", async ({
  journey,
  page,
  context,
}) => {
  const first = await allowed(journey, page, CUSTOMERS.tomasz, "Household");
  await allowed(journey, page, CUSTOMERS.tomasz, "Household");
  const dashboard = await DashboardPage.signedIn(page, CUSTOMERS.tomasz, "/dashboard/stop-everything");
  const other = await context.newPage();
  await other.goto(`${topology.appOrigin}/dashboard/consents/${first.consentId}/stop`);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(`Stop sharing with ${APP_NAME}?`);

  await page.getByLabel(/^Yes, stop all /).check();
  await dashboard.button("Stop all of it").click();
  await waitFor(page, /^Everything is stopped$/);
  await page.reload();
  await expect(page.getByText(/^Stopped on /).first()).toBeVisible();
  await dashboard.open("/dashboard/stop-everything");
  await dashboard.expectHeading("There is nothing to stop");

  await other.getByRole("button", { name: "Stop sharing" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(/^Stopped at /);
  await callAgain(page, first.atTheApp, 401);
});

test("what is not recognised is stopped, with a number to quote @no-script", async ({ journey, page }) => {
  const { consentId, atTheApp } = await allowed(journey, page, CUSTOMERS.grace, "Everyday");
  const dashboard = await DashboardPage.signedIn(page, CUSTOMERS.grace, `/dashboard/consents/${consentId}/report`);
  await dashboard.expectHeading("You don’t recognise this?");
  await dashboard.button("Report it").click();
  await waitFor(page, /^You have reported this$/);
  await expect(page.getByText(/^\w{4}-\w{4}$/)).toBeVisible();
  await callAgain(page, atTheApp, 401);
});

test("somebody else's is not there", async ({ journey, page, browser }) => {
  const { consentId } = await allowed(journey, page, CUSTOMERS.grace, "Everyday");
  const context = await browser.newContext();
  const other = await context.newPage();
  await DashboardPage.signedIn(other, CUSTOMERS.arun);
  for (const id of [consentId, "aac-none"]) {
    const answer = await other.goto(`${topology.appOrigin}/dashboard/consents/${id}/stop`);
    expect(answer?.status()).toBe(404);
  }
  await context.close();
});
