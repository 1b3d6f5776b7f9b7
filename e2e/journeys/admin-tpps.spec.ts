import type { Browser, Locator } from "@playwright/test";
import { CUSTOMERS, STAFF, type StaffMember } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { AdminPage } from "../pages/admin-page.ts";
import { expectStop } from "../pages/consent.ts";
import { tokenAnswer } from "../tpp-api.ts";
import { topology } from "../world.ts";

/** a TPP as staff see it, and hold it back. */

/** Somebody at another computer. */
async function elsewhere(browser: Browser, person: StaffMember, path: string): Promise<AdminPage> {
  const { javaScriptEnabled } = test.info().project.use;
  const context = await browser.newContext(javaScriptEnabled === undefined ? {} : { javaScriptEnabled });
  return AdminPage.signedIn(await context.newPage(), person, path);
}

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString().slice(0, 19);

test("suspended by two people, refused at every door within seconds, and let go by its time", async ({
  page,
  browser,
  journey,
}) => {
  test.setTimeout(300_000);
  // A customer is in front of the question when it begins.
  const question = await journey.toTheQuestion(CUSTOMERS.hanna, { tpp: "beacon" });
  expect(await tokenAnswer("beacon")).toEqual({ status: 200 });

  const operator = await elsewhere(browser, STAFF.operator, "/admin/tpps");
  await operator.link("Budget Beacon").click();
  await operator.expectHeading("Budget Beacon");
  await expect(operator.page.getByRole("row", { name: /^Organisation/ })).toContainText("PSDGB-FCA-731904");
  await operator.link("Suspend").click();
  await operator.expectHeading("Suspend Budget Beacon");
  await operator.page.getByLabel(/^All access/).check();
  await operator.page.getByLabel(/^Why/).fill("short");
  await operator.button("See whom it affects").click();
  await expect(operator.page.getByText("Say why, in 10 to 500 characters.")).toBeVisible();
  await operator.expectFits();
  const approver = await elsewhere(browser, STAFF.approver, "/admin/approvals");

  const until = inSeconds(75);
  const asked = new URLSearchParams({
    scope: "all-access",
    from: "",
    until,
    reason: "Payments to strangers",
    show: "effect",
  });
  await operator.page.goto(`${topology.appOrigin}/admin/tpps/tpp-beacon/suspend?${asked}`);
  await expect(operator.page.getByText("It gets no data, no token and no payment")).toBeVisible();
  await operator.button(/^Ask to suspend all access for \d+ customers?$/).click();
  const { pathname } = new URL(operator.page.url());
  await approver.page.goto(`${topology.appOrigin}${pathname}/decide`);
  await approver.button(/^Approve/).click();

  await expect
    .poll(() => tokenAnswer("beacon"), { timeout: 8_000 })
    .toEqual({
      status: 400,
      error: "unauthorized_client",
    });
  await question.choose("Home");
  await question.allowButton.click();
  await expectStop(page, /^Budget Beacon can’t ask for this now$/);
  await operator.open("/admin/tpps/tpp-beacon");
  await expect(operator.page.getByRole("row", { name: /All access/ })).toContainText("Suspended");
  await operator.open("/admin/tpps?only=suspended");
  await expect(operator.page.getByRole("row", { name: /Budget Beacon/ })).toContainText("Suspended: no access");

  await expect.poll(() => tokenAnswer("beacon"), { timeout: 120_000, intervals: [1_000] }).toEqual({ status: 200 });
  await journey.toTheQuestion(CUSTOMERS.hanna, { tpp: "beacon" });
  await expect(async () => {
    await operator.page.goto(`${topology.appOrigin}/admin/tpps/tpp-beacon`);
    await expect(operator.page.getByRole("row", { name: /All access/ })).toContainText("Over", { timeout: 500 });
  }).toPass();
});

