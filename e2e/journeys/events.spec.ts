import { CUSTOMERS } from "../../sandbox/personas.ts";
import { endConsentAtTheBank } from "../authority-api.ts";
import { expect, test } from "../fixtures.ts";
import { EventsPage } from "../pages/events.ts";

/** From the end of a consent at the authorization server through the app to the TPP. */
test.describe.configure({ mode: "serial" });

test("a TPP that subscribed is told at once when a consent ends", async ({ journey, page }) => {
  await (await EventsPage.open(page, "beacon")).subscribe("Brought to the TPP");
  const consent = await journey.toTheQuestion(CUSTOMERS.grace, { tpp: "beacon" });
  await consent.choose("Everyday");
  await consent.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  const consentId = await journey.tpp.consentId();

  await endConsentAtTheBank(consentId);
  await expect(async () => {
    await page.reload();
    await expect(journey.tpp.outcome).toHaveText("The access has ended", { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await expect(page.getByRole("list", { name: "Events" })).toContainText("Brought by the bank");

  await page.getByRole("button", { name: "Call the API again" }).click();
  await expect(page.locator("section.step").last()).toContainText('"Status": "CANC"');
  await expect(page.getByText("The bank answered 401.").first()).toBeVisible();
});

test("a TPP that polls finds it, acknowledges it, and finds no more", async ({ journey, page }) => {
  await (await EventsPage.open(page, "beacon")).subscribe("Fetched by the TPP");
  const consent = await journey.toTheQuestion(CUSTOMERS.grace, { tpp: "beacon" });
  await consent.choose("Everyday");
  await consent.allowButton.click();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  const consentId = await journey.tpp.consentId();

  await endConsentAtTheBank(consentId);
  const events = await EventsPage.open(page, "beacon");
  await expect(async () => {
    await events.press("Poll now");
    await expect(events.about(consentId)).toContainText("Not acknowledged", { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await page.getByRole("button", { name: /^Acknowledge/ }).click();
  await expect(events.about(consentId)).toContainText("Acknowledged");
  await events.press("Poll now");
  await expect(page.getByRole("region", { name: /Polled for events.*response body/ })).toContainText('"sets": {}');
});
