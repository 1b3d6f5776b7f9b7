import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { expect, test } from "../fixtures.ts";
import { DashboardPage } from "../pages/dashboard.ts";
import { whileHanging } from "../world.ts";

/** B-14, X-08: the authorization server answers nobody, and a customer can look and stop all the same. */

const VRP = {
  kind: "domestic_vrp",
  tpp: "tallybook",
  fields: { "Limit 1, in pounds": "100", "Limit 1 counts": "Consent", "Limit 2, in pounds": "" },
} as const;

test("B-14: the pages say from when they are, a stop works at the gateway, and is done when the server is back @no-script", async ({
  journey,
  page,
}) => {
  test.slow();
  const consent = await journey.toTheQuestion(CUSTOMERS.arun, VRP);
  await consent.choose("Main account");
  await consent.allow();
  const payments = journey.tpp.result("Payments under this consent").getByRole("row");
  await journey.tpp.use("Pay", "1");
  await expect(payments.nth(1)).toContainText(/RCVD|AC../);
  const [id, atTheTpp] = [await journey.tpp.consentId(), page.url()];
  const dashboard = await DashboardPage.signedIn(page, CUSTOMERS.arun, `/dashboard/consents/${id}`);
  const isAway = page.getByText("We cannot check for changes right now");
  await expect(isAway).toHaveCount(0);

  await whileHanging("authorization-server", async () => {
    for (const path of [`/dashboard/consents/${id}`, "/dashboard?show=payments"]) {
      await expect(async () => {
        await dashboard.open(path);
        await expect(isAway).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 45_000, intervals: [1_000] });
      await expect(page.getByText("What you see here is from")).toBeVisible();
      await expectAccessible(page);
    }
    await dashboard.open(`/dashboard/consents/${id}/stop`);
    await dashboard.button("Stop payments").click();
    await dashboard.expectHeading("We are stopping it");
    await page.goto(atTheTpp);
    await journey.tpp.use("Pay", "1");
    await expect(payments.nth(2)).toContainText("Refused", { timeout: 15_000 });
  });

  await expect(async () => {
    await dashboard.open(`/dashboard/consents/${id}/stop`);
    await expect(page.getByRole("heading", { level: 1, name: /^Stopped at/ })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 45_000, intervals: [1_000] });
  await page.goto(atTheTpp);
  await journey.tpp.use("Pay", "1");
  await expect(payments.nth(3)).toContainText("Refused");
});
