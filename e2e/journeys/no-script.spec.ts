import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { signIn } from "../pages/bank-login.ts";
import { ConsentPage, expectStop } from "../pages/consent.ts";
import { deleteConsent } from "../tpp-api.ts";
import { topology, whileHanging } from "../world.ts";

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
  const consent = await journey.toTheQuestion(CUSTOMERS.grace, { kind: "payment" });
  await consent.choose("Everyday");
  await consent.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed the payment");
});

test("a mistake is said in words and nothing chosen is lost", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  await consent.allowButton.click();
  await expect(page.getByText("Choose at least one account").first()).toBeVisible();
});

test("what is no hand-off", async ({ page }) => {
  await page.goto(`${topology.appOrigin}/consent?login_id=abc&login_state=def&consent_type=account_access`);
  await expectStop(page, /We can.t show this request/);
});

test("two tabs, allow against refuse", async ({ journey, page, context }) => {
  const first = await journey.toTheQuestion(CUSTOMERS.grace);
  const otherTab = await context.newPage();
  await otherTab.goto(page.url());
  const second = await ConsentPage.on(otherTab);
  await first.choose("Everyday");
  await first.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  await second.refuseButton.click();
  await expectStop(otherTab, /You have already said yes/);
});

test("withdrawn by the TPP meanwhile", async ({ journey, page }) => {
  await journey.tpp.ask("beacon");
  const consentId = await journey.tpp.consentId();
  await journey.tpp.goToTheBank();
  await signIn(page, CUSTOMERS.grace);
  const consent = await ConsentPage.on(page);
  await deleteConsent("beacon", consentId);
  await consent.choose("Everyday");
  await consent.allowButton.click();
  await expectStop(page, /no longer asks for this/);
});

test("the bank hangs, then answers", async ({ journey, page }) => {
  await journey.toTheQuestion(CUSTOMERS.grace);
  await whileHanging("bank", async () => {
    await page.reload();
    await expectStop(page, /We can.t do this right now/);
  });
  await page.getByRole("link", { name: "Try again" }).click();
  await ConsentPage.on(page);
});

test("the answer is kept while the authorization server hangs", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  await whileHanging("authorization-server", async () => {
    await consent.refuseButton.click();
    await expectStop(page, /We have your answer, but it has not gone through yet/);
  });
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
});
