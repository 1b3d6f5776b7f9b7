import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";

test("P-10: the same consent again: its own accounts and nothing to choose, and a no that goes back to the app", async ({
  journey,
  page,
}) => {
  const first = await journey.toTheQuestion(CUSTOMERS.arun, { tpp: "tallybook" });
  await first.choose("Main account");
  await first.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");

  await page.getByRole("button", { name: "Authorise the same consent again" }).click();
  const again = await journey.onToTheQuestion(CUSTOMERS.arun);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Keep sharing with Tallybook?");
  await expect(page.locator("main")).toContainText("Nothing changes");
  await expect(page.locator("main")).toContainText("Main account");
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await again.refuseButton.click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
});

test("P-10: a yes to the same again keeps the consent, with the same accounts", async ({ journey, page }) => {
  const first = await journey.toTheQuestion(CUSTOMERS.arun, { tpp: "tallybook" });
  await first.choose("Main account");
  await first.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  const consent = await journey.tpp.consentId();

  await page.getByRole("button", { name: "Authorise the same consent again" }).click();
  const again = await journey.onToTheQuestion(CUSTOMERS.arun);
  await again.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  expect(await journey.tpp.consentId()).toBe(consent);
  await page.getByRole("button", { name: "Call the API again" }).click();
  await expect(page.getByText("The bank answered 401.")).toHaveCount(0);
});
