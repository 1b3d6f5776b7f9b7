import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { ConsentPage, expectStop } from "../pages/consent.ts";

test("a double click is one answer", async ({ journey }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  await consent.choose("Everyday");
  await consent.allowButton.dblclick();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
});

test("two tabs, allow against refuse: the first counts and the second is told", async ({ journey, page, context }) => {
  const first = await journey.toTheQuestion(CUSTOMERS.grace);
  const otherTab = await context.newPage();
  await otherTab.goto(page.url());
  const second = await ConsentPage.on(otherTab);
  await first.choose("Everyday");
  await first.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  await second.refuseButton.click();
  await expectStop(otherTab, /You have already said yes/);
  await expect(otherTab.locator("body")).toContainText("You allowed");
});

test("after the answer the page shows the answer, however often it is asked", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  const address = page.url();
  await consent.refuseButton.click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
  for (let visit = 0; visit < 2; visit++) {
    await page.goto(address);
    await expectStop(page, /You have already said no/);
  }
});

test("two requests open in two tabs do not disturb each other", async ({ journey, page, context }) => {
  await journey.toTheQuestion(CUSTOMERS.grace, { tpp: "beacon" });
  const otherTab = await context.newPage();
  const { TppPage } = await import("../pages/tpp.ts");
  const { signIn } = await import("../pages/bank-login.ts");
  const otherTpp = new TppPage(otherTab);
  await otherTpp.ask("tallybook");
  await otherTpp.goToTheBank();
  await signIn(otherTab, CUSTOMERS.arun);
  const other = await ConsentPage.on(otherTab);
  await other.choose("Main account");
  await other.allowButton.click();
  await expect(otherTpp.outcome).toHaveText("The customer allowed access");
  const first = await ConsentPage.on(page);
  await first.choose("Everyday");
  await first.allowButton.click();
  await expect(journey.tpp.result("Accounts")).toContainText("acc-grace-main");
});
