import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";

/** Consents that are used again and again, until somebody ends them. */

const VRP = {
  kind: "domestic_vrp",
  fields: { "Limit 1, in pounds": "100", "Limit 1 counts": "Consent", "Limit 2, in pounds": "" },
} as const;

test("P-20: payments within limits: refused, then allowed, paid up to the limit and no further", async ({
  journey,
  page,
}) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.arun, VRP);
  await expect(page.locator("main")).toContainText("No more than £100.00 each month");
  await consent.refuseButton.click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");

  await page.getByRole("button", { name: "Try again" }).click();
  const again = await journey.onToTheQuestion(CUSTOMERS.arun);
  await again.choose("Main account");
  await again.allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed payments within limits");
  const payments = journey.tpp.result("Payments under this consent").getByRole("row");
  await journey.tpp.use("Pay", "60");
  await expect(payments.nth(1)).toContainText(/RCVD|AC../);
  await journey.tpp.use("Pay", "60");
  await expect(payments.nth(2)).toContainText("Refused");
  await journey.tpp.use("Pay", "40");
  await expect(payments.nth(3)).toContainText(/RCVD|AC../);
});

test("funds: the account that the app named; then yes or no, and never how much", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace, { kind: "funds_confirmation", tpp: "tallybook" });
  await expect(page.locator("main")).toContainText("Only yes or no");
  await expect(page.getByRole("radio")).toHaveCount(0);
  await consent.refuseButton.click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");

  await page.getByRole("button", { name: "Try again" }).click();
  const again = await journey.onToTheQuestion(CUSTOMERS.grace);
  await again.allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed confirmation of funds");
  const answers = journey.tpp.result("Is there enough?").getByRole("row");
  await journey.tpp.use("Ask whether there is enough", "1");
  await expect(answers.nth(1)).toContainText("Yes");
  await journey.tpp.use("Ask whether there is enough", "999999");
  await expect(answers.nth(2)).toContainText("No");
});
