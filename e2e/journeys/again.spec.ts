import { CUSTOMERS } from "../../sandbox/personas.ts";
import { endConsentAtTheBank } from "../authority-api.ts";
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

test("P-10: payments within limits again: the same account, and what may be taken goes on", async ({
  journey,
  page,
}) => {
  const first = await journey.toTheQuestion(CUSTOMERS.arun, { kind: "domestic_vrp" });
  await first.choose("Main account");
  await first.allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed payments within limits");
  const consent = await journey.tpp.consentId();

  await page.getByRole("button", { name: "Authorise the same consent again" }).click();
  const again = await journey.onToTheQuestion(CUSTOMERS.arun);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Keep letting Budget Beacon take payments?");
  await expect(page.getByRole("radio")).toHaveCount(0);
  await again.allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed payments within limits");
  expect(await journey.tpp.consentId()).toBe(consent);
  await journey.tpp.use("Pay", "1");
  await expect(journey.tpp.result("Payments under this consent").getByRole("row").nth(1)).toContainText(/RCVD|AC../);
});

test("P-10: whether there is enough money, again: a no leaves the answers as they are, a yes as well", async ({
  journey,
  page,
}) => {
  const first = await journey.toTheQuestion(CUSTOMERS.grace, { kind: "funds_confirmation", tpp: "tallybook" });
  await first.allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed confirmation of funds");
  const earlier = page.url();

  await page.getByRole("button", { name: "Authorise the same consent again" }).click();
  const no = await journey.onToTheQuestion(CUSTOMERS.grace);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Keep answering Tallybook?");
  await no.refuseButton.click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");

  await page.goto(earlier);
  await page.getByRole("button", { name: "Authorise the same consent again" }).click();
  await (await journey.onToTheQuestion(CUSTOMERS.grace)).allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed confirmation of funds");
  await journey.tpp.use("Ask whether there is enough", "1");
  await expect(journey.tpp.result("Is there enough?").getByRole("row").nth(1)).toContainText("Yes");
});

test("T17: what was stopped is asked for again, said to be so, and works again with a yes", async ({
  journey,
  page,
}) => {
  const first = await journey.toTheQuestion(CUSTOMERS.arun, { tpp: "tallybook" });
  await first.choose("Main account");
  await first.allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  const consent = await journey.tpp.consentId();
  await endConsentAtTheBank(consent);

  await page.getByRole("button", { name: "Authorise the same consent again" }).click();
  const again = await journey.onToTheQuestion(CUSTOMERS.arun);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Share with Tallybook again?");
  await expect(page.locator("main")).toContainText("and it was stopped later");
  await again.allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  expect(await journey.tpp.consentId()).toBe(consent);
  await expect(journey.tpp.result("Accounts")).toContainText("Main account");
});
