import type { Browser, Page } from "@playwright/test";
import { CUSTOMERS, type Customer } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { expect, type Journey, test } from "../fixtures.ts";
import { DashboardPage } from "../pages/dashboard.ts";
import { inDatabaseOf } from "../records.ts";

/** P-28, P-31, T4–T7: what more than one person has to sign, one story for each rule of a mandate. */

const { isla, jonah, keiko, ruth, piotr } = CUSTOMERS;
const PAYMENT = { kind: "domestic_payment" } as const;

/** The newest request that waits, in a browser of the signer's own. */
async function signerAt(browser: Browser, customer: Customer) {
  const page = await (await browser.newContext()).newPage();
  const dashboard = await DashboardPage.signedIn(page, customer);
  return { page, dashboard };
}

async function openRequest(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /^Request from/ })
    .last()
    .click();
  await expect(page.locator("script")).toHaveCount(0);
  await expectAccessible(page);
}

const answer = async (browser: Browser, customer: Customer, choice: "Sign" | "Don’t sign", heading: RegExp) => {
  const { page } = await signerAt(browser, customer);
  await openRequest(page);
  await page.getByRole("button", { name: choice, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  await page.context().close();
};

/** What the bank holds of the order. */
const orderOf = (consentId: string) =>
  inDatabaseOf("bank", async (sql) => {
    const [row] = await sql<{ status: string }[]>`select status from payment_order where consent_id = ${consentId}`;
    return row?.status;
  });
const becomes = (consentId: string, status: string) => expect.poll(() => orderOf(consentId)).toBe(status);

/** What the authorization server holds of the consent. */
const consentAtTheBank = (id: string) =>
  inDatabaseOf("authorization_server", async (sql) => {
    const [row] = await sql<{ status: string }[]>`select status from consent where id = ${id}`;
    return row?.status;
  });

/** The first yes, from the account of that nickname, up to where the bank has the order. */
async function firstYes(journey: Journey, customer: Customer, account: string, amount = "42.50"): Promise<string> {
  const consent = await journey.toTheQuestion(customer, { ...PAYMENT, amount });
  await consent.account(account).check();
  await consent.allow();
  await expect(journey.tpp.outcome).toContainText("The customer allowed the payment");
  return journey.tpp.consentId();
}

const COMPANY = "Tidewater(?! )";

test("any two of three: the first is told who is next, the second signs, and the payment is made", {
  tag: "@no-script",
}, async ({ journey, page, browser }) => {
  const consent = await journey.toTheQuestion(isla, PAYMENT);
  await expect(page.locator("#accounts")).toContainText("Needs 2 signatures");
  await expect(page.locator("#accounts")).toContainText("Can sign next: Jonah Adler, Keiko Mori");
  await expect(page.getByText("More than one person has to sign for some of these accounts.")).toBeVisible();
  const address = page.url();
  await consent.account(COMPANY).check();
  await consent.allow();
  await expect(journey.tpp.outcome).toContainText("The customer allowed the payment");
  const id = await journey.tpp.consentId();
  await becomes(id, "received");
  await page.goto(address);
  await expect(page.locator("main")).toContainText("Others have to sign too.");
  await expect(page.locator("main")).toContainText("No money leaves before the others have signed.");

  const { page: other } = await signerAt(browser, keiko);
  await openRequest(other);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(/^Pay £42.50 to Harbour Books Ltd\?$/);
  for (const text of ["Isla Fraser said yes to this request", "Signed: 1 of 2", "Keiko Mori (you): not signed yet"]) {
    await expect(other.locator("main")).toContainText(text);
  }
  await expect(other.getByRole("radio")).toHaveCount(0);
  await other.getByRole("button", { name: "Sign", exact: true }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Enough of you have signed");
  await becomes(id, "settled");
  await other.context().close();
});

test("one of A and one of B: only the other one can sign, in a joint account too", async ({ journey, browser }) => {
  const wages = await firstYes(journey, jonah, "Tidewater wages");
  await answer(browser, isla, "Sign", /Enough of you have signed/);
  await becomes(wages, "settled");
  const house = await firstYes(journey, ruth, "House");
  await becomes(house, "received");
  await answer(browser, piotr, "Sign", /Enough of you have signed/);
  await becomes(house, "settled");
});

test("by amount: alone for a little, two for more, and all three for the most", async ({ journey, browser }) => {
  test.slow();
  await becomes(await firstYes(journey, keiko, "Tidewater suppliers", "20.00"), "settled");

  const more = await firstYes(journey, keiko, "Tidewater suppliers", "20.01");
  await becomes(more, "received");
  await answer(browser, jonah, "Sign", /Enough of you have signed/);
  await becomes(more, "settled");

  const most = await firstYes(journey, keiko, "Tidewater suppliers", "200.01");
  await answer(browser, jonah, "Sign", /You have signed/);
  await becomes(most, "received");
  await answer(browser, isla, "Sign", /Enough of you have signed/);
  await becomes(most, "settled");
});

test("the second refuses: it is over for everybody, and nothing is paid", { tag: "@no-script" }, async ({
  journey,
  browser,
}) => {
  const id = await firstYes(journey, isla, COMPANY);
  const { page: late } = await signerAt(browser, jonah);
  await openRequest(late);
  await answer(browser, keiko, "Don’t sign", /This request is over/);
  await becomes(id, "rejected");
  await late.getByRole("button", { name: "Sign", exact: true }).click();
  await expect(late.locator("main")).toContainText("One of you did not sign. Nothing is paid.");
  await late.context().close();
  await expect.poll(() => consentAtTheBank(id)).toBe("rejected");
});

test("nobody signs in time: it is over, and nothing is paid", async ({ journey, browser }) => {
  const id = await firstYes(journey, isla, COMPANY);
  const { page: late } = await signerAt(browser, jonah);
  await openRequest(late);
  await inDatabaseOf("assent", (sql) => sql`update consent_signing set due_at = now() where consent_id = ${id}`);
  await late.getByRole("button", { name: "Sign", exact: true }).click();
  await expect(late.locator("main")).toContainText("Not enough of you signed in time. Nothing is paid.");
  await late.context().close();
  await becomes(id, "rejected");
});

test("who signs no more for the account cannot sign, and is told so; another one can", async ({ journey, browser }) => {
  const id = await firstYes(journey, isla, COMPANY);
  const { page: former } = await signerAt(browser, jonah);
  await openRequest(former);
  const mine = { account_id: "acc-tide-main", customer: jonah.id };
  await inDatabaseOf("bank", (sql) => sql`insert into former_signer ${sql(mine)}`);
  try {
    await former.getByRole("button", { name: "Sign", exact: true }).click();
    await expect(former.getByRole("heading", { level: 1 })).toHaveText("You can’t sign this");
    await expectAccessible(former);
    expect(await orderOf(id)).toBe("received");
    await answer(browser, keiko, "Sign", /Enough of you have signed/);
    await becomes(id, "settled");
  } finally {
    await inDatabaseOf("bank", (sql) => sql`delete from former_signer where customer = ${jonah.id}`);
    await former.context().close();
  }
});
