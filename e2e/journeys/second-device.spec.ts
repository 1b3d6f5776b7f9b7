import { CUSTOMERS } from "../../sandbox/personas.ts";
import { test as base, expect } from "../fixtures.ts";
import { DashboardPage } from "../pages/dashboard.ts";
import { ScanningPhone, WaitingPage } from "../pages/second-device.ts";
import { inDatabaseOf } from "../records.ts";
import { topology } from "../world.ts";

const { arun, grace } = CUSTOMERS;

const test = base.extend<{ phone: ScanningPhone }>({
  phone: async ({ browser }, use) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    await use(new ScanningPhone(await context.newPage()));
    await context.close();
  },
});

test("P-24: scanned, signed in, matched and allowed on the phone; the first device goes on by itself", {
  tag: "@no-script",
}, async ({ journey, phone, browser }) => {
  const consent = await journey.toTheQuestion(arun);
  await consent.choose("Bills");
  const waiting = await WaitingPage.from(consent);
  const address = await waiting.scan(browser);
  expect(address).toBe(`${topology.appOrigin}/second-device?code=${await waiting.code()}`);
  await phone.open(address, arun);
  await phone.bringCode();
  const number = await waiting.number();
  await phone.enterNumber(number);
  // What was ticked on the first device is ticked here.
  await expect(phone.page.getByLabel(/^Bills/)).toBeChecked();
  await expect(waiting.heading("Answer on your phone")).toBeVisible();
  await expect(phone.page.getByRole("button", { name: "Continue on your phone" })).toHaveCount(0);
  await phone.page.getByRole("button", { name: /^Allow/ }).click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  await expect(journey.tpp.result("Accounts").getByRole("row")).toHaveCount(2);
  await expect(phone.page.getByText("You can close this page", { exact: false })).toBeVisible();
});

test("P-24: a payment that is refused on the phone moves no money", { tag: "@no-script" }, async ({
  journey,
  phone,
}) => {
  const waiting = await WaitingPage.from(await journey.toTheQuestion(arun, { kind: "domestic_payment" }));
  const code = await waiting.code();
  await phone.open(`${topology.appOrigin}/second-device`, arun);
  await phone.bringCode(code.toLowerCase());
  const consent = await phone.toTheQuestion(await waiting.number());
  await consent.refuseButton.click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
});

test("P-24: the wrong number is said twice, and then the phone is out; the first device still can", async ({
  journey,
  phone,
}) => {
  const waiting = await WaitingPage.from(await journey.toTheQuestion(arun));
  await phone.open(`${topology.appOrigin}/second-device?code=${await waiting.code()}`, arun);
  await phone.bringCode();
  const wrong = (await waiting.number()) === "10" ? "11" : "10";
  for (const _ of [1, 2]) {
    await phone.enterNumber(wrong);
    await expect(phone.problem).toContainText("not the number on your other screen");
  }
  await phone.enterNumber(wrong);
  await expect(phone.problem).toContainText("You can’t go on with this request on this device");
  await expect(waiting.heading("The number was wrong three times")).toBeVisible();
  await waiting.goOnHere();
  await expect(waiting.page.getByRole("button", { name: "Allow sharing" })).toBeVisible();
});

test("P-24: late, the code opens nothing, and a new one does", async ({ journey, phone }) => {
  const waiting = await WaitingPage.from(await journey.toTheQuestion(arun));
  const code = await waiting.code();
  await phone.open(`${topology.appOrigin}/second-device?code=${code}`, arun);
  await inDatabaseOf(
    "assent",
    (sql) => sql`
      update second_device set expires_at = clock_timestamp()
      where visit_id = (select id from consent_visit order by opened_at desc limit 1)`,
  );
  await phone.bringCode();
  await expect(phone.problem).toContainText("has run out");
  await expect(waiting.heading("The code has run out")).toBeVisible();
  await waiting.page.getByRole("button", { name: "Get a new code" }).click();
  await phone.bringCode(await waiting.code());
  await phone.toTheQuestion(await waiting.number());
});

test("P-24: a code is good once, and for its own customer alone", async ({ journey, phone, browser }) => {
  const waiting = await WaitingPage.from(await journey.toTheQuestion(arun));
  const code = await waiting.code();
  const context = await browser.newContext();
  const stranger = new ScanningPhone(await context.newPage());
  await stranger.open(`${topology.appOrigin}/second-device?code=${code}`, grace);
  await stranger.bringCode();
  await expect(stranger.problem).toContainText("belongs to someone else");
  await context.close();
  await phone.open(`${topology.appOrigin}/second-device?code=${code}`, arun);
  await phone.bringCode();
  await waiting.number();
  await phone.page.goto(`${topology.appOrigin}/second-device`);
  await phone.bringCode(code);
  await expect(phone.problem).toContainText("was used before");
});

test("P-24: signed out everywhere, the phone is out and the first device has its question", async ({
  journey,
  phone,
}) => {
  const waiting = await WaitingPage.from(await journey.toTheQuestion(arun));
  await phone.open(`${topology.appOrigin}/second-device?code=${await waiting.code()}`, arun);
  await phone.bringCode();
  const consent = await phone.toTheQuestion(await waiting.number());
  await expect(waiting.heading("Answer on your phone")).toBeVisible();
  const question = phone.page.url();
  const dashboard = new DashboardPage(phone.page);
  await dashboard.open("/dashboard/sessions");
  await dashboard.button("Sign out everywhere").click();
  await dashboard.expectHeading("You are signed out");
  await phone.page.goto(question);
  await expect(consent.allowButton).toHaveCount(0);
  await expect(waiting.page.getByRole("button", { name: "Allow sharing" })).toBeVisible();
});
