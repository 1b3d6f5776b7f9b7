import { STAFF } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { AdminPage } from "../pages/admin-page.ts";
import { inDatabaseOf } from "../records.ts";
import { topology } from "../world.ts";

/** what needs a second person, as the two of them see it. */

/** Far enough off to be in no other journey's way. @returns the address of the request */
async function askToSuspend(admin: AdminPage): Promise<string> {
  const from = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 16);
  const asked = new URLSearchParams({
    scope: "payments",
    from,
    until: "",
    reason: "Payments to strangers",
    show: "effect",
  });
  await admin.open(`/admin/tpps/tpp-tallybook/suspend?${asked}`);
  await admin.button(/^Ask to suspend payments/).click();
  await admin.expectHeading("Suspend payments of Tallybook");
  return new URL(admin.page.url()).pathname;
}

/** One that a world in which this ran before has not. */
const anotherCount = () => (test.info().project.use.javaScriptEnabled === false ? "6000" : "5000");

test("the rules of a second person are themselves changed by two @no-script", async ({ page, browser }) => {
  // Three people sign in, and axe looks at each page of each of them.
  test.slow();
  const config = await AdminPage.signedIn(page, STAFF.config, "/admin/approvals/policy");
  const exporting = page.getByRole("group", { name: "Exporting consents" });
  const count = anotherCount();
  const rule = `From ${Number(count).toLocaleString("en-GB")} consents a day`;
  await page.getByLabel("Why").fill("Nothing at all");
  await config.button("Ask for approval").click();
  await expect(page.getByRole("alert")).toHaveText(
    "These rules hold already: nothing would change, and nothing was asked for.",
  );
  await exporting.getByLabel("Second person from").fill("none");
  await page.getByLabel("Why").fill("Exports of more than a branch");
  await config.button("Ask for approval").click();
  await expect(exporting.getByText("Whole numbers from 1 to 1,000,000.")).toBeVisible();
  await config.expectFits();
  await expect(page.getByLabel("Why")).toHaveValue("Exports of more than a branch");
  await exporting.getByLabel("Second person from").fill(count);
  await config.button("Ask for approval").click();
  await config.expectHeading("Change what needs a second person");
  const { pathname } = new URL(page.url());
  await expect(page.getByText("You asked for this. Somebody else decides.")).toBeVisible();
  await expect(config.link("Approve or refuse")).toHaveCount(0);
  await config.open(`${pathname}/decide`);
  expect(new URL(page.url()).pathname, "whoever asked has no such page").toBe(pathname);

  const lead = await AdminPage.elsewhere(browser, STAFF.lead, "/admin/approvals?view=waiting");
  await lead.link("Change what needs a second person").first().click();
  await lead.expectHeading("Change what needs a second person");
  await expect(lead.link("Approve or refuse")).toHaveCount(0);
  await lead.page.goto(`${lead.page.url()}/decide`);
  await expect(lead.heading("Your role does not let you do this")).toBeVisible();

  const chief = await AdminPage.elsewhere(browser, STAFF.chief, "/admin/approvals");
  await expect(chief.link(/^Approvals [1-9]/)).toBeVisible();
  await chief.open(`${pathname}/decide`);
  await expect(chief.part("What it changes")).toContainText(rule);
  await expect(chief.part("What it changes")).not.toContainText("Suspending a TPP");
  await chief.button("Refuse").click();
  await expect(chief.page.getByText("Say why you refuse.")).toBeVisible();
  await chief.expectFits();
  await chief.page.getByLabel("Note").fill("As agreed");
  await chief.button("Approve: change what needs a second person").click();
  await chief.untilState("Done");
  await chief.expectFits();
  await chief.open("/admin/approvals/policy");
  await expect(chief.page.getByRole("row", { name: /^Exporting consents/ })).toContainText(rule);

  await config.open(pathname);
  await expect(page.getByText("As agreed")).toBeVisible();
  await config.open("/admin/approvals?view=ended");
  await expect(page.getByRole("row", { name: /Change what needs a second person/ }).first()).toContainText("Done");
});

test("what was asked for is taken back, and nobody decides it any more @no-script", async ({ page, browser }) => {
  const config = await AdminPage.signedIn(page, STAFF.config, "/admin/approvals/policy");
  await page.getByRole("group", { name: "Lifting a suspension" }).getByLabel("Of compliance from").fill("900");
  await page.getByLabel("Why").fill("By mistake");
  await config.button("Ask for approval").click();
  await config.expectHeading("Change what needs a second person");
  const { pathname } = new URL(page.url());
  const chief = await AdminPage.elsewhere(browser, STAFF.chief, `${pathname}/decide`);
  await config.button("Take it back").click();
  await expect(page.locator(".title .status")).toHaveText("Taken back");
  await chief.button(/^Approve:/).click();
  await expect(chief.page.getByRole("status")).toHaveText("Whoever asked took it back first. Nothing was changed now.");
  await chief.expectFits();
});

