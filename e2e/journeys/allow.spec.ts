import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { ConsentPage } from "../pages/consent.ts";
import type { TppName } from "../pages/tpp.ts";

for (const tpp of ["beacon", "tallybook"] satisfies TppName[]) {
  test(`${tpp}: exactly the accounts that were chosen are shared`, async ({ journey }) => {
    const consent = await journey.toTheQuestion(CUSTOMERS.arun, { tpp });
    await consent.choose("Main account", "Rainy day");
    await consent.allowButton.click();

    await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
    const accounts = journey.tpp.result("Accounts");
    await expect(accounts.getByRole("row")).toHaveCount(3);
    await expect(accounts).toContainText("acc-arun-main");
    await expect(accounts).toContainText("acc-arun-rainy");
  });
}

test("with the keyboard alone", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  await consent.account("Everyday").focus();
  await page.keyboard.press("Space");
  await consent.allowButton.focus();
  await page.keyboard.press("Enter");
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
});

test("allowing without an account says so, loses nothing and shares nothing", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.arun);
  await consent.allowButton.click();
  await expect(page.getByRole("alert")).toContainText("Choose at least one account");
  const again = await ConsentPage.on(page);
  await again.choose("Bills");
  await again.allowButton.click();
  await expect(journey.tpp.result("Accounts").getByRole("row")).toHaveCount(2);
});

test("access ends when the TPP gives it back", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  await consent.choose("Everyday");
  await consent.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  await page.getByRole("button", { name: "Delete this consent" }).click();
  await expect(journey.tpp.outcome).toHaveText("The consent was deleted");
  await expect(page.locator("section.step").last()).toContainText("400");
});

test("a joint account can be shared by one holder and names the other", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.maria);
  await expect(page.getByText("Also belongs to Tomasz Silva")).toBeVisible();
  await consent.choose("Household");
  await consent.allowButton.click();
  await expect(journey.tpp.result("Accounts")).toContainText("acc-silva-joint");
});
