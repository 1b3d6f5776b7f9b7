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
  const more = await journey.onToTheQuestion(CUSTOMERS.arun);
  await more.choose("Main account");
  await more.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");

  await page.goto(earlier);
  await page.getByRole("button", { name: "Call the API again" }).click();
  await expect(page.getByText("The bank answered 401.").first()).toBeVisible();
});