test("what compliance alone decides a colleague decides in its name, for others and until that is taken back", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const config = await AdminPage.signedIn(page, STAFF.config, "/admin/approvals/policy");
  const suspending = page.getByRole("group", { name: "Suspending a TPP" });
  await suspending.getByLabel("Of compliance from").fill("1");
  await page.getByLabel("Why").fill("Compliance wants to see each");
  await config.button("Ask for approval").click();
  await config.expectHeading("Change what needs a second person");
  const chief = await AdminPage.elsewhere(browser, STAFF.chief, `${new URL(page.url()).pathname}/decide`);
  await chief.button(/^Approve:/).click();
  await chief.untilState("Done");

  const fraud = await AdminPage.elsewhere(browser, STAFF.fraud, "/admin/approvals/delegations");
  await expect(fraud.button("Let them decide in your name"), "nothing is its alone").toHaveCount(0);
  const own = await askToSuspend(fraud);
  const theirs = await askToSuspend(chief);
  const later = await askToSuspend(chief);
  await fraud.open(theirs);
  await expect(
    fraud.page.getByText("It waits for compliance, or for whom they let decide in their name."),
  ).toBeVisible();

  const approver = await AdminPage.elsewhere(browser, STAFF.approver, "/admin/approvals/delegations");
  await approver.page.getByLabel("Colleague").selectOption({ label: STAFF.fraud.name });
  await approver.page.getByLabel(/^For/).selectOption("3 days");
  await approver.button("Let them decide in your name").click();
  const line = approver.page.getByRole("row", { name: new RegExp(STAFF.fraud.name) });
  await expect(line).toContainText("You");
  await expect(approver.page.getByLabel("Colleague").getByRole("option", { name: STAFF.fraud.name })).toHaveCount(0);
  await approver.expectFits();

  await fraud.open(`${theirs}/decide`);
  await fraud.button(/^Approve: suspend payments/).click();
  await fraud.untilState("Done");
  await expect(fraud.part("Who and when")).toContainText(`, for ${STAFF.approver.name}`);
  await fraud.open(`${own}/decide`);
  expect(new URL(fraud.page.url()).pathname, "what they asked for is not theirs to decide, in nobody's name").toBe(own);
  await expect(fraud.page.getByText("You asked for this. Somebody else decides.")).toBeVisible();

  await line.getByRole("button", { name: `Take back from ${STAFF.fraud.name}` }).click();
  await expect(approver.page.getByText("You decide for nobody else, and nobody decides for you.")).toBeVisible();
  await fraud.open(later);
  await expect(fraud.link("Approve or refuse")).toHaveCount(0);
  await fraud.open(own);
  await fraud.button("Take it back").click();
});

test("what cannot wait is done by one, whom somebody else reviews @no-script", async ({ page, browser }) => {
  test.slow();
  const fraud = await AdminPage.signedIn(page, STAFF.fraud);
  const asked = await askToSuspend(fraud);
  await fraud.link("Act without a second person").click();
  await fraud.expectHeading("Act without a second person");
  await page.getByLabel(/^Reason/).fill("Money is going, and nobody else is here");
  await fraud.button("Suspend payments of Tallybook now, alone").click();
  await fraud.untilState("Done");
  await expect(fraud.part("Who and when")).toContainText("Done without a second person");
  await expect(fraud.link("Review")).toHaveCount(0);
  await fraud.open(`${asked}/act-now`);
  expect(new URL(page.url()).pathname, "it is done once").toBe(asked);
  await page.goto(`${topology.appOrigin}${asked}/review`);
  await expect(fraud.heading("Your role does not let you do this")).toBeVisible();

  const chief = await AdminPage.elsewhere(browser, STAFF.chief, "/admin/approvals");
  await chief.page
    .getByRole("row", { name: /Suspend payments/ })
    .filter({ hasText: "Review by" })
    .first()
    .waitFor();
  await chief.open(`${asked}/review`);
  await chief.page.getByLabel("Was not right").check();
  await chief.page.getByLabel(/^Note/).fill("A colleague was at the next desk");
  await chief.button("Keep this finding").click();
  await expect(chief.part("Who and when")).toContainText("That it was not right");
  await chief.open(`${asked}/review`);
  expect(new URL(chief.page.url()).pathname, "it is reviewed once").toBe(asked);
  await fraud.open(asked);
  await expect(fraud.part("Who and when")).toContainText("A colleague was at the next desk");

  const alone = await askToSuspend(chief);
  await chief.link("Act without a second person").click();
  await chief.page.getByLabel(/^Reason/).fill("To be seen to be refused");
  await chief.button("Suspend payments of Tallybook now, alone").click();
  await chief.open(`${alone}/review`);
  expect(new URL(chief.page.url()).pathname, "nobody reviews their own, whatever they may do").toBe(alone);
});

test("who has to sign in for what they pressed is led there @no-script", async ({ page }) => {
  const chief = await AdminPage.signedIn(page, STAFF.chief);
  await askToSuspend(chief);
  await chief.link("Act without a second person").click();
  await page.getByLabel(/^Reason/).fill("Money is going");
  await inDatabaseOf(
    "assent",
    (sql) =>
      sql`update staff_session set began_at = began_at - interval '6 minutes' where staff_id = ${STAFF.chief.id}`,
  );
  await chief.button(/alone$/).click();
  await page.waitForURL((url) => url.origin !== topology.appOrigin);
  await expect(page.getByLabel("User name")).toBeVisible();
});

test("who may do what is drawn from what the guards ask @no-script", async ({ page }) => {
  const clerk = await AdminPage.signedIn(page, STAFF.clerk, "/admin/roles");
  await clerk.expectHeading("Who may do what");
  await expect(clerk.link(/^Approvals/), "a viewer has no such way").toHaveCount(0);
});
