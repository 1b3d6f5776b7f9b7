import type { Browser, Page } from "@playwright/test";
import { CUSTOMERS, type Customer } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { expect, type Journey, test } from "../fixtures.ts";
import { ConfirmPage } from "../pages/confirm.ts";
import { DashboardPage } from "../pages/dashboard.ts";
import { aDevice, aPasskeyOf, bringTo } from "../pages/device.ts";
import { inDatabaseOf } from "../records.ts";
import { topology } from "../world.ts";

/** P-28, P-31, T4–T7: what more than one person has to sign, one story for each rule of a mandate. */

const { isla, jonah, keiko, ruth, piotr } = CUSTOMERS;
const PAYMENT = { kind: "domestic_payment" } as const;

/** Wrong tries are the customer's, and the next journey may be theirs too: half an hour passes (RTS Art. 4(3)(b)). */
test.afterEach(() =>
  inDatabaseOf(
    "assent",
    (sql) => sql`update factor_request set expires_at = expires_at - interval '1 hour' where wrong_tries > 0`,
  ),
);

/** In a browser of the signer's own. */
async function signerAt(browser: Browser, customer: Customer) {
  const page = await (await browser.newContext()).newPage();
  const dashboard = await DashboardPage.signedIn(page, customer);
  return { page, dashboard };
}

/** From the list of what waits for them. */
async function openRequest(page: Page, consentId: string): Promise<void> {
  await page.locator(`a[href$="/signatures/${await signingOf(consentId)}"]`).click();
  await expect(page.locator("main")).toContainText("Who has signed");
  await expect(page.locator("script")).toHaveCount(0);
  await expectAccessible(page);
}

const signingOf = (consentId: string) =>
  inDatabaseOf("assent", async (sql) => {
    const [row] = await sql<{ id: string }[]>`select id from consent_signing where consent_id = ${consentId}`;
    return row?.id ?? "";
  });

/** The buttons say what is signed: "Sign: Pay £42.50". */
const sign = (page: Page) => page.getByRole("button", { name: /^Sign: Pay £/ });

async function signByCode(page: Page): Promise<void> {
  await sign(page).click();
  await (await ConfirmPage.on(page)).byCode();
}

