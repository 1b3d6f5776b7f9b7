import { CUSTOMERS } from "../../sandbox/personas.ts";
import { test as base, expect } from "../fixtures.ts";
import { Phone } from "../pages/phone.ts";

const { arun, grace } = CUSTOMERS;

const test = base.extend<{ phone: Phone }>({
  phone: async ({ browser }, use) => {
    // Of the phone nothing needs a script, so it has none.
    const context = await browser.newContext({ javaScriptEnabled: false });
    await use(new Phone(await context.newPage(), arun));
    await context.close();
  },
});

const ELSEWHERE = { "Where the customer answers": "decoupled", "Customer number at the bank": arun.id };

test("P-24: allowed on the phone: both screens show the same, and the app has what was chosen", async ({
  journey,
  page,
  phone,
}) => {
  await journey.tpp.ask("beacon", { fields: ELSEWHERE });
  const shown = (await page.getByText("It shows").innerText()).match(/[A-Z]{2}-\d{2}/)?.[0] ?? "none";
  await phone.openNotice();
  await expect(phone.page.getByText(shown, { exact: true })).toBeVisible();
  const consent = await phone.toTheQuestion();
  await expect(phone.page.getByText(`It must show ${shown}.`)).toBeVisible();
  await expect(phone.page.getByRole("button", { name: "Continue on your phone" })).toHaveCount(0);
  await consent.choose("Main account");
  await consent.allow();
  await phone.expectClosing();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  await expect(journey.tpp.result("Accounts")).toContainText("Main account");
});

test("P-24: a payment that is refused on the phone moves no money, and the app is told by itself", async ({
  journey,
  phone,
}) => {
  await journey.tpp.ask("tallybook", { kind: "domestic_payment", fields: ELSEWHERE });
  await phone.openNotice();
  const consent = await phone.toTheQuestion();
  await consent.refuseButton.click();
  await phone.expectClosing();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
});

test("P-24: too late, there is nothing to answer, and the app is told", async ({ journey, phone }) => {
  await journey.tpp.ask("beacon", { fields: { ...ELSEWHERE, "Seconds to answer": "1" } });
  await expect(journey.tpp.outcome).toHaveText("The customer did not answer in time");
  await phone.openNotice();
  await expect(phone.page.getByRole("heading", { level: 1, name: "The time for this request is over" })).toBeVisible();
});

test("P-24: somebody else who has the link is shown nothing of the request", async ({ journey, phone }) => {
  await journey.tpp.ask("beacon", { fields: ELSEWHERE });
  await phone.openNotice();
  await phone.goOn(grace);
  await expect(phone.page.getByRole("alert")).toContainText("for another customer");
  await expect(journey.tpp.bankIsAsking).toBeVisible();
});