test("a TPP that its register withdraws asks no customer for anything, and may again once it is back @no-script", async ({
  page,
  browser,
  journey,
}) => {
  test.setTimeout(180_000);
  const operator = await elsewhere(browser, STAFF.operator, "/admin/tpps");
  const publish = async (change: (firm: Locator) => Promise<void>) => {
    await operator.page.goto(topology.directory);
    const firm = operator.page.getByRole("region", { name: "Tallybook" });
    await change(firm);
    await firm.getByRole("button", { name: "Publish for Tallybook" }).click();
    await operator.open("/admin/tpps");
    await operator.button("Look at the register now").click();
  };
  const seen = (said: string) =>
    expect(async () => {
      await operator.page.goto(`${topology.appOrigin}/admin/tpps/tpp-tallybook`);
      await expect(operator.page.getByText(said).first()).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 20_000 });
  const refused = () =>
    expect(async () => {
      await page.goto(`${topology.tpp}/`);
      await page.getByRole("radio", { name: "Tallybook" }).check();
      await page.getByRole("button", { name: "Connect to Northlight Bank" }).click();
      await expect(journey.tpp.outcome).toHaveText("The run stopped", { timeout: 2_000 });
      await expect(page.getByText("403", { exact: true }).first()).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 20_000 });
  const asksAgain = () => expect(async () => void (await journey.tpp.ask("tallybook"))).toPass({ timeout: 30_000 });

  const question = await journey.toTheQuestion(CUSTOMERS.hanna, { tpp: "tallybook" });
  await publish((firm) => firm.getByLabel("Withdrawn").check());
  await seen("Its register says that it may do nothing any more.");
  await operator.expectFits();
  await expect(operator.page.getByText("Customers are asked for nothing new with it.")).toBeVisible();
  await expect(operator.page.getByRole("row", { name: /Standing Active No longer authorised/ }).first()).toBeVisible();

  // Whoever was asked before cannot say yes any more, and is told why without blame.
  await question.choose("Home");
  await question.allowButton.click();
  await expectStop(page, /^Tallybook can’t ask for this now$/);
  await expect(page.getByText("The official list of firms says that Tallybook may not offer this.")).toBeVisible();
  await page.getByRole("button", { name: "Go back to Tallybook" }).click();
  await expect(journey.tpp.errorFromTheBank).toContainText("unauthorized_client");
  await refused();

  await publish((firm) => firm.getByLabel("Active").check());
  await operator.open("/admin/tpps");
  await asksAgain();
  await journey.onToTheQuestion(CUSTOMERS.hanna);

  // Without the role that this needs it is the same, and with it again it goes on.
  await publish((firm) => firm.getByLabel("AISP").uncheck());
  await seen("Not registered for: Account information.");
  await refused();
  await publish((firm) => firm.getByLabel("AISP").check());
  await asksAgain();
});

test("the bank's own word on a TPP: a note, and a role that is blocked @no-script", async ({ page }) => {
  const operator = await AdminPage.signedIn(page, STAFF.operator, "/admin/tpps/tpp-tallybook/override");
  await page.getByLabel("Note").fill("Ask for Kim first");
  await page.getByLabel("Funds confirmation").check();
  await page.getByLabel(/^Why/).fill("Complaints about how it asks");
  await operator.button("Save").click();
  await operator.expectHeading("Tallybook");
  await expect(page.getByText("Ask for Kim first")).toBeVisible();
  await operator.open("/admin/tpps?only=blocked");
  await expect(page.getByRole("row", { name: /Tallybook/ })).toContainText("Blocked here: Funds confirmation");
  await operator.open("/admin/tpps/tpp-tallybook/override");
  await page.getByLabel("Funds confirmation").uncheck();
  await page.getByLabel(/^Why/).fill("Settled with them");
  await operator.button("Save").click();
  await operator.open("/admin/tpps?only=blocked");
  await expect(page.getByText("No TPP is like that.")).toBeVisible();
});

test("whoever only looks can suspend nothing @no-script", async ({ page }) => {
  const clerk = await AdminPage.signedIn(page, STAFF.clerk, "/admin/tpps/tpp-beacon");
  await expect(clerk.link("Suspend")).toHaveCount(0);
  await page.goto(`${topology.appOrigin}/admin/tpps/tpp-beacon/suspend`);
  await expect(clerk.heading("Your role does not let you do this")).toBeVisible();
});