const answer = async (
  browser: Browser,
  customer: Customer,
  consentId: string,
  choice: "sign" | "refuse",
  heading: RegExp,
) => {
  const { page } = await signerAt(browser, customer);
  await openRequest(page, consentId);
  if (choice === "sign") await signByCode(page);
  else await page.getByRole("button", { name: "Don’t sign", exact: true }).click();
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

/** What is on record of those who signed after the first. */
const evidenceOf = (consentId: string) =>
  inDatabaseOf("assent", async (sql) => [
    ...(await sql`
      select signature.answer, page.shown_hash is not null as kept,
        exists (select from audit_event where consent_id = ${consentId} and type = 'signature-given'
          and detail ->> 'shownHash' = signature.shown_hash) as audited,
        (select detail ->> 'by' from audit_event where consent_id = ${consentId} and type = 'factor-met'
          and detail ->> 'signingId' = signature.signing_id::text) as confirmed
      from consent_signature as signature
      join consent_signing as signing on signing.id = signature.signing_id
      left join shown_page as page on page.visit_id = signature.visit_id and page.shown_hash = signature.shown_hash
      where signing.consent_id = ${consentId} order by signature.id`),
  ]);

const COMPANY = "Tidewater(?! )";

test("any two of three: the first is told of the others, the second signs by code, and the payment is made", {
  tag: "@no-script",
}, async ({ journey, page, browser }) => {
  const consent = await journey.toTheQuestion(isla, PAYMENT);
  await expect(page.locator("#accounts")).toContainText("Needs 2 signatures");
  await expect(page.getByText("More than one person has to sign for some of these accounts.")).toContainText(
    "They have 7 days.",
  );
  const address = page.url();
  await consent.account(COMPANY).check();
  await consent.allow();
  await expect(journey.tpp.outcome).toContainText("The customer allowed the payment");
  const id = await journey.tpp.consentId();
  await becomes(id, "received");
  await page.goto(address);
  await expect(page.locator("main")).toContainText("1 more person has to sign too.");
  await expect(page.locator("main")).toContainText("No money leaves before the others have signed.");

  const { page: other } = await signerAt(browser, keiko);
  await openRequest(other, id);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(/^Pay £42.50 to Harbour Books Ltd\?$/);
  for (const text of [
    "Isla Fraser said yes to this request",
    "Signed: 1 of 2",
    "Keiko Mori (you): not signed yet",
    "Once, as soon as enough of you have signed",
  ]) {
    await expect(other.locator("main")).toContainText(text);
  }
  await expect(other.getByRole("radio")).toHaveCount(0);
  await sign(other).click();
  const confirm = await ConfirmPage.on(other);
  for (const text of ["£42.50", "Harbour Books Ltd", "Tidewater"]) {
    await expect(other.locator("main")).toContainText(text);
  }
  expect(await orderOf(id)).toBe("received");
  await confirm.byCode();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Enough of you have signed");
  await expect(other.locator("main")).toContainText("Keiko Mori (you): signed");
  await expect(other.locator("main")).toContainText("Harbour Books Ltd");
  await expectAccessible(other);
  await becomes(id, "settled");
  await other.context().close();

  expect(await evidenceOf(id)).toEqual([{ answer: "signed", kept: true, audited: true, confirmed: "code" }]);
});

test("by passkey, which the second made at the bank's log-in", async ({ journey, browser }) => {
  const id = await firstYes(journey, isla, COMPANY);
  const { page } = await signerAt(browser, jonah);
  const credentials = await aPasskeyOf(jonah, await browser.newContext());
  const device = await aDevice(page);
  await bringTo(device, credentials);
  await openRequest(page, id);
  await sign(page).click();
  await ConfirmPage.on(page);
  await expect(page.locator("script")).toHaveCount(1);
  await page.getByRole("button", { name: "Use your passkey" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Enough of you have signed");
  await becomes(id, "settled");
  expect(await evidenceOf(id)).toEqual([{ answer: "signed", kept: true, audited: true, confirmed: "passkey" }]);
  await page.context().close();
});

test("wrong codes lock whoever types them, who can still refuse; nothing is signed, and another one can", {
  tag: "@no-script",
}, async ({ journey, browser }) => {
  const id = await firstYes(journey, isla, COMPANY);
  const { page } = await signerAt(browser, jonah);
  await openRequest(page, id);
  await sign(page).click();
  const confirm = await ConfirmPage.on(page);
  const code = await confirm.sendCode();
  for (let tries = 0; tries < 5; tries += 1) {
    await confirm.codeField.fill(code === "000000" ? "000001" : "000000");
    await confirm.confirmButton.click();
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You can’t sign this right now");
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You can’t sign this right now");
  expect(await orderOf(id)).toBe("received");
  await answer(browser, keiko, id, "sign", /Enough of you have signed/);
  await becomes(id, "settled");
  await page.context().close();
});

test("one of A and one of B: only the other one can sign, in a joint account too", async ({ journey, browser }) => {
  const wages = await firstYes(journey, jonah, "Tidewater wages");
  await answer(browser, isla, wages, "sign", /Enough of you have signed/);
  await becomes(wages, "settled");
  const house = await firstYes(journey, ruth, "House");
  await becomes(house, "received");
  await answer(browser, piotr, house, "sign", /Enough of you have signed/);
  await becomes(house, "settled");
});

test("by amount: alone for a little, two for more, and all three for the most", async ({ journey, browser }) => {
  test.slow();
  await becomes(await firstYes(journey, keiko, "Tidewater suppliers", "20.00"), "settled");

  const more = await firstYes(journey, keiko, "Tidewater suppliers", "20.01");
  await becomes(more, "received");
  await answer(browser, jonah, more, "sign", /Enough of you have signed/);
  await becomes(more, "settled");

  const most = await firstYes(journey, keiko, "Tidewater suppliers", "200.01");
  await answer(browser, jonah, most, "sign", /You have signed/);
  await becomes(most, "received");
  await answer(browser, isla, most, "sign", /Enough of you have signed/);
  await becomes(most, "settled");
});

test("the second refuses: it is over for everybody, and nothing is paid", { tag: "@no-script" }, async ({
  journey,
  browser,
}) => {
  const id = await firstYes(journey, isla, COMPANY);
  const { page: late } = await signerAt(browser, jonah);
  await openRequest(late, id);
  await answer(browser, keiko, id, "refuse", /This request is over/);
  await becomes(id, "rejected");
  await sign(late).click();
  await expect(late.locator("main")).toContainText("One of you said no. Nothing is paid.");
  await late.context().close();
  await expect.poll(() => consentAtTheBank(id)).toBe("rejected");
  expect(await evidenceOf(id)).toEqual([{ answer: "declined", kept: true, audited: true, confirmed: null }]);
});

test("T6: whoever said yes first takes it back: it is over for everybody, and nothing is paid", {
  tag: "@no-script",
}, async ({ journey, browser }) => {
  const id = await firstYes(journey, isla, COMPANY);
  const { page } = await signerAt(browser, isla);
  await page.goto(`${topology.appOrigin}/dashboard/consents/${id}`);
  await page.getByRole("link", { name: "Take back my yes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You have signed");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take back my yes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This request is over");
  await page.context().close();
  await becomes(id, "rejected");
});

test("nobody signs in time: it is over, and nothing is paid", async ({ journey, browser }) => {
  const id = await firstYes(journey, isla, COMPANY);
  const { page: late } = await signerAt(browser, jonah);
  await openRequest(late, id);
  await inDatabaseOf("assent", (sql) => sql`update consent_signing set due_at = now() where consent_id = ${id}`);
  await sign(late).click();
  await expect(late.locator("main")).toContainText("Not enough of you signed in time. Nothing is paid.");
  await late.context().close();
  await becomes(id, "rejected");
});

test("who signs no more for the account cannot sign, and is told so; another one can", async ({ journey, browser }) => {
  const id = await firstYes(journey, isla, COMPANY);
  const { page: former } = await signerAt(browser, jonah);
  await openRequest(former, id);
  await sign(former).click();
  const confirm = await ConfirmPage.on(former);
  const code = await confirm.sendCode();
  const mine = { account_id: "acc-tide-main", customer: jonah.id };
  await inDatabaseOf("bank", (sql) => sql`insert into former_signer ${sql(mine)}`);
  try {
    await confirm.codeField.fill(code);
    await confirm.confirmButton.click();
    await expect(former.getByRole("heading", { level: 1 })).toHaveText("You can’t sign this");
    await expectAccessible(former);
    expect(await orderOf(id)).toBe("received");
    await answer(browser, keiko, id, "sign", /Enough of you have signed/);
    await becomes(id, "settled");
  } finally {
    await inDatabaseOf("bank", (sql) => sql`delete from former_signer where customer = ${jonah.id}`);
    await former.context().close();
  }
});
