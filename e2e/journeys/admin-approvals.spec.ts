import type { Browser } from "@playwright/test";
import { STAFF, type StaffMember } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { AdminPage } from "../pages/admin-page.ts";

/** what needs a second person, as the two of them see it. */

/** Somebody at another computer. */
async function elsewhere(browser: Browser, person: StaffMember, path: string): Promise<AdminPage> {
  const { javaScriptEnabled } = test.info().project.use;
  const context = await browser.newContext(javaScriptEnabled === undefined ? {} : { javaScriptEnabled });
  return AdminPage.signedIn(await context.newPage(), person, path);
}

test("the rules of a second person are themselves changed by two @no-script", async ({ page, browser }) => {
  // Three people sign in, and axe looks at each page of each of them.
  test.slow();
  const config = await AdminPage.signedIn(page, STAFF.config, "/admin/approvals/policy");
  const exporting = page.getByRole("group", { name: "Exporting consents" });
  await exporting.getByLabel("Second person from").fill("none");
  await page.getByLabel("Why").fill("Exports of more than a branch");
  await config.button("Ask for approval").click();
  await expect(exporting.getByText("Whole numbers from 1 to 1,000,000.")).toBeVisible();
  await config.expectFits();
  await expect(page.getByLabel("Why")).toHaveValue("Exports of more than a branch");
  await exporting.getByLabel("Second person from").fill("5000");
  await config.button("Ask for approval").click();
  await config.expectHeading("Change what needs a second person");
  const { pathname } = new URL(page.url());
  await expect(page.getByText("You asked for this. Somebody else decides.")).toBeVisible();
  await expect(config.link("Approve or refuse")).toHaveCount(0);
  await config.open(`${pathname}/decide`);
  expect(new URL(page.url()).pathname, "whoever asked has no such page").toBe(pathname);

  const lead = await elsewhere(browser, STAFF.lead, "/admin/approvals?view=waiting");
  await lead.link("Change what needs a second person").first().click();
  await lead.expectHeading("Change what needs a second person");
  await expect(lead.link("Approve or refuse")).toHaveCount(0);
  await lead.page.goto(`${lead.page.url()}/decide`);
  await expect(lead.heading("Your role does not let you do this")).toBeVisible();

  const chief = await elsewhere(browser, STAFF.chief, "/admin/approvals");
  await expect(chief.link(/^Approvals [1-9]/)).toBeVisible();
  await chief.open(`${pathname}/decide`);
  await expect(chief.page.getByText("From 5,000 consents a day")).toBeVisible();
  await chief.button("Refuse").click();
  await expect(chief.page.getByText("Say why you refuse.")).toBeVisible();
  await chief.expectFits();
  await chief.page.getByLabel("Note").fill("As agreed");
  await chief.button("Approve: change what needs a second person").click();
  await expect(async () => {
    await chief.page.goto(chief.page.url());
    await expect(chief.page.locator(".title .status")).toHaveText("Done", { timeout: 500 });
  }).toPass();
  await chief.expectFits();
  await chief.open("/admin/approvals/policy");
  await expect(chief.page.getByRole("row", { name: /^Exporting consents/ })).toContainText("From 5,000 consents a day");

  await config.open(pathname);
  await expect(page.getByText("As agreed")).toBeVisible();
  await config.open("/admin/approvals?view=ended");
  await expect(page.getByRole("row", { name: /Change what needs a second person/ }).first()).toContainText("Done");
});

test("what was asked for is taken back, and nobody decides it any more @no-script", async ({ page, browser }) => {
  const config = await AdminPage.signedIn(page, STAFF.config, "/admin/approvals/policy");
  await page.getByLabel("Why").fill("By mistake");
  await config.button("Ask for approval").click();
  await config.expectHeading("Change what needs a second person");
  const { pathname } = new URL(page.url());
  const chief = await elsewhere(browser, STAFF.chief, `${pathname}/decide`);
  await config.button("Take it back").click();
  await expect(page.locator(".title .status")).toHaveText("Taken back");
  await chief.button(/^Approve:/).click();
  await expect(chief.page.getByRole("status")).toHaveText(/^Somebody was first, or it ran out/);
  await chief.expectFits();
});

test("a colleague decides in somebody's name, until that is taken back @no-script", async ({ page, browser }) => {
  await elsewhere(browser, STAFF.lead, "/admin/approvals");
  const approver = await AdminPage.signedIn(page, STAFF.approver, "/admin/approvals/delegations");
  await page.getByLabel("Colleague").selectOption({ label: STAFF.lead.name });
  await page.getByLabel(/^For/).selectOption("3 days");
  await approver.button("Let them decide in your name").click();
  const line = page.getByRole("row", { name: new RegExp(STAFF.lead.name) });
  await expect(line).toContainText("You");
  await approver.expectFits();
  await line.getByRole("button", { name: `Take back from ${STAFF.lead.name}` }).click();
  await expect(page.getByText("You decide for yourself alone, and nobody for you.")).toBeVisible();
});

test("who may do what is drawn from what the guards ask @no-script", async ({ page }) => {
  const clerk = await AdminPage.signedIn(page, STAFF.clerk, "/admin/roles");
  await clerk.expectHeading("Who may do what");
  await expect(clerk.link(/^Approvals/), "a viewer has no such way").toHaveCount(0);
});
