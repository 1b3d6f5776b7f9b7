import { CUSTOMERS, STAFF } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { AdminPage } from "../pages/admin-page.ts";
import { topology } from "../world.ts";

/** staff come in, see what their role lets them, and how it goes. */

test("sign in, look, be refused, sign out @no-script", async ({ page }) => {
  const admin = await AdminPage.signedIn(page, STAFF.clerk);
  await admin.expectHeading("Home");
  const ways = page.getByRole("navigation", { name: "Portal" });
  await expect(ways.getByRole("link")).toHaveText(["Home", "Consents", "TPPs", "Page gallery", "Who may do what"]);
  await page.goto(`${topology.appOrigin}/admin/audit`);
  await admin.expectHeading("Your role does not let you do this");
  await page.getByRole("link", { name: "Go to the home page" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await admin.expectHeading("You are signed out");
  await page.goto(`${topology.appOrigin}/admin`);
  await expect(page.getByLabel("User name")).toBeVisible();
});

test("a customer's password opens nothing at the staff realm, nor a member of staff's the dashboard @no-script", async ({
  page,
}) => {
  await page.goto(`${topology.appOrigin}/admin`);
  for (const { username, password } of [CUSTOMERS.grace]) {
    await page.getByLabel("User name").fill(username);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
  }
  await page.goto(`${topology.appOrigin}/dashboard`);
  await page.getByLabel("User name").fill(STAFF.chief.username);
  await page.getByLabel("Password").fill(STAFF.chief.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
});

test("what a customer just allowed is counted within seconds, beside what became of it @no-script", async ({
  journey,
  page,
  browser,
}) => {
  const desk = await AdminPage.signedIn(await (await browser.newContext()).newPage(), STAFF.chief);
  const figure = async (label: string) => {
    await desk.page.goto(`${topology.appOrigin}/admin`);
    return Number((await desk.page.getByRole("link", { name: label }).locator("strong").innerText()).replace(",", ""));
  };
  const before = await figure("Live consents");
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  await consent.choose("Everyday");
  await consent.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  await expect.poll(() => figure("Live consents"), { timeout: 15_000 }).toBeGreaterThan(before);
  await desk.expectHeading("Home");
  await expect(desk.page.getByRole("row", { name: /^Allowed/ })).not.toContainText(/^Allowed 0/);
  await page.context().clearCookies();
  await desk.page.context().close();
});

test("A-16: any page as a customer would see it, in another language, brand and theme @no-script", async ({ page }) => {
  const admin = await AdminPage.signedIn(page, STAFF.clerk, "/admin/gallery");
  await admin.expectHeading("Page gallery");
  await page.getByLabel("locale").selectOption("de");
  await page.getByLabel("theme").selectOption("dark");
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByRole("link", { name: "access-twelve", exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page).toHaveURL(/\/admin\/gallery\/access-twelve\?locale=de&theme=dark/);
});
