import { readFile } from "node:fs/promises";
import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { expect, test } from "../fixtures.ts";
import { signIn } from "../pages/bank-login.ts";
import { DashboardPage } from "../pages/dashboard.ts";
import { topology } from "../world.ts";

/** D-12, D-26, D-27, S4: what customers are told, how they choose to hear, and what they take along. */

const { arun, grace } = CUSTOMERS;

test("a customer finds what happened, follows it to what it is about, and marks it as read @no-script", async ({
  journey,
  page,
}) => {
  const consent = await journey.toTheQuestion(arun);
  await consent.choose("Main account");
  await consent.allow();
  await expect(journey.tpp.result("Accounts")).toBeVisible();
  const id = await journey.tpp.consentId();

  const dashboard = await DashboardPage.signedIn(page, arun, "/dashboard/notices");
  const told = page.getByRole("listitem").filter({ has: page.locator(`a[href$="/dashboard/consents/${id}"]`) });
  await expect(async () => {
    await page.reload();
    await expect(told).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await expect(told).toContainText("New");
  await expect(told).toContainText(/You allowed (?:Budget Beacon|Tallybook) to see information about your accounts/);
  await expect(told).toContainText("one of your accounts");
  await expectAccessible(page);
  await expect(page.getByRole("link", { name: /^Notices \d+ new$/ })).toBeVisible();
  await dashboard.button("Mark all as read").click();
  await dashboard.expectHeading("Notices");
  await expect(page.getByRole("link", { name: "Notices", exact: true })).toBeVisible();
  await expect(page.getByText(/new notice/)).toHaveCount(0);
  await expect(told).not.toContainText("New");
  await told.getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/dashboard/consents/${id}$`));
  await expectAccessible(page);
});

test("how to hear is chosen, kept, and refused where it makes no sense @no-script", async ({ page }) => {
  const dashboard = await DashboardPage.signedIn(page, grace, "/dashboard/notices");
  await page.getByRole("link", { name: "How you hear from us" }).click();
  await dashboard.expectHeading("How you hear from us");
  const mailOf = (topic: string) =>
    page.getByRole("group", { name: topic, exact: true }).getByRole("checkbox", { name: "By e-mail" });
  const hour = (name: string) => page.getByRole("combobox", { name, exact: true });
  await mailOf("Access has ended").uncheck();
  await page.getByLabel("Send me no e-mail in these hours").check();
  await hour("From").selectOption("21");
  await hour("Until").selectOption("21");
  await dashboard.button("Save").click();
  await expect(page.getByRole("alert")).toContainText("Choose two different hours");
  await expectAccessible(page);
  await expect(mailOf("Access has ended")).not.toBeChecked();
  await hour("Until").selectOption("6");
  await dashboard.button("Save").click();
  await expect(page.getByRole("status")).toHaveText("Your choices are saved.");
  await dashboard.open("/dashboard/notices/settings");
  await expect(mailOf("Access has ended")).not.toBeChecked();
  await expect(mailOf("Access ends soon")).toBeChecked();
  await expect(hour("Until")).toHaveValue("6");
  await mailOf("Access has ended").check();
  await page.getByLabel("Send me no e-mail in these hours").uncheck();
  await dashboard.button("Save").click();
  await expect(page.getByRole("status")).toBeVisible();
});

test("D-27: everything is taken along, as a table and for programs @no-script", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(arun);
  await consent.choose("Main account");
  await consent.allow();
  await expect(journey.tpp.result("Accounts")).toBeVisible();
  const id = await journey.tpp.consentId();

  const dashboard = await DashboardPage.signedIn(page, arun, "/dashboard/notices/settings");
  await page.getByRole("link", { name: "Take your data with you" }).click();
  await dashboard.expectHeading("Take your data with you");
  const saved = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
    return readFile(await download.path(), "utf8");
  };
  const table = await saved("As a table (CSV)");
  expect(table).toMatch(/^\uFEFF"App","What it is"/);
  expect(table).toMatch(/\n"(?:Budget Beacon|Tallybook)",/);
  const { consents } = JSON.parse(await saved("For programs (JSON)")) as {
    consents: { id: string; status: object; history: object[] }[];
  };
  const own = consents.find((each) => each.id === id);
  expect(own).toMatchObject({ kind: "account-access", status: { is: "active" } });
  expect(own?.history.length).toBeGreaterThan(0);
});

test("S4: whoever signs out everywhere at the bank's sign-in is signed out of their own pages", async ({
  page,
  browser,
}) => {
  const dashboard = await DashboardPage.signedIn(page, CUSTOMERS.lena);
  const other = await browser.newContext();
  const there = await other.newPage();
  await there.goto(`${topology.identityProvider}/passkeys`);
  await signIn(there, CUSTOMERS.lena);
  await there.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(there.getByRole("heading", { name: "You are signed out" })).toBeVisible();
  await other.close();
  await dashboard.open("/dashboard");
  await expect(page.getByLabel("User name")).toBeVisible();
});
