import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";

test("more in place of what there is: the earlier consent ends with the yes to the new one", async ({
  journey,
  page,
}) => {
  const first = await journey.toTheQuestion(CUSTOMERS.arun, { tpp: "tallybook" });
  await first.choose("Main account");
  await first.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  const earlier = page.url();

  await page.getByRole("link", { name: "Ask for more in its place" }).click();
  await page.getByRole("link", { name: "Everything" }).click();
  await page.getByRole("button", { name: /^Connect to/ }).click();
  const more = await journey.onToTheQuestion(CUSTOMERS.arun, 1);
  await expect(more.account("Main account")).toBeChecked();
  await expect(page.locator("main")).toContainText("This takes the place of what you allowed before");
  await expect(page.locator("b.change.new").first()).toHaveText("New");
  await more.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");

  await page.goto(earlier);
  await page.getByRole("button", { name: "Call the API again" }).click();
  await expect(page.getByText("The bank answered 401.").first()).toBeVisible();
});

test("P-11: a no to the one that was to take its place leaves the earlier consent as it is", async ({
  journey,
  page,
}) => {
  const first = await journey.toTheQuestion(CUSTOMERS.arun, { tpp: "tallybook" });
  await first.choose("Main account");
  await first.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  const earlier = page.url();

  await page.getByRole("link", { name: "Ask for more in its place" }).click();
  await page.getByRole("link", { name: "Everything" }).click();
  await page.getByRole("button", { name: /^Connect to/ }).click();
  const more = await journey.onToTheQuestion(CUSTOMERS.arun, 1);
  await more.refuseButton.click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");

  await page.goto(earlier);
  await page.getByRole("button", { name: "Call the API again" }).click();
  await expect(page.getByText("The bank answered 401.")).toHaveCount(0);
});
