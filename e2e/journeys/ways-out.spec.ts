import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { analyticsEvents } from "../analytics.ts";
import { expect, test } from "../fixtures.ts";
import { signIn } from "../pages/bank-login.ts";
import { ConsentPage, expectStop } from "../pages/consent.ts";
import { speak } from "../pages/language.ts";
import { inDatabaseOf, leaveToAnswer } from "../records.ts";
import { whileHanging } from "../world.ts";

const visitOf = (url: string) => /consent\/([\w-]{22})/.exec(url)?.[1] ?? "";

/** What the bank has on record of the answer on a visit. */
const decidedOn = (visit: string) =>
  inDatabaseOf("assent", async (sql) => {
    const [row] = await sql`
      select decision, visit.consent_id, reference, announced_at is not null as announced
      from consent_decision join consent_visit as visit on visit.id = visit_id
      left join customer_case using (visit_id) where visit_id = ${visit}`;
    return row;
  });

test("P-25: one press says no and why; the bank keeps the reason and the app is not told", {
  tag: "@no-script",
}, async ({ journey, page }) => {
  await journey.toTheQuestion(CUSTOMERS.grace);
  const visit = visitOf(page.url());
  await page.getByText("Don’t allow, and say why (optional)").click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "It asks for too much" }).click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
  await expect(page.locator("body")).not.toContainText(/too.much/i);
  const decided = await decidedOn(visit);
  expect(decided).toMatchObject({ decision: { outcome: "refused", reason: "asks-too-much" }, reference: null });
  await expect(async () => {
    const told = (await analyticsEvents()).find(
      ({ body }) => body["consentId"] === decided?.["consent_id"] && body["type"] === "consent.decline",
    );
    expect(told?.body).toMatchObject({ reason: "asks-too-much" });
  }).toPass({ timeout: 15_000 });
});

test("P-32: not expecting this: one press refuses, opens a case and names it; the way on is the customer's", {
  tag: "@no-script",
}, async ({ journey, page }) => {
  await journey.toTheQuestion(CUSTOMERS.grace);
  const visit = visitOf(page.url());
  await page.getByRole("button", { name: "Stop it and report it" }).click();
  await expectStop(page, /You have reported this request/);
  await expect(page.locator("main")).toContainText("Our fraud team will look into it");
  const reference = await page.getByText("Report number").locator("strong").innerText();
  expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(await decidedOn(visit)).toMatchObject({ decision: { reason: "not-me" }, reference });
  await expect(async () => expect(await decidedOn(visit)).toMatchObject({ announced: true })).toPass({
    timeout: 15_000,
  });
  await page.reload();
  await expect(page.getByText(reference)).toBeVisible();
  await page.getByRole("button", { name: /Go back to/ }).click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
});

test("P-32: it works while the bank's system and the authorization server hang, and goes through later", {
  tag: "@no-script",
}, async ({ journey, page }) => {
  await journey.toTheQuestion(CUSTOMERS.grace);
  await whileHanging("bank", () =>
    whileHanging("authorization-server", async () => {
      await page.getByRole("button", { name: "Stop it and report it" }).click();
      await expectStop(page, /You have reported this request/);
      await expect(page.locator("main")).toContainText("as soon as our system answers");
    }),
  );
  const reference = await page.getByText("Report number").locator("strong").innerText();
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.locator("main")).toContainText("We have said no for you");
  await expect(page.getByText(reference)).toBeVisible();
  await page.getByRole("button", { name: /Go back to/ }).click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
});

