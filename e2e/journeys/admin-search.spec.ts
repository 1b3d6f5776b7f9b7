import { readFile } from "node:fs/promises";
import { CUSTOMERS, STAFF } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { AdminPage } from "../pages/admin-page.ts";
import { topology } from "../world.ts";

/** staff find consents by whatever they were told, narrow the list, and take it away. */

const { grace } = CUSTOMERS;
const NUMBER = "20-40-50 11223301";
const DIGITS = "20405011223301";

test.describe("the list of consents", () => {
  test("A-01: found by name, account, id and TPP; what was understood is said, and no number is in an address @no-script", async ({
    journey,
    browser,
    javaScriptEnabled,
  }) => {
    const consent = await journey.toTheQuestion(grace, { tpp: "tallybook" });
    await consent.choose("Everyday");
    await consent.allowButton.click();
    await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
    const id = await journey.tpp.consentId();

    const desk = await (await browser.newContext({ javaScriptEnabled: javaScriptEnabled ?? true })).newPage();
    const admin = await AdminPage.signedIn(desk, STAFF.lead, "/admin/consents");
    const row = desk.getByRole("row").filter({ hasText: id });
    const sentence = desk.getByRole("list", { name: "What is listed" });
    const lookFor = async (text: string) => {
      await desk.getByLabel("Look for").fill(text);
      await admin.button("Search").click();
    };

    // The bank is asked for names every few seconds.
    await expect(async () => {
      await lookFor("OKOYÉ");
      await expect(row).toContainText("Grace Okoye", { timeout: 500 });
    }).toPass();
    await expect(sentence).toContainText("of customers named like OKOYÉ");
    await expect(row.getByRole("link", { name: id })).toHaveAttribute("href", `/admin/consents/${id}`);
    await admin.expectFits();

    await lookFor(NUMBER);
    await expect(sentence).toContainText("of account ••3301");
    await expect(row).toBeVisible();
    expect(desk.url()).toBe(`${topology.appOrigin}/admin/consents?account=acc-grace-main`);
    expect(await desk.content()).not.toContain(DIGITS);

    await lookFor("20405011229999");
    await expect(desk.getByText("The bank has no account, card or IBAN with that number.")).toBeVisible();
    expect(desk.url()).not.toContain("9999");

    await lookFor(id.slice(0, 14));
    await expect(sentence).toContainText(`whose id begins with ${id.slice(0, 14)}`);
    await expect(row).toBeVisible();
    await lookFor("tally");
    await expect(sentence).toContainText("of TPPs called tally");
    await expect(row).toBeVisible();

    await desk.getByText("Narrow the list").click();
    await desk.getByLabel("Stopped", { exact: true }).check();
    await admin.button("Show").click();
    await expect(sentence).toContainText("that are Stopped");
    await expect(row).toHaveCount(0);
    await admin.link("Without “that are Stopped”").click();
    await expect(row).toBeVisible();
    await admin.expectFits();
  });

  test("a search is kept and come back to, columns go and stay away, and what makes no sense is named @no-script", async ({
    page,
  }) => {
    const admin = await AdminPage.signedIn(page, STAFF.auditor, "/admin/consents?status=authorised&status=suspended");
    await page.getByText("Saved searches", { exact: true }).click();
    await page.getByLabel("Save this search as").fill("What is open <b>");
    await admin.button("Save").click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await admin.open("/admin/searches");
    await admin.link("What is open <b>").click();
    await expect(page).toHaveURL(/\?status=authorised&status=suspended$/);
    await admin.open("/admin/searches");
    await admin.button("Forget “What is open <b>”").click();
    await expect(page.getByText("You keep no searches yet.")).toBeVisible();

    await admin.open("/admin/consents");
    await page.getByText("Columns and row height").click();
    await page.getByLabel("Ends", { exact: true }).last().uncheck();
    await admin.button("Keep").click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Ends" })).toHaveCount(0);
    await page.getByText("Columns and row height").click();
    await page.getByLabel("Ends", { exact: true }).last().check();
    await admin.button("Keep").click();
    await expect(page.getByText("Saved.")).toBeVisible();

    await admin.open("/admin/consents?status=dead&granted-from=2026-02-30&q=%3Cscript%3Ealert(1)%3C/script%3E");
    await expect(page.getByText("Left out, because it makes no sense here: granted dates, status.")).toBeVisible();
    await expect(page.getByRole("list", { name: "What is listed" })).toContainText("called <script>alert(1)</script>");
    const answer = await page.goto(`${topology.appOrigin}/admin/consents?after=nowhere`);
    expect(answer?.status()).toBe(400);
  });

  test("A-26: the list is taken away as a file @no-script", async ({ journey, page }) => {
    await (await journey.toTheQuestion(grace, { tpp: "tallybook" })).refuseButton.click();
    await expect(journey.tpp.outcome).toHaveText("Access was refused");
    const admin = await AdminPage.signedIn(page, STAFF.lead, "/admin/consents/export?status=rejected");
    await admin.expectHeading(/^Export [\d,]+ consents?$/);
    await page.getByLabel("What it is for").fill("A journey");
    const coming = page.waitForEvent("download");
    await admin.button(/^Export /).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(/^consents-[0-9a-f-]{36}\.csv$/);
    const text = await readFile(await file.path(), "utf8");
    expect(text).toContain('"consent_id","customer_id","tpp_id"');
    expect(text).toContain("Tallybook");
    expect(text).not.toContain("Okoye");
  });

  test("keys go from row to row, to the box, and can be turned off", async ({ page }) => {
    const admin = await AdminPage.signedIn(page, STAFF.lead, "/admin/consents");
    const links = page.locator(".data tbody th a");
    await page.keyboard.press("j");
    await expect(links.first()).toBeFocused();
    await page.keyboard.press("/");
    await expect(page.getByLabel("Look for")).toBeFocused();
    await page.keyboard.type("jk?");
    await expect(page.getByLabel("Look for")).toHaveValue("jk?");
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
    await admin.expectFits();
    await page.getByLabel("Keys are on in this browser").uncheck();
    await admin.button("Close").click();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});
