import { expect, test } from "@playwright/test";
import { CUSTOMERS } from "../../sandbox/personas.ts";
import { DashboardPage } from "../pages/dashboard.ts";
import { topology } from "../world.ts";

/** S4, S12: customers sign in to pages of their own, with scripts and without. */

test("sign in, look, sign out @no-script", async ({ page }) => {
  const dashboard = await DashboardPage.signedIn(page, CUSTOMERS.grace);
  await dashboard.expectHeading("Open Banking connected apps");
  await expect(page.getByText("These apps can see what you allowed, until you stop them.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Overview" })).toHaveAttribute("aria-current", "page");

  await dashboard.button("Sign out").click();
  await dashboard.expectHeading("You are signed out");
  await page.goBack();
  await dashboard.open("/dashboard");
  await expect(page.getByLabel("User name")).toBeVisible();
});

test("a link from a mail leads to its page after signing in @no-script", async ({ page }) => {
  const dashboard = await DashboardPage.signedIn(page, CUSTOMERS.lena, "/dashboard/sessions");
  await dashboard.expectHeading("Where you are signed in");
  await expect(page.getByText("You are here")).toBeVisible();
});

test("signing out everywhere ends the other browser too @no-script", async ({ page, browser }) => {
  // No other journey signs her in, so that there are these two places and no more.
  const dashboard = await DashboardPage.signedIn(page, CUSTOMERS.noor, "/dashboard/sessions");
  const other = await browser.newContext();
  const elsewhere = await DashboardPage.signedIn(await other.newPage(), CUSTOMERS.noor);
  await dashboard.open("/dashboard/sessions");
  await expect(dashboard.button(/^Sign out: Chrome on/)).toHaveCount(1);
  await dashboard.button("Sign out everywhere").click();
  await dashboard.expectHeading("You are signed out");
  await elsewhere.open("/dashboard");
  await expect(elsewhere.page.getByLabel("User name")).toBeVisible();
  await other.close();
});

test("whoever turns back at the bank's sign-in is told so, and can try again @no-script", async ({ page }) => {
  const dashboard = new DashboardPage(page);
  await dashboard.open("/dashboard/sessions");
  await page.getByRole("button", { name: /cancel/i }).click();
  await dashboard.expectHeading("You did not sign in");
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.getByLabel("User name")).toBeVisible();
});

test("the language is kept", async ({ page }) => {
  const dashboard = await DashboardPage.signedIn(page, CUSTOMERS.grace);
  await page.locator("summary", { hasText: "English" }).click();
  await page.getByRole("button", { name: "Deutsch" }).click();
  await dashboard.expectHeading("Mit Open Banking verbundene Apps");
  await dashboard.button("Abmelden").click();
  await dashboard.expectHeading("Sie sind abgemeldet");
});

test("an address that is unknown is unknown to everybody", async ({ page }) => {
  const answer = await page.goto(`${topology.appOrigin}/dashboard/nothing/here`);
  expect(answer?.status()).toBe(404);
});
