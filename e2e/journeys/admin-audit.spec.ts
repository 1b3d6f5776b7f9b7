import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { JSONWebKeySet } from "jose";
import { verifyExport } from "../../app/domain/audit/verify-export.ts";
import { exportSignatures } from "../../db/verification/checkpoint-signature.ts";
import { CUSTOMERS, STAFF } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { AdminPage } from "../pages/admin-page.ts";
import { topology } from "../world.ts";

/** what was written down of a consent, found, read, verified and taken away. */

test("an auditor finds what became of a consent, opens what it says of a person, and takes it away with its proof @no-script", async ({
  journey,
  browser,
}) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.arun, { tpp: "tallybook" });
  await consent.choose("Main account");
  await consent.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  const id = await journey.tpp.consentId();

  const desk = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const admin = await AdminPage.signedIn(desk, STAFF.auditor, "/admin/audit");
  await desk.getByLabel("Consent", { exact: true }).fill(id);
  await admin.button("Search").click();
  await admin.expectHeading("Audit");
  const events = desk.getByRole("table", { name: "Events of the record, newest first" });
  await expect(events.getByRole("link", { name: "Request opened" })).toBeVisible();
  // Every event gets its link within seconds.
  await expect(async () => {
    await desk.reload();
    await expect(events.getByText("Waits")).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  const found = await events.getByRole("row").count();

  const [download] = await Promise.all([
    desk.waitForEvent("download"),
    admin.button("Take these events away with their proof").click(),
  ]);
  const beside = await desk.context().newPage();
  const published = await beside.goto(`${topology.appOrigin}/.well-known/jwks.json`);
  const keys = (await published?.json()) as JSONWebKeySet;
  await beside.close();
  const lines = createInterface({ input: createReadStream(await download.path()) });
  const verified = await verifyExport(lines, exportSignatures(keys));
  expect(verified).toMatchObject({ findings: [], events: found - 1, seal: { asked: { consent: id } } });

  await events.getByRole("link", { name: "Decision made" }).click();
  await admin.expectHeading("Decision made");
  await expect(desk.getByText("Holds")).toHaveCount(2);
  await expect(desk.getByText("accountIds")).toHaveCount(0);
  await admin.button("Open it").click();
  await expect(desk.getByText("You opened this. That is on record.")).toBeVisible();
  await expect(desk.getByText("accountIds")).toBeVisible();
  await admin.expectFits();

  await admin.open(`/admin/audit?consent=${id}&type=evidence-opened`);
  await expect(events.getByRole("row").filter({ hasText: STAFF.auditor.name })).toHaveCount(1);
  expect((await desk.goto(`${topology.appOrigin}/admin/audit?after=rubbish`))?.status()).toBe(400);
  await admin.open("/admin/audit?type=rubbish&from=yesterday");
  await expect(desk.getByText("This could not be read and was left out: kind of event, from.")).toBeVisible();
});

test("the whole record is verified while somebody waits @no-script", async ({ page }) => {
  const admin = await AdminPage.signedIn(page, STAFF.approver, "/admin/audit/verify");
  const runs = page.getByRole("table", { name: "Looks through the record, newest first" });
  await admin.button("Verify now").click();
  await expect(async () => {
    await admin.open("/admin/audit/verify");
    await expect(runs.getByRole("row").filter({ hasText: STAFF.approver.name }).first()).toContainText("Whole", {
      timeout: 500,
    });
  }).toPass({ timeout: 30_000 });
  await admin.open("/admin/audit");
  await expect(page.getByText(/^Nothing had been changed when all of it was verified/)).toBeVisible();
});

test("whoever may not see evidence is told so, and the menu does not lead there", async ({ page }) => {
  const admin = await AdminPage.signedIn(page, STAFF.clerk);
  await expect(admin.link("Audit")).toHaveCount(0);
  expect((await page.goto(`${topology.appOrigin}/admin/audit`))?.status()).toBe(403);
});
