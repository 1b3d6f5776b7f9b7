import { CUSTOMERS, STAFF } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";
import { AdminPage } from "../pages/admin-page.ts";
import { inDatabaseOf } from "../records.ts";

/** how things run, what was not delivered, and where the authorization server and we differ. */

test("a job runs at once when somebody asks for it @no-script", async ({ page }) => {
  const admin = await AdminPage.signedIn(page, STAFF.config, "/admin/operations");
  const jobs = page.getByRole("table", { name: "Jobs, those in trouble first" });
  const job = jobs.getByRole("row").filter({ hasText: "audit-months" });
  await job.getByRole("button", { name: "Run now audit-months" }).click();
  await expect(async () => {
    await admin.open("/admin/operations");
    await expect(job.getByRole("button")).toBeVisible({ timeout: 500 });
    await expect(job).toContainText(/\d s ago/, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await expect(page.getByRole("table", { name: "Upstreams of this process" })).toContainText("Authorization server");
});

const delivered = (consent: string) =>
  inDatabaseOf(
    "assent",
    (sql) => sql`
      select 1 from outbox_delivery where consent_id = ${consent} and channel = 'analytics' and state = 'delivered'`,
  );

test("what a receiver refused is looked at, and sent again by somebody who may @no-script", async ({
  journey,
  browser,
}) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.arun, { tpp: "tallybook" });
  await consent.choose("Main account");
  await consent.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  const id = await journey.tpp.consentId();
  // Of the request and of the answer to it.
  await expect.poll(async () => (await delivered(id)).length, { timeout: 15_000 }).toBe(2);
  await inDatabaseOf(
    "assent",
    (sql) => sql`
      update outbox_delivery set state = 'parked', ended_at = now(), problem = 'answered 400'
      where consent_id = ${id} and channel = 'analytics'`,
  );

  const desk = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const admin = await AdminPage.signedIn(desk, STAFF.operator, "/admin/operations/deliveries");
  const dead = desk.getByRole("table", { name: "What was not delivered, newest first" });
  await dead.getByRole("link", { name: `${id}, version 2` }).click();
  await admin.expectHeading("Delivery to analytics");
  await expect(desk.getByText("answered 400")).toBeVisible();
  await desk.getByRole("link", { name: "All deliveries" }).click();
  await desk.getByRole("link", { name: /not delivered to analytics$/ }).click();
  await admin.link("Send all of these again").click();
  await admin.expectHeading("Send again");
  await admin.button(/^Send .+ again$/).click();
  await admin.expectHeading("Deliveries");
  await expect(dead).toHaveCount(0);
  await expect.poll(async () => (await delivered(id)).length, { timeout: 20_000 }).toBe(2);
});

test("a difference is settled by what the authorization server says @no-script", async ({ journey, browser }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.arun, { tpp: "tallybook" });
  await consent.choose("Main account");
  await consent.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  const id = await journey.tpp.consentId();
  const desk = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const admin = await AdminPage.signedIn(desk, STAFF.config, "/admin/operations/differences");
  const finding = crypto.randomUUID();
  // Nothing of ours about it may be under way any more.
  await expect
    .poll(
      () =>
        inDatabaseOf(
          "assent",
          (sql) => sql`
      select 1 from consent_projection where consent_id = ${id} and status = 'authorised' and confirmed_at is not null`,
        ).then((rows) => rows.length),
      { timeout: 30_000 },
    )
    .toBe(1);
  await inDatabaseOf(
    "assent",
    (sql) => sql`
      insert into drift_finding (id, consent_id, about, found_at, lawful) values (${finding}, ${id}, 'state', now(), false)`,
  );
  await admin.open(`/admin/operations/differences/${finding}`);
  const settle = admin.button("Take over what it says");
  // The walk through all consents may have been faster.
  if (await settle.isVisible()) await settle.click();
  await admin.expectHeading("Difference");
  await expect(desk.getByText("There is nothing to settle any more.")).toBeVisible();
});

test("how long what is kept is counted, and who may use the authorization server is listed @no-script", async ({
  page,
}) => {
  const admin = await AdminPage.signedIn(page, STAFF.auditor, "/admin/operations/retention");
  await admin.button("Count now").click();
  await expect(async () => {
    await admin.open("/admin/operations/retention");
    await expect(page.getByRole("table", { name: "What is due to go" })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await admin.open("/admin/operations/authorization-server");
  const clients = page.getByRole("table", { name: "Clients of the authorization server" });
  const beacon = clients.getByRole("row").filter({ hasText: "tpp-beacon" });
  await expect(beacon).toContainText(/Signed with its key|Certificate/);
  await expect(beacon).toContainText("PS256");
  await admin.open("/admin/operations");
  await expect(page.getByRole("button", { name: /^Run now/ })).toHaveCount(0);
});
