import { ACCOUNTS, CUSTOMERS } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { expectStop } from "../pages/consent.ts";
import type { TppName } from "../pages/tpp.ts";

const numberOf = (id: string) => ACCOUNTS.find((account) => account.id === id)?.number ?? "";

for (const tpp of ["beacon", "tallybook"] satisfies TppName[]) {
  test(`${tpp}: one payment from the chosen account`, async ({ journey, page }) => {
    const consent = await journey.toTheQuestion(CUSTOMERS.arun, { tpp, kind: "domestic_payment" });
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Pay £");
    await expect(page.getByRole("radio")).not.toHaveCount(0);
    await consent.choose("Main account");
    await consent.allow();
    await expect(journey.tpp.outcome).toHaveText("The customer allowed the payment");
  });
}

test("more than the account holds: allowed, rejected by the bank, and the TPP says so", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace, { kind: "domestic_payment", amount: "999999.99" });
  // P-21: after the password alone nothing is said that is on the account.
  await expect(page.locator("main")).not.toContainText(/Balance|This is less than the payment/);
  await consent.choose("Everyday");
  await consent.allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed the payment, the bank did not make it");
});

test("refusing a payment moves no money", async ({ journey }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace, { kind: "domestic_payment" });
  await consent.refuseButton.click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
});

test("S-02: an account that the TPP named is shown and cannot be changed", { tag: "@no-script" }, async ({
  journey,
  page,
}) => {
  const debtor = numberOf("acc-arun-bills");
  const consent = await journey.toTheQuestion(CUSTOMERS.arun, { kind: "domestic_payment", debtor });
  await expect(page.getByRole("radio")).toHaveCount(0);
  await expect(page.getByRole("group", { name: "The account you pay from" })).toContainText("Bills");
  await consent.allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed the payment");
});

test("S-02: an account of somebody else that the TPP named cannot be paid from", { tag: "@no-script" }, async ({
  journey,
  page,
}) => {
  await journey.toOurPage(CUSTOMERS.grace, { kind: "domestic_payment", debtor: numberOf("acc-arun-bills") });
  await expectStop(page, /The account named is not yours/);
  await page.getByRole("button", { name: /Go back to/ }).click();
  await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
});
