import { readFile } from "node:fs/promises";
import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { expect, test } from "../fixtures.ts";
import { expectLanguage, speak } from "../pages/language.ts";
import { topology } from "../world.ts";

const NO_SCRIPT = { tag: "@no-script" };

test(
  "X-13: no choice is lost on the way to another language, and the receipt is in the one that was answered",
  NO_SCRIPT,
  async ({ journey, page }) => {
    const consent = await journey.toTheQuestion(CUSTOMERS.arun);
    const visit = page.url();
    await consent.choose("Main account", "Rainy day");
    await speak(page, "Cymraeg", "cy");
    await expect(page).toHaveURL(visit);
    await speak(page, "العربية", "ar");
    await expect(page).toHaveURL(visit);
    await expectAccessible(page);
    await expect(page.locator("input:checked")).toHaveCount(2);
    for (const name of ["Main account", "Rainy day"]) await expect(consent.account(name)).toBeChecked();
    // What is shown is what is answered: a reload shows the same page.
    await page.reload();
    await expect(page.locator("input:checked")).toHaveCount(2);

    await page.locator('button[name="choice"][value="allow"]').click();
    await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
    await expect(journey.tpp.result("Accounts").getByRole("row")).toHaveCount(3);

    // The pages around it can be had otherwise; what is signed, now or later, is in the language of the answer.
    await page.goto(`${visit}/outcome`);
    await expectLanguage(page, "ar");
    await speak(page, "Cymraeg", "cy");
    await expect(page).toHaveURL(`${visit}/outcome`);
    await page.locator('a[href$="/receipt"]').click();
    await expectLanguage(page, "cy");
    await expectAccessible(page);
    const title = page.getByRole("heading", { level: 1 });
    await expect(page.locator('[lang="ar"][dir="rtl"]', { has: title })).toBeVisible();
    await expect(title).toHaveText(/^\p{Script=Arabic}/u);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator('a[href$="/receipt.json"]').click(),
    ]);
    const saved = await readFile(await download.path(), "utf8");
    expect(saved).toMatch(/"language":\s*"ar"/);
    expect(saved).toMatch(/"catalogue_version":\s*"ar-\d+"/);
  },
);

test(
  "a browser is answered in the language that it asks for, on pages of every kind",
  NO_SCRIPT,
  async ({ browser, javaScriptEnabled }) => {
    const context = await browser.newContext({ locale: "pt-PT", javaScriptEnabled: javaScriptEnabled ?? true });
    const page = await context.newPage();
    for (const path of [
      "/",
      "/receipts/check",
      "/consent",
      "/consent/AAAAAAAAAAAAAAAAAAAAAA",
      "/nothing-here",
      "/%ff",
    ]) {
      const answer = await page.goto(`${topology.appOrigin}${path}`);
      await expectLanguage(page, "pt-BR");
      expect(answer?.headers()["content-language"]).toBe("pt-BR");
    }
    await page.goto(`${topology.appOrigin}/receipts/check`);
    await speak(page, "Deutsch", "de");
    await expect(page).toHaveURL(`${topology.appOrigin}/receipts/check`);
    await page.goto(`${topology.appOrigin}/nothing-here`);
    await expectLanguage(page, "de");
    await context.close();
  },
);
