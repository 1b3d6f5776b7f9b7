import type { Browser, Page } from "@playwright/test";
import { CUSTOMERS, STAFF, type StaffMember } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { AdminPage } from "../pages/admin-page.ts";
import { signIn } from "../pages/bank-login.ts";
import { DashboardPage } from "../pages/dashboard.ts";
import { aDevice } from "../pages/device.ts";
import { inDatabaseOf } from "../records.ts";
import { topology } from "../world.ts";

/** many consents at once, as the one who lists them, the one who approves, and the customer see it. */

/** Whose answers come back without scripts too. */
const APP = "tallybook";
const { tomasz } = CUSTOMERS;

type Journey = Parameters<Parameters<typeof test>[2]>[0]["journey"];

async function allowed(journey: Journey, page: Page) {
  const consent = await journey.toTheQuestion(tomasz, { tpp: APP });
  await consent.choose("Household");
  await consent.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  return { consentId: await journey.tpp.consentId(), atTheApp: page.url() };
}

/** Somebody at another computer. */
async function elsewhere(browser: Browser, person: StaffMember, path: string): Promise<AdminPage> {
  const { javaScriptEnabled } = test.info().project.use;
  const context = await browser.newContext(javaScriptEnabled === undefined ? {} : { javaScriptEnabled });
  return AdminPage.signedIn(await context.newPage(), person, path);
}

/** The page looks again by itself; where it does not yet, somebody does. */
async function untilState(admin: AdminPage, state: string): Promise<void> {
  await expect(async () => {
    await admin.page.goto(admin.page.url());
    await expect(admin.page.locator(".title .status")).toHaveText(state, { timeout: 500 });
  }).toPass();
}

test("what one person lists and another approves is revoked, once, and the customer reads why @no-script", async ({
  journey,
  page,
  browser,
}) => {
  test.setTimeout(90_000);
  const { consentId, atTheApp } = await allowed(journey, page);

  const lead = await elsewhere(browser, STAFF.lead, "/admin/revocations/new");
  const { page: desk } = lead;
  await desk.getByLabel("One customer").check();
  await desk.getByLabel(/^Its id/).fill(tomasz.id);
  await desk.getByLabel("The customer has died").check();
  await lead.button("List them").click();
  await lead.expectHeading(/^Revoke \d+ consents?$/);
  expect(desk.url(), "no customer stands in an address").not.toContain(tomasz.id);
  await expect(desk.getByText("Nothing is revoked yet.")).toBeVisible();
  await expect(lead.part("What it is")).toContainText(tomasz.id);
  await expect(lead.part("A sample")).toContainText("Tallybook");
  await expect(lead.part("What the customer will read")).toContainText("We stopped it");
  const list = new URL(desk.url()).pathname;
  const many = ((await lead.heading(/^Revoke/).textContent()) ?? "").replace("Revoke ", "");

  await lead.link("Ask for approval").click();
  await lead.expectHeading(`Ask to revoke ${many}`);
  await desk.getByLabel("Why").fill("Certificate of death, case 4711");
  await lead.button(`Ask to revoke ${many}`).click();
  await lead.expectHeading(`Revoke ${many}`);
  const approval = new URL(desk.url()).pathname;
  await lead.open(`${list}/ask`);
  expect(new URL(desk.url()).pathname, "the same list is asked for once").toBe(list);
  await expect(desk.locator(".title .status")).toHaveText("Waits for approval");

  const approver = await elsewhere(browser, STAFF.approver, approval);
  await approver.page.getByRole("link", { name: list.split("/").at(-1) ?? "" }).click();
  await approver.expectHeading(`Revoke ${many}`);
  await approver.open(`${approval}/decide`);
  await approver.button(new RegExp(`^Approve: revoke ${many}`)).click();

  await lead.open(list);
  await untilState(lead, "Done");
  await lead.expectHeading(`Revocation of ${many}`);
  await expect(desk.getByRole("link", { name: /^0 not revoked/ })).toBeVisible();
  await lead.link("Every consent of it").click();
  await lead.expectHeading(`What became of ${many}`);
  await expect(desk.getByRole("row", { name: new RegExp(consentId) })).toContainText("Revoked");
  await lead.open(list);
  const [receipt] = await Promise.all([desk.waitForEvent("download"), lead.link("Receipt, signed").click()]);
  const { record } = JSON.parse(Buffer.concat(await (await receipt.createReadStream()).toArray()).toString());
  expect(record).toMatchObject({ revocation: { scope: "customer", results: { not_revoked: 0, not_begun: 0 } } });
  expect(JSON.stringify(record)).not.toContain(tomasz.id);
  await lead.open("/admin/revocations");
  await expect(desk.getByRole("row", { name: new RegExp(tomasz.id) }).first()).toContainText("Done");

  await page.goto(atTheApp);
  await page.getByRole("button", { name: "Call the API again" }).click();
  await expect(page.getByText("The bank answered 401.").first()).toBeVisible();
  const own = await (await browser.newContext()).newPage();
  await DashboardPage.signedIn(own, tomasz, `/dashboard/consents/${consentId}`);
  await expect(own.getByText("We stopped it").first()).toBeVisible();
});

