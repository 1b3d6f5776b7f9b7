import type { Page } from "@playwright/test";
import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { ConfirmPage } from "../pages/confirm.ts";
import { ConsentPage, expectStop } from "../pages/consent.ts";
import { aDevice, aPasskeyOf, bringTo } from "../pages/device.ts";
import { inDatabaseOf } from "../records.ts";
import { topology } from "../world.ts";

/** P-22: what a payment is confirmed with, on a page that says what it is bound to. */

const PAYMENT = { kind: "domestic_payment" } as const;

/** Wrong tries are the customer's, and the next journey may be theirs too: half an hour passes (RTS Art. 4(3)(b)). */
test.afterEach(() =>
  inDatabaseOf(
    "assent",
    (sql) => sql`update factor_request set expires_at = expires_at - interval '1 hour' where wrong_tries > 0`,
  ),
);

test("a passkey, made at the bank's log-in, confirms a payment, and the receipt says so", async ({ journey, page }) => {
  const credentials = await aPasskeyOf(CUSTOMERS.tomasz, page.context());

  const device = await aDevice(page);
  const consent = await journey.toTheQuestion(CUSTOMERS.tomasz, PAYMENT);
  const address = page.url();
  await consent.choose("Household");
  await consent.allowButton.click();
  await ConfirmPage.on(page);
  await expect(page.locator("script")).toHaveCount(1);

  await page.getByRole("button", { name: "Use your passkey" }).click();
  await expect(page.getByRole("alert")).toHaveText("Your passkey was not used. Try again, or use a code.");

  await bringTo(device, credentials);
  await page.getByRole("button", { name: "Use your passkey" }).click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed the payment");
  await page.goto(`${address}/receipt`);
  await expect(page.locator("main")).toContainText("Your passkey");
});

test("by code: the message names amount and payee, and a wrong code is said and costs a try", {
  tag: "@no-script",
}, async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace, PAYMENT);
  await consent.choose("Everyday");
  await consent.allowButton.click();
  const confirm = await ConfirmPage.on(page);
  for (const text of ["£42.50", "Harbour Books Ltd", "Everyday"]) {
    await expect(page.locator("main")).toContainText(text);
  }
  await expect(page.getByRole("button", { name: "Use your passkey" })).toBeHidden();
  const code = await confirm.sendCode();
  const phone = await page.context().newPage();
  await phone.goto(`${topology.identityProvider}/phone`);
  await expect(phone.locator("li").filter({ hasText: code })).toContainText(/Pay £42.50 to Harbour Books Ltd\?/);
  await phone.close();

  await ConfirmPage.on(page);
  await expect(page.locator("main")).toContainText(/The code works until \d\d:\d\d\./);
  await confirm.confirmButton.click();
  await expect(page.getByRole("alert")).toContainText("Enter the six digits of the code.");
  await confirm.codeField.fill(code === "000000" ? "000001" : "000000");
  await confirm.codeField.press("Enter");
  await expect(page.getByRole("alert")).toContainText("You can try 4 more times.");
  await ConfirmPage.on(page);
  await confirm.codeField.fill(code);
  await confirm.codeField.press("Enter");
  await expect(journey.tpp.outcome).toHaveText("The customer allowed the payment");
});

test("going back keeps what was chosen; another account is another thing to confirm, and a no is a no", {
  tag: "@no-script",
}, async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.arun, PAYMENT);
  await consent.choose("Main account");
  await consent.allowButton.click();
  const older = await ConfirmPage.on(page);
  const code = await older.sendCode();
  await page.getByRole("link", { name: "Go back" }).click();
  await expect(consent.account("Main account")).toBeChecked();
  await consent.choose("Bills");
  await consent.allowButton.click();
  const newer = await ConfirmPage.on(page);
  await expect(page.locator("main")).toContainText("Bills");
  await newer.sendCode();
  await newer.codeField.fill(code);
  await newer.confirmButton.click();
  await expect(page.getByRole("alert")).toContainText("That code isn’t right");
  await page.getByRole("button", { name: "Don’t pay" }).click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
});

test("T7: after five wrong codes the request is over, and nothing was paid", { tag: "@no-script" }, async ({
  journey,
  page,
}) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace, PAYMENT);
  const address = page.url();
  await consent.choose("Everyday");
  await consent.allowButton.click();
  const confirm = await ConfirmPage.on(page);
  const code = await confirm.sendCode();
  for (let each = 0; each < 5; each++) {
    await confirm.codeField.fill(code === "111111" ? "111112" : "111111");
    await confirm.confirmButton.click();
  }
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
  await page.goto(address);
  await expectStop(page, /This request is over/);
  await expect(page.locator("main")).toContainText("we could not be sure that it was you");

  // Nor does another request give more tries.
  const other = await journey.toTheQuestion(CUSTOMERS.grace, PAYMENT);
  await other.choose("Everyday");
  await other.allowButton.click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
});

test("late, and from another browser: refused, explained, and nothing granted", { tag: "@no-script" }, async ({
  journey,
  page,
  browser,
}) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace, PAYMENT);
  const visit = /consent\/([\w-]{22})/.exec(page.url())?.[1] ?? "";
  await consent.choose("Everyday");
  await consent.allowButton.click();
  const confirm = await ConfirmPage.on(page);
  const code = await confirm.sendCode();

  const stranger = await browser.newContext();
  const elsewhere = await stranger.newPage();
  await elsewhere.goto(page.url());
  await expectStop(elsewhere, /./);
  await expect(elsewhere.getByLabel("Code from the message")).toHaveCount(0);
  await stranger.close();

  await inDatabaseOf("assent", (sql) => sql`update factor_request set expires_at = now() where visit_id = ${visit}`);
  await confirm.codeField.fill(code);
  await confirm.confirmButton.click();
  await expectStop(page, /Your time to confirm is over/);
  await expect(page.locator("main")).toContainText("No money has left your account");
  await page.getByRole("link", { name: "Read it again" }).click();
  await (await onAgain(page)).allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed the payment");
});

/** The question once more, with what was chosen. */
async function onAgain(page: Page): Promise<ConsentPage> {
  await expect(page.getByLabel(/^Everyday/)).toBeChecked();
  await page.getByLabel(/^Everyday/).evaluate((box: HTMLInputElement) => {
    box.checked = false;
  });
  const again = await ConsentPage.on(page);
  await again.choose("Everyday");
  return again;
}
