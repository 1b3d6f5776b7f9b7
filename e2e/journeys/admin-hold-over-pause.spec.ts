import { CUSTOMERS, STAFF } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { AdminPage } from "../pages/admin-page.ts";
import { DashboardPage } from "../pages/dashboard.ts";

/** T9, T10: what a customer has paused the bank holds and gives back, as both of them see it. */

test("a pause that the bank holds is not the customer's to lift until it is given back", async ({
  journey,
  page,
  browser,
}) => {
  test.setTimeout(90_000);
  const consent = await journey.toTheQuestion(CUSTOMERS.maria, { tpp: "tallybook" });
  await consent.choose("Maria's account");
  await consent.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  const path = `/consents/${await journey.tpp.consentId()}`;
  const atTheApp = page.url();
  const call = async () => {
    await page.goto(atTheApp);
    await page.getByRole("button", { name: "Call the API again" }).click();
  };
  const customer = await DashboardPage.signedIn(
    await (await browser.newContext()).newPage(),
    CUSTOMERS.maria,
    `/dashboard${path}/pause`,
  );
  await customer.page.getByLabel(/^7 days, until /).check();
  await customer.button("Pause").click();
  await expect(customer.page.getByRole("heading", { level: 1, name: /^Paused at / })).toBeVisible({ timeout: 20_000 });

  const desk = await AdminPage.elsewhere(browser, STAFF.carer, `/admin${path}`);
  await desk.page.getByLabel("The customer asked us").check();
  await desk.page.getByLabel("In your words").fill("Call 4711");
  await desk.button("Look at this consent").click();
  const stands = desk.page.locator(".stands");
  await expect(stands).toContainText("Paused by customer");
  await expect(desk.link("Release…"), "what the customer paused is not the bank's to lift").toHaveCount(0);
  await desk.link("Hold…").click();
  await desk.page.getByLabel("We suspect fraud").check();
  await desk.page.getByLabel(/^Why, for the record/).fill("Somebody has her password");
  await desk.button("Hold 1 consent").click();
  await expect(stands).toHaveText("Held by bank Fraud suspected, over a pause of the customer's");

  await customer.open(`/dashboard${path}`);
  await expect(customer.page.getByRole("link", { name: /^Start again/ })).toHaveCount(0);
  await customer.open(`/dashboard${path}/resume`);
  await expect(customer.button("Start again")).toHaveCount(0);

  await desk.link("Release…").click();
  await desk.page.getByLabel(/^Why, for the record/).fill("It was her");
  await desk.button("Release 1 consent").click();
  await expect(stands).toContainText("Paused by customer");
  await call();
  await expect(page.getByText("The bank answered 403.").first(), "her pause stands").toBeVisible();
  await customer.open(`/dashboard${path}/resume`);
  await expect(customer.page.getByRole("main").getByText("Start again").first()).toBeVisible();
});
