import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { signIn } from "../pages/bank-login.ts";
import { ConsentPage, expectStop } from "../pages/consent.ts";
import { TppPage } from "../pages/tpp.ts";

test("a double click is one answer", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  await consent.choose("Everyday");
  // Closer together, the browser sends one form only and nothing is doubled.
  await consent.allowButton.dblclick({ delay: 30 });
  const gone = page.getByRole("heading", { level: 1, name: /^The customer allowed access$|already said yes/ });
  await expect(gone).toBeVisible();
  // On a slow machine the second click meets an answer that is on record: it says so, and goes on.
  if (/already said yes/.test(await gone.innerText())) await page.getByRole("button").click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
});

test("two tabs allow at the same moment: one goes on, the other is told, and neither is stranded", {
  tag: "@no-script",
}, async ({ journey, page, context }) => {
  const first = await journey.toTheQuestion(CUSTOMERS.grace);
  const otherTab = await context.newPage();
  await otherTab.goto(page.url());
  const second = await ConsentPage.on(otherTab);
  const posts: string[] = [];
  context.on("request", (request) => {
    if (request.method() === "POST" && request.url().includes("/consent/")) posts.push(request.url());
  });
  await first.choose("Everyday");
  await second.choose("Everyday");
  await Promise.all([first.allowButton.click(), second.allowButton.click()]);
  const headings = await Promise.all(
    [page, otherTab].map(async (tab) => {
      const settled = tab.getByRole("heading", { level: 1, name: /^The customer allowed access$|already said yes/ });
      await expect(settled).toBeVisible();
      return settled.innerText();
    }),
  );
  expect(posts).toHaveLength(2);
  expect([...headings].sort()).toEqual(["The customer allowed access", "You have already said yes"]);
});

test("two tabs, allow against refuse: the first counts and the second is told", { tag: "@no-script" }, async ({
  journey,
  page,
  context,
}) => {
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

test("after the answer the page shows the answer, however often it is asked", { tag: "@no-script" }, async ({
  journey,
  page,
}) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  const address = page.url();
  await consent.refuseButton.click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
  for (let visit = 0; visit < 2; visit++) {
    await page.goto(address);
    await expectStop(page, /You have already said no/);
  }
  // The address that the authorization server gave is used up: going on again leads nowhere, and is not offered twice.
  await page.getByRole("button", { name: /Go to/ }).click();
  await expectStop(page, /You have already said no/);
  await expect(page.getByRole("button", { name: /Go to/ })).toHaveCount(0);
});

test("two requests open in two tabs do not disturb each other", async ({ journey, page, context }) => {
  await journey.toTheQuestion(CUSTOMERS.grace, { tpp: "beacon" });
  const otherTab = await context.newPage();
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
