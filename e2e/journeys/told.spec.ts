import { CUSTOMERS } from "../../sandbox/personas.ts";
import { analyticsEvents } from "../analytics.ts";
import { expect, test } from "../fixtures.ts";
import { topology } from "../world.ts";

test("a customer who allowed an app gets a mail that says what, and not who they are; analytics hears of it", async ({
  journey,
  page,
}) => {
  const { email, name } = CUSTOMERS.tomasz;
  const consent = await journey.toTheQuestion(CUSTOMERS.tomasz);
  await consent.choose("Household");
  await consent.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");

  const mail = page.getByRole("link", { name: "You connected Budget Beacon" }).first();
  await expect(async () => {
    await page.goto(`${topology.mailbox}/?to=${email}`);
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass();
  await mail.click();
  const text = page.locator("pre");
  await expect(text).toContainText("If this was not you, call Northlight Bank on 0800 555 0199");
  await expect(text).toContainText("It can see one of your accounts.");
  await expect(text).not.toContainText(name);
  await expect(text).not.toContainText("Household");
  await expect(text).not.toContainText("http");

  await expect(async () => {
    expect((await analyticsEvents()).map(({ body }) => body["type"])).toContain("consent.authorise");
  }).toPass();
});
