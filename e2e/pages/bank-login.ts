import { expect, type Page } from "@playwright/test";
import type { Customer, StaffMember } from "../../sandbox/personas.ts";
import { topology } from "../world.ts";

/**
 * The bank's sign-in: the password, then the code that arrives on the person's phone. A payment's log-in may ask for
 * the password alone (P-23); then there is no second page.
 *
 * @param at the realm: the customers' unless said.
 */
export async function signIn(
  page: Page,
  person: Customer | StaffMember,
  at = topology.identityProvider,
): Promise<void> {
  await page.getByLabel("User name").fill(person.username);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Continue" }).click();
  const { origin } = new URL(at);
  await page.waitForURL((url) => url.origin !== origin || url.pathname.endsWith("/code"), { waitUntil: "commit" });
  if (new URL(page.url()).origin !== origin) return;
  await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  const reference = await page.locator("strong.reference").innerText();
  await page.getByLabel("Code", { exact: true }).fill(await codeOnPhone(page, reference));
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The code that went to the phone under this reference. */
export async function codeOnPhone(page: Page, reference: string): Promise<string> {
  const phone = await page.context().newPage();
  try {
    await phone.goto(`${topology.identityProvider}/phone`);
    return await phone.locator(`li[data-reference="${reference}"] .code`).first().innerText();
  } finally {
    await phone.close();
  }
}
