import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { CUSTOMERS, TPPS } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { expect, test } from "../fixtures.ts";
import { DashboardPage } from "../pages/dashboard.ts";
import { topology } from "../world.ts";

/** D-04, D-06, D-13, D-17, D-18: one consent of a customer's own, with scripts and without. */

const { arun, grace } = CUSTOMERS;
const detail = (id: string, rest = "") => `/dashboard/consents/${id}${rest}`;

/** Which of the two asks hangs on whether there are scripts (fixtures.ts). */
const asking = (javaScriptEnabled: boolean | undefined) => (javaScriptEnabled === false ? TPPS.tallybook : TPPS.beacon);

/** A heading's own section. */
const section = (page: Page, name: string | RegExp) =>
  page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name }) });

test("what was allowed is told in the words of the question, and every page that was answered is kept @no-script", async ({
  journey,
  page,
  javaScriptEnabled,
}) => {
  const tpp = asking(javaScriptEnabled);
  const consent = await journey.toTheQuestion(arun);
  const lines = await page.locator(".clusters > details > ul > li").allTextContents();
  const cannot = await page.locator(".cannot > li").allTextContents();
  const question = await page.getByRole("heading", { level: 1 }).innerText();
  const summary = await page.locator(".in-short").innerText();
  await consent.choose("Main account", "Bills");
  await consent.allow();
  await expect(journey.tpp.result("Accounts")).toBeVisible();
  const id = await journey.tpp.consentId();

  const dashboard = await DashboardPage.signedIn(page, arun, detail(id));
  await dashboard.expectHeading(`Share account information with ${tpp.name}`);
  await expect(page.locator("[data-status=active]")).toHaveText("Active");
  expect(await page.locator(".clusters > details > ul > li").allTextContents()).toEqual(lines);
  expect(await page.locator(".cannot > li").allTextContents()).toEqual(cannot);
  await expect(section(page, "Accounts")).toContainText("Main account");
  await expect(section(page, "Accounts")).toContainText("Bills");
  await expect(section(page, "Key dates")).toContainText("You allowed it");
  const about = section(page, `About ${tpp.name}`);
  await expect(about).toContainText(`Check with ${tpp.name} how it uses your data.`);
  // What is known from the consent page alone is followed by what the app's registration says, a few seconds later.
  await expect(async () => {
    await page.reload();
    await expect(about).toContainText("We checked this on", { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(about).toContainText("See account information, start payments for you and ask if there is enough money");
  await expect(about).toContainText(tpp.contacts[0]);
  const outside = about.getByRole("link");
  await expect(outside).toHaveText(["Look it up in the register", "Its privacy policy", "Its terms of use"]);
  await expect(outside.first()).toHaveAttribute("href", new RegExp(tpp.registrationNumber));
  await expect(page.getByRole("link", { name: "Stop sharing" })).toHaveAttribute("href", detail(id, "/stop"));

  await page.getByRole("link", { name: "Every change" }).click();
  await dashboard.expectHeading("Every change");
  await expect(page.getByRole("listitem").first()).toBeVisible();
  await page.getByLabel("Earlier version").selectOption("1");
  await page.getByLabel("Later version").selectOption("2");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\?from=1&to=2$/);
  await expect(page.getByRole("listitem").filter({ hasText: "Main account" }).first()).toContainText("New");
  await expectAccessible(page);

  await page.getByRole("link", { name: /^See the page that you saw/ }).click();
  await dashboard.expectHeading("The page that you saw");
  const kept = page.locator("[data-shown=page]");
  await expect(kept.getByRole("heading", { level: 2 }).first()).toHaveText(question);
  await expect(kept.locator(".in-short")).toHaveText(summary);
  await expect(page.getByText("We checked this page: nothing on it has changed since.")).toBeVisible();
  await expect(kept.getByRole("button")).toHaveCount(0);
});

test("D-13: the receipt is its customer's, as a page and as files; nobody else's @no-script", async ({
  journey,
  page,
}) => {
  const consent = await journey.toTheQuestion(arun);
  await consent.choose("Main account");
  await consent.allow();
  await expect(journey.tpp.result("Accounts")).toBeVisible();
  const id = await journey.tpp.consentId();

  const dashboard = await DashboardPage.signedIn(page, arun, detail(id));
  await page.getByRole("link", { name: "Get a receipt for your answer" }).click();
  await dashboard.expectHeading("Receipt for your answer");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Save as data (JSON)" }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toContain(id);
  const pages = [detail(id), detail(id, "/history"), detail(id, "/receipt"), detail(id, "/receipt.pdf")];
  await dashboard.open("/dashboard");
  await dashboard.button("Sign out").click();
  await DashboardPage.signedIn(page, grace);
  for (const path of pages) {
    const answer = await page.goto(`${topology.appOrigin}${path}`);
    const unknown = await page.goto(`${topology.appOrigin}${path.replace(id, "made-up")}`);
    expect([answer?.status(), unknown?.status()]).toEqual([404, 404]);
  }
});

test("D-17: what is used and left of each limit, and each payment @no-script", async ({
  journey,
  page,
  javaScriptEnabled,
}) => {
  const tpp = asking(javaScriptEnabled);
  const fields = { "Limit 1, in pounds": "100", "Limit 1 counts": "Consent", "Limit 2, in pounds": "" };
  const consent = await journey.toTheQuestion(arun, { kind: "domestic_vrp", fields });
  await consent.choose("Main account");
  await consent.allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed payments within limits");
  await journey.tpp.use("Pay", "25");
  await expect(journey.tpp.result("Payments under this consent").getByRole("row").nth(1)).toContainText(/RCVD|AC../);
  const id = await journey.tpp.consentId();

  const dashboard = await DashboardPage.signedIn(page, arun, detail(id));
  await dashboard.expectHeading(`Let ${tpp.name} take payments within limits`);
  const meter = section(page, "How much is used");
  await expect(meter).toContainText("£25.00 used so far. £75.00 left until");
  await expect(meter).toContainText("Starts again on");
  await expect(section(page, "Payments").getByRole("listitem")).toContainText("£25.00");
  await expect(section(page, "The most it can take")).toContainText("No more than £100.00 each month");

  await dashboard.open("/dashboard?show=payments");
  const row = page.getByRole("listitem").filter({ has: page.locator(`a[href="${detail(id)}"]`) });
  await expect(row).toContainText("No more than £100.00 each month");
});

test("D-17: in the list a payment is told by how much goes to whom", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(arun, { tpp: "tallybook", kind: "domestic_standing_order" });
  await consent.choose("Main account");
  await consent.allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed the standing order");
  const id = await journey.tpp.consentId();

  await DashboardPage.signedIn(page, arun, "/dashboard?show=payments");
  const row = page.getByRole("listitem").filter({ has: page.locator(`a[href="${detail(id)}"]`) });
  await expect(row).toContainText(/£[\d.,]+ each time to Harbour Books Ltd/);
});

test("D-18, R-13: each question whether there is enough money, and its answer @no-script", async ({
  journey,
  page,
}) => {
  const consent = await journey.toTheQuestion(grace, { kind: "funds_confirmation", tpp: "tallybook" });
  await consent.allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed confirmation of funds");
  await journey.tpp.use("Ask whether there is enough", "1");
  await journey.tpp.use("Ask whether there is enough", "999999");
  await expect(journey.tpp.result("Is there enough?").getByRole("row").nth(2)).toContainText("No");
  const id = await journey.tpp.consentId();

  await DashboardPage.signedIn(page, grace, detail(id));
  const asked = section(page, "What we answered").getByRole("listitem");
  await expect(asked.filter({ hasText: "£1.00" })).toContainText("Yes");
  await expect(asked.filter({ hasText: "£999,999.00" })).toContainText("No");
});
