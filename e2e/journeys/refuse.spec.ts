import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { expectStop } from "../pages/consent.ts";
import type { TppName } from "../pages/tpp.ts";

for (const tpp of ["beacon", "tallybook"] satisfies TppName[]) {
  test(`${tpp}: refusing shares nothing and tells the TPP so`, async ({ journey }) => {
    const consent = await journey.toTheQuestion(CUSTOMERS.arun, { tpp });
    await consent.choose("Main account");
    await consent.refuseButton.click();
    await expect(journey.tpp.outcome).toHaveText("Access was refused");
    await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
    await expect(journey.tpp.result("Accounts")).toHaveCount(0);
  });
}

test("U-08: both answers are the same size and stand in one row", async ({ journey }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.grace);
  const [allow, refuse] = await Promise.all([consent.allowButton.boundingBox(), consent.refuseButton.boundingBox()]);
  expect([refuse?.width, refuse?.height, refuse?.y]).toEqual([allow?.width, allow?.height, allow?.y]);
});

for (const customer of [CUSTOMERS.lena, CUSTOMERS.owen]) {
  test(`S-08: a customer with ${customer.portrait} is told why and led back`, { tag: "@no-script" }, async ({
    journey,
    page,
  }) => {
    await journey.toOurPage(customer);
    await expectStop(page, /You have no account to share/);
    await page.getByRole("button", { name: /Go back to/ }).click();
    await expect(journey.tpp.errorFromTheBank).toContainText("access_denied");
  });
}