test("nothing is listed of nobody, and no act is let pass without a reason", async ({ page }) => {
  const lead = await AdminPage.signedIn(page, STAFF.lead, "/admin/revocations/new?by=tpp&of=tpp-nobody");
  await expect(page.getByLabel("One TPP")).toBeChecked();
  await page.getByLabel("Fraud, or a suspicion of it").check();
  await page.getByLabel(/^Its id/).fill("tpp nobody");
  await lead.button("List them").click();
  await expect(page.getByRole("alert")).toContainText("without blanks");
  await lead.expectFits();
  await page.getByLabel(/^Its id/).fill("tpp-nobody");
  await lead.button("List them").click();
  await lead.expectHeading("Revoke 0 consents");
  await expect(page.getByText("there is nothing to revoke")).toBeVisible();
  await expect(lead.link("Ask for approval")).toHaveCount(0);
});

test("what a search finds is listed, and whom it is for stands in no address of the list @no-script", async ({
  journey,
  page,
  browser,
}) => {
  await allowed(journey, page);
  const lead = await elsewhere(browser, STAFF.lead, "/admin/consents");
  const { page: desk } = lead;
  await expect(lead.button("Revoke all of these"), "I-03: there is no list of everything").toHaveCount(0);
  await lead.open(`/admin/consents?customer=${tomasz.id}&kind=account-access`);
  await lead.button("Revoke all of these").click();
  await lead.expectHeading("List consents to revoke");
  await expect(desk.getByText(`Consents of customer ${tomasz.id} for Account access`)).toBeVisible();
  await desk.getByLabel("Fraud, or a suspicion of it").check();
  await lead.button("List them").click();
  await lead.expectHeading(/^Revoke \d+ consents?$/);
  expect(desk.url(), "no customer stands in an address").not.toContain(tomasz.id);
  await expect(lead.part("What it is")).toContainText(`Consents of customer ${tomasz.id} for Account access`);
  await expect(lead.part("A sample")).toContainText("Tallybook");
  await expect(lead.link("Ask for approval")).toBeVisible();
  await lead.open("/admin/revocations");
  await expect(desk.getByRole("row", { name: /for Account access/ }).first()).toContainText("Listed");
});

test("C-08: whoever helps one customer is shown no way to lists of many", async ({ page }) => {
  const carer = await AdminPage.signedIn(page, STAFF.carer, "/admin/consents");
  await expect(carer.link("Bulk revocations")).toHaveCount(0);
  await expect(carer.link("Consents")).toBeVisible();
});

test("what cannot be taken back asks for a passkey, and whoever has none is led to one and back", async ({ page }) => {
  await inDatabaseOf("identity_provider", (sql) => sql`delete from passkey where person_id = ${STAFF.fraud.id}`);
  const fraud = await AdminPage.signedInByCode(page, STAFF.fraud, "/admin/revocations");
  await aDevice(page);
  await page.goto(`${topology.appOrigin}/admin/revocations/00000000-0000-7000-8000-000000000000/ask`);
  await page.getByLabel("User name").fill(STAFF.fraud.username);
  await page.getByLabel("Password").fill(STAFF.fraud.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "You need a passkey" })).toBeVisible();
  await page.getByRole("link", { name: "Add a passkey" }).click();
  await signIn(page, STAFF.fraud, topology.staffLogin);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByRole("link", { name: "Go on signing in" }).click();
  await page.getByRole("button", { name: "Use your passkey" }).click();
  await page.waitForURL(/\/admin\/revocations\/[\w-]+\/ask$/);
  await expect(fraud.heading("There is no such page")).toBeVisible();
});
