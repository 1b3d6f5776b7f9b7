import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { expect, test } from "../fixtures.ts";
import { topology } from "../world.ts";

const NO_SCRIPT = { tag: "@no-script" };

/** B-17: from the answer to a receipt that anybody can check. */
for (const answer of ["allow", "refuse"] as const) {
  test(
    `${answer}: a receipt as page, PDF and data, and each is found genuine until a byte is changed`,
    NO_SCRIPT,
    async ({ journey, page, browser }) => {
      const consent = await journey.toTheQuestion(CUSTOMERS.arun);
      const visit = page.url();
      await consent.choose("Main account");
      await (answer === "allow" ? consent.allowButton : consent.refuseButton).click();
      await expect(journey.tpp.outcome).toHaveText(
        answer === "allow" ? "The customer allowed access" : "Access was refused",
      );

      await page.goto(`${visit}/outcome`);
      await page.getByRole("link", { name: "Get a receipt for your answer" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Receipt for your answer");
      await expect(page.getByText(answer === "allow" ? /You allowed/ : /You did not allow/)).toBeVisible();
      await expectAccessible(page);
      const code = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent();
      const pdf = await saved(page, "Save as PDF");
      const json = await saved(page, "Save as data (JSON)");
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");

      const somebodyElse = await browser.newContext();
      const elsewhere = await somebodyElse.newPage();
      expect((await elsewhere.goto(`${visit}/receipt`))?.status()).toBe(404);
      expect((await elsewhere.goto(`${visit}/receipt.json`))?.status()).toBe(404);

      for (const [name, file] of [["receipt.pdf", pdf] as const, ["receipt.json", json] as const]) {
        await check(elsewhere, name, file);
        await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("This receipt is real");
        await expect(elsewhere.getByText(String(code))).toBeVisible();
        await expectAccessible(elsewhere);

        const changed = Buffer.from(file);
        const at = changed.lastIndexOf("Budget") > 0 ? changed.lastIndexOf("Budget") : Math.floor(changed.length / 2);
        changed[at] = changed[at]! ^ 1;
        await check(elsewhere, name, changed);
        await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText(
          /not a receipt as we issued it|no receipt/,
        );
      }
      await somebodyElse.close();
    },
  );
}

test("what is no receipt is told so, and nothing brought is asked for", NO_SCRIPT, async ({ page }) => {
  await page.goto(`${topology.appOrigin}/receipts/check`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Check it" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a file");
  await page.getByLabel("Or paste it").fill("this is no receipt");
  await page.getByRole("button", { name: "Check it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no receipt in this");
});

async function saved(page: Page, link: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link, exact: true }).click(),
  ]);
  return readFile(await download.path());
}

async function check(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto(`${topology.appOrigin}/receipts/check`);
  await page.getByLabel("The file").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "Check it" }).click();
}
