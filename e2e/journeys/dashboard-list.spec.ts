import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { expect, test } from "../fixtures.ts";
import { DashboardPage } from "../pages/dashboard.ts";
import { topology } from "../world.ts";

/** D-01 to D-03, D-17 to D-19: the lists of a customer's consents, with scripts and without. */

const { maria, grace } = CUSTOMERS;

test("D-01, R-03: what was just allowed stands under its app, with its account, its days and the way to stop it @no-script", async ({
  journey,
  page,
}) => {
  const consent = await journey.toTheQuestion(grace, { tpp: "tallybook" });
  await consent.choose("Everyday");
  await consent.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");

  await DashboardPage.signedIn(page, grace, "/dashboard?by=app");
  const app = page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: "Tallybook" }) });
  const row = app.getByRole("listitem").filter({ hasText: "Everyday" }).first();
  await expect(row).toContainText("Active");
  await expect(row).toContainText("You allowed it");
  await expect(row.getByRole("link", { name: /^See account information ?: Tallybook$/ })).toBeVisible();
  await expect(row.getByRole("link", { name: /^Stop sharing ?: Tallybook$/ })).toHaveAttribute(
    "href",
    /^\/dashboard\/consents\/[^/]+\/stop$/,
  );

  await page.getByRole("link", { name: "Account", exact: true }).click();
  await expect(page).toHaveURL(/\?by=account$/);
  const account = page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: /Everyday/ }) });
  await expect(account).toContainText("Tallybook");
  await expectAccessible(page);
});

test("D-03: a refusal stands among what has ended, as the customer's own @no-script", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(grace, { tpp: "tallybook" });
  await consent.refuseButton.click();
  await expect(journey.tpp.outcome).toHaveText("Access was refused");
  // C-18: the address of a list is the list, also by way of signing in.
  await DashboardPage.signedIn(page, grace, "/dashboard?show=ended");
  await expect(page.getByRole("link", { name: "Ended", exact: true })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("listitem").filter({ hasText: "You did not allow it" }).first()).toContainText(
    "Tallybook",
  );
  await page.reload();
  await expect(page.getByRole("listitem").filter({ hasText: "You did not allow it" }).first()).toBeVisible();
});

test("D-17, D-18, D-19: every list, also one that is looked through, on a narrow window @no-script", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const dashboard = await DashboardPage.signedIn(page, maria);
  for (const address of ["?show=action", "?show=payments", "?show=checks", "?show=ended", "?find=zebra"]) {
    await dashboard.open(`/dashboard${address}`);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
  await expect(page.getByText("Nothing fits what you look for.")).toBeVisible();
  await page.getByRole("link", { name: "Show everything" }).first().click();
  await expect(page).toHaveURL(`${topology.appOrigin}/dashboard`);
});

test("D-02: the address that stays leads to the lists, and what is not the customer's is not there @no-script", async ({
  page,
}) => {
  await page.goto(`${topology.appOrigin}/connected`);
  await expect(page.getByLabel("User name")).toBeVisible();
  const dashboard = await DashboardPage.signedIn(page, grace);
  await page.goto(`${topology.appOrigin}/connected`);
  await dashboard.expectHeading("Open Banking connected apps");
  const unknown = await page.goto(`${topology.appOrigin}/dashboard/consents/aac-000000000000`);
  expect(unknown?.status()).toBe(404);
});
