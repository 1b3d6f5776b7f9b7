import type { Browser, Page } from "@playwright/test";
import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { expect, type Journey, test } from "../fixtures.ts";
import { ConfirmPage } from "../pages/confirm.ts";
import { DashboardPage } from "../pages/dashboard.ts";
import { inDatabaseOf } from "../records.ts";

/** P-08, D-14, T4–T7: an account of two, whose data is shared when both have agreed, and nothing before. */

const { ruth, piotr } = CUSTOMERS;

/** The first yes, for the joint account and one of her own; and where the app then stands. */
async function firstYes(journey: Journey, page: Page) {
  const consent = await journey.toTheQuestion(ruth, { tpp: "tallybook" });
  const address = page.url();
  await consent.choose("House", "Ruth's account");
  await consent.allow();
  await expect(page.getByText("The bank answered 403.").first()).toBeVisible();
  return { id: await journey.tpp.consentId(), atTheApp: page.url(), address };
}

const signingOf = (consentId: string) =>
  inDatabaseOf("assent", async (sql) => {
    const [row] = await sql<{ id: string }[]>`select id from consent_signing where consent_id = ${consentId}`;
    return row?.id ?? "";
  });

/** In a browser of his own, from the list of what waits for him. */
async function requestAtPiotr(browser: Browser, consentId: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await DashboardPage.signedIn(page, piotr);
  await page.locator(`a[href$="/signatures/${await signingOf(consentId)}"]`).click();
  await expect(page.locator("main")).toContainText("Who has signed");
  await expect(page.locator("script")).toHaveCount(0);
  await expectAccessible(page);
  return page;
}

/** What waits for others, at whoever asked for it. */
async function othersAt(browser: Browser, customer: typeof ruth): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await DashboardPage.signedIn(page, customer);
  return page;
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const sign = (page: Page) => page.getByRole("button", { name: /^Sign: / });

async function callAgain(page: Page, atTheApp: string): Promise<void> {
  await page.goto(atTheApp);
  await page.getByRole("button", { name: "Call the API again" }).click();
}

const statusAtTheBank = (id: string) =>
  inDatabaseOf("authorization_server", async (sql) => {
    const [row] = await sql<{ status: string; outstanding: boolean }[]>`
      select status, signatures_outstanding as outstanding from consent where id = ${id}`;
    return row && `${row.status}${row.outstanding ? ", waits" : ""}`;
  });

test("both agree: nothing flows before, not even of her own account, and then all that she chose", {
  tag: "@no-script",
}, async ({ journey, page, browser }) => {
  await journey.toTheQuestion(ruth, { tpp: "tallybook" });
  await expect(page.locator("#accounts")).toContainText(/Pending: needs Piotr Lund too, by \d{1,2}\s\w+\s\d{4}/);
  await expect(page.getByText("More than one person has to agree before data")).toContainText(
    "Nothing is shared from any account that you choose before enough of you have agreed.",
  );
  const { id, atTheApp, address } = await firstYes(journey, page);
  expect(await statusAtTheBank(id)).toBe("authorised, waits");
  await page.goto(address);
  await expect(page.locator("main")).toContainText("1 more person has to sign too.");
  await expect(page.locator("main")).toContainText("Nothing is shared before the others have agreed.");
  await expectAccessible(page);

  const his = await requestAtPiotr(browser, id);
  for (const text of [
    "Ruth Lund said yes to this request",
    "House",
    "Signed: 1 of 2",
    "Piotr Lund (you): not signed",
  ]) {
    await expect(his.locator("main")).toContainText(text);
  }
  expect(await his.content()).not.toContain("Ruth's account");
  const hers = await othersAt(browser, ruth);
  await expect(hers.locator("main")).toContainText("Others have yet to sign. Can sign next: Piotr Lund.");
  await hers.context().close();
  // He has only just logged in, with both factors.
  await sign(his).click();
  await expect(heading(his)).toHaveText("Enough of you have signed");
  await his.goto(new URL("/dashboard/signatures", his.url()).href);
  await expect(heading(his)).toHaveText("You signed");
  await expectAccessible(his);
  const signed = his.locator("main li").filter({ has: his.getByRole("heading", { level: 2 }) });
  await expect(signed.first()).toContainText(/See account information.*Active/s);
  expect(await his.content()).not.toContain("Ruth");
  await signed.first().getByRole("heading").getByRole("link").click();
  await expect(heading(his)).toHaveText("Enough of you have signed");
  await his.context().close();

  await expect.poll(() => statusAtTheBank(id)).toBe("authorised");
  await callAgain(page, atTheApp);
  const accounts = journey.tpp.result("Accounts");
  await expect(accounts.getByRole("row")).toHaveCount(3);
  await expect(accounts).toContainText("acc-lund-joint");
  await expect(accounts).toContainText("acc-ruth-own");
});

test("whoever logged in a while ago confirms it by a code, bound to what they are shown", async ({
  journey,
  page,
  browser,
}) => {
  const { id } = await firstYes(journey, page);
  const his = await requestAtPiotr(browser, id);
  await inDatabaseOf(
    "assent",
    (sql) => sql`
      update customer_session set authenticated_at = now() - interval '11 minutes' where customer_id = ${piotr.id}`,
  );
  await sign(his).click();
  const confirm = await ConfirmPage.on(his);
  await expect(his.locator("main")).toContainText("House");
  expect(await his.content()).not.toContain("Ruth's account");
  expect(await statusAtTheBank(id)).toBe("authorised, waits");
  await confirm.byCode();
  await expect(heading(his)).toHaveText("Enough of you have signed");
  await his.context().close();
  await expect.poll(() => statusAtTheBank(id)).toBe("authorised");
});

test("the other one refuses: it is over, and nothing was shared", { tag: "@no-script" }, async ({
  journey,
  page,
  browser,
}) => {
  const { id, atTheApp } = await firstYes(journey, page);
  const his = await requestAtPiotr(browser, id);
  await his.getByRole("button", { name: "Don’t sign", exact: true }).click();
  await expect(heading(his)).toHaveText("This request is over");
  await expect(his.locator("main")).toContainText("One of you said no. Nothing is shared.");
  await his.context().close();
  await expect.poll(() => statusAtTheBank(id)).toMatch(/^rejected/);
  await callAgain(page, atTheApp);
  await expect(page.getByText("The bank answered 401.").first()).toBeVisible();
});

test("nobody answers in time: it is over, and nothing was shared", async ({ journey, page, browser }) => {
  const { id } = await firstYes(journey, page);
  const his = await requestAtPiotr(browser, id);
  await inDatabaseOf("assent", (sql) => sql`update consent_signing set due_at = now() where consent_id = ${id}`);
  await sign(his).click();
  await expect(his.locator("main")).toContainText("Not enough of you signed in time. Nothing is shared.");
  await his.context().close();
  await expect.poll(() => statusAtTheBank(id)).toMatch(/^rejected/);
});

test("who holds no mandate any more cannot agree, and nothing is shared", async ({ journey, page, browser }) => {
  const { id } = await firstYes(journey, page);
  const his = await requestAtPiotr(browser, id);
  const mine = { account_id: "acc-lund-joint", customer: piotr.id };
  await inDatabaseOf("bank", (sql) => sql`insert into former_signer ${sql(mine)}`);
  try {
    await sign(his).click();
    await expect(heading(his)).toHaveText("You can’t sign this");
    await expectAccessible(his);
    expect(await statusAtTheBank(id)).toBe("authorised, waits");
  } finally {
    await inDatabaseOf("bank", (sql) => sql`delete from former_signer where customer = ${piotr.id}`);
    await his.context().close();
  }
});