test("P-26: the page tells when time is nearly over, gives more, and keeps what was chosen", {
  tag: "@no-script",
}, async ({ journey, page }) => {
  await journey.toTheQuestion(CUSTOMERS.arun);
  await expect(page.getByText(/^You can answer until \d\d:\d\d\.$/)).toBeVisible();
  const more = page.getByRole("button", { name: "I need more time" });
  await expect(more).toBeHidden();
  await leaveToAnswer(135);
  await page.reload();
  const consent = await ConsentPage.on(page);
  await consent.choose("Bills");
  await expect(more).toBeHidden();
  await expect(page.getByRole("status")).toContainText(/Your time to answer ends at/, { timeout: 20_000 });
  await expect(more).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  await more.click();
  await expect(page).toHaveURL(/#time$/);
  await expect(consent.account("Bills")).toBeChecked();
  await expect(more).toBeHidden();
  await leaveToAnswer(500);
  await consent.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
});

test("P-26, N-11: when time is over nothing is allowed, and the page says where to start again", {
  tag: "@no-script",
}, async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  await consent.choose("Everyday");
  await leaveToAnswer(-1);
  await consent.allowButton.click();
  await expectStop(page, /You ran out of time to answer/);
  await expect(page.locator("main")).toContainText(/Go back to (Budget Beacon|Tallybook) and start again/);
  await expect(page.locator("main")).toContainText("Nothing was shared");
});

test("P-16: whom the bank's checks worry about stops for a moment first, and both ways on are equal", {
  tag: "@no-script",
}, async ({ journey, page }) => {
  await journey.toOurPage(CUSTOMERS.vera);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Take a moment first");
  await expectAccessible(page);
  const [goOn, refuse] = await Promise.all(
    ["Go on to the request", /^Don.t allow$/].map((name) => page.getByRole("button", { name }).boundingBox()),
  );
  expect([refuse?.width, refuse?.height, refuse?.y]).toEqual([goOn?.width, goOn?.height, goOn?.y]);
  await page.getByRole("button", { name: "Go on to the request" }).click();
  const consent = await ConsentPage.on(page);
  await page.reload();
  await consent.choose("Daily account");
  await consent.allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
});

test("P-16: the moment ends in a refusal as well", { tag: "@no-script" }, async ({ journey, page }) => {
  await journey.toOurPage(CUSTOMERS.vera);
  await page.getByRole("button", { name: /^Don.t allow$/ }).click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
});

test("somebody else signs in instead: nothing is lost, nothing is shown to them, and they alone answer", {
  tag: "@no-script",
}, async ({ journey, page }) => {
  const wrong = await journey.toTheQuestion(CUSTOMERS.arun);
  const first = page.url();
  await expect(page.getByText("Signed in as Arun Mehta.")).toBeVisible();
  await wrong.choose("Main account");
  await speak(page, "Deutsch", "de");
  await speak(page, "English", "en-GB");
  await expect(wrong.account("Main account")).toBeChecked();
  await page.getByRole("button", { name: "Not you? Sign in as someone else" }).click();

  await signIn(page, CUSTOMERS.grace);
  await page.waitForURL(/^http:\/\/assent\.localhost/);
  // Nothing is ticked, which arriving there checks.
  const right = await ConsentPage.on(page);
  await expect(page.getByText("Signed in as Grace Okoye.")).toBeVisible();
  await expect(page.locator("main")).not.toContainText(/Arun|Main account/);

  const behind = await page.context().newPage();
  await behind.goto(first);
  await expectStop(behind, /Sign in as someone else/);
  await expect(behind.locator("main")).toContainText("Nothing was shared");
  await behind.close();

  await right.choose("Everyday");
  await right.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  const accounts = journey.tpp.result("Accounts");
  await expect(accounts.getByRole("row")).toHaveCount(2);
  await expect(accounts).toContainText("acc-grace-main");
  const record = await inDatabaseOf("assent", async (sql) => {
    const [row] = await sql`
      select (select count(*)::int from consent_decision where visit_id = visit.id) as decisions,
        (select array_agg(type order by type) from audit_event as event
          where event.consent_id = visit.consent_id and type in ('other-log-in-asked', 'decision-intended')) as events,
        (select customer_id from consent_projection where consent_id = visit.consent_id) as customer,
        (select count(*)::int from consent_version_projection where consent_id = visit.consent_id) as versions
      from consent_visit as visit where id = ${visitOf(first)}`;
    return row;
  });
  expect(record).toEqual({
    decisions: 0,
    events: ["decision-intended", "other-log-in-asked"],
    customer: CUSTOMERS.grace.id,
    versions: 2,
  });
});
