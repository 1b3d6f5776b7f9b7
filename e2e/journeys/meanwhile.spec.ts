import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { signIn } from "../pages/bank-login.ts";
import { ConsentPage, expectStop } from "../pages/consent.ts";
import { deleteConsent } from "../tpp-api.ts";
import { whileHanging } from "../world.ts";

test("withdrawn by the TPP while the page was open: nothing is shared and the page says so", {
  tag: "@no-script",
}, async ({ journey, page }) => {
  await journey.tpp.ask("beacon");
  const consentId = await journey.tpp.consentId();
  await journey.tpp.goToTheBank();
  await signIn(page, CUSTOMERS.grace);
  const consent = await ConsentPage.on(page);
  await deleteConsent("beacon", consentId);
  await consent.choose("Everyday");
  await consent.allowButton.click();
  await expectStop(page, /no longer asks for this/);
  await expect(page.locator("main")).toContainText("Nothing was shared");
});

test("C-07: the id of somebody else's account in the form grants nothing", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  const box = consent.account("Everyday");
  await box.check();
  await box.evaluate((input: HTMLInputElement) => {
    input.value = "acc-arun-main";
  });
  await consent.allowButton.click();
  await expect(page.getByRole("alert")).toContainText("One of the accounts can’t be used");
  const again = await ConsentPage.on(page);
  await again.refuseButton.click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
});

for (const service of ["authorization-server", "bank"] as const) {
  test(`${service} hangs: the page says so, nothing is shared, and trying again works`, { tag: "@no-script" }, async ({
    journey,
    page,
  }) => {
    await journey.toTheQuestion(CUSTOMERS.grace);
    await whileHanging(service, async () => {
      await page.reload();
      await expectStop(page, /We can.t do this right now/);
      await expect(page.locator("main")).toContainText("Nothing was shared");
    });
    await page.getByRole("link", { name: "Try again" }).click();
    await ConsentPage.on(page);
  });
}

test("the authorization server hangs at the answer: it is kept, and goes through later", { tag: "@no-script" }, async ({
  journey,
  page,
}) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  await whileHanging("authorization-server", async () => {
    await consent.refuseButton.click();
    await expectStop(page, /We have your answer, but it has not gone through yet/);
  });
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
});

test("the bank hangs: refusing still works", { tag: "@no-script" }, async ({ journey }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  await whileHanging("bank", async () => {
    await consent.refuseButton.click();
    await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
  });
});

test("a form from another site is not acted on", async ({ journey, page, context }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  const target = page.url();
  const elsewhere = await context.newPage();
  await elsewhere.route("http://elsewhere.localhost/", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<form method="post" action="${target}"><input name="choice" value="refuse"><button>go</button></form>`,
    }),
  );
  await elsewhere.goto("http://elsewhere.localhost/");
  const [answer] = await Promise.all([
    elsewhere.waitForResponse((response) => response.request().method() === "POST"),
    elsewhere.getByRole("button", { name: "go" }).click(),
  ]);
  expect(answer.status()).toBeGreaterThanOrEqual(400);
  await expect(consent.allowButton).toBeVisible();
  await page.reload();
  await ConsentPage.on(page);
});
