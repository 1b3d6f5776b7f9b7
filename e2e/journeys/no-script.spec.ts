import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";

/** P-29: the whole way with scripts switched off. */
test.use({ javaScriptEnabled: false });

test("allow", async ({ journey }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.arun);
  await consent.choose("Bills", "Holiday euros");
  await consent.allowButton.click();
  await expect(journey.tpp.result("Accounts").getByRole("row")).toHaveCount(3);
});

test("refuse", async ({ journey }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.arun);
  await consent.refuseButton.click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
});

test("pay", async ({ journey }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace, { kind: "domestic_payment" });
  await consent.choose("Everyday");
  await consent.allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed the payment");
});

test("a mistake is said in words and nothing chosen is lost", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  await consent.allowButton.click();
  await expect(page.getByText("Choose at least one account").first()).toBeVisible();
});
