import { readFile } from "node:fs/promises";
import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { expect, test } from "../fixtures.ts";
import { DashboardPage } from "../pages/dashboard.ts";
import { topology } from "../world.ts";

/** D-05, B-03: an app reads at the bank's gateway, and the customer sees what, of which account and when. */

test("what the app read is there within a minute, by sort of data and account @no-script", async ({
  page,
  journey,
}) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.arun);
  await consent.choose("Main account");
  await consent.allow();
  await expect(journey.tpp.result("Accounts")).toBeVisible();
  const id = await journey.tpp.consentId();

  const path = `/dashboard/consents/${id}/reads`;
  const dashboard = await DashboardPage.signedIn(page, CUSTOMERS.arun, path);
  await expect(async () => {
    await dashboard.open(path);
    await expect(page.getByRole("listitem").filter({ hasText: "Transactions" }).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await expect(page.getByRole("heading", { level: 1, name: /^What .+ read$/ })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText(/^Everything up to/)).toBeVisible();
  await expect(page.getByRole("img", { name: "Read in 1 of the last 12 weeks" })).toBeVisible();
  for (const what of ["Account details", "Balance", "Transactions"]) {
    const row = page.getByRole("listitem").filter({ has: page.getByText(what, { exact: true }) });
    await expect(row).toContainText("Main account");
    await expect(row).toContainText("1 time");
    await expect(row).toContainText("While you used the app");
  }

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Save every read as a file" }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines.slice(1).every((line) => line.includes("Main account"))).toBe(true);
});

test("what somebody else's app read is unknown, like what is not there @no-script", async ({ page, journey }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.arun);
  await consent.choose("Main account");
  await consent.allow();
  const id = await journey.tpp.consentId();
  await DashboardPage.signedIn(page, CUSTOMERS.grace);
  const answers = [];
  for (const other of [id, "made-up"]) {
    for (const file of ["reads", "reads.csv"]) {
      const answer = await page.goto(`${topology.appOrigin}/dashboard/consents/${other}/${file}`);
      answers.push(answer?.status());
    }
  }
  expect(answers).toEqual([404, 404, 404, 404]);
});
