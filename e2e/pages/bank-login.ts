import { expect, type Page } from "@playwright/test";
import type { Customer } from "../../sandbox/personas.ts";
import { topology } from "../world.ts";

/** The bank's sign-in: password, then the code that arrives on the customer's phone. */
export async function signIn(page: Page, customer: Customer): Promise<void> {
  await page.getByLabel("User name").fill(customer.username);
  await page.getByLabel("Password").fill(customer.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
  const reference = await page.locator("strong.reference").innerText();
  await page.getByLabel("Code", { exact: true }).fill(await codeOnPhone(page, reference));
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function codeOnPhone(page: Page, reference: string): Promise<string> {
  const phone = await page.context().newPage();
  try {
    await phone.goto(`${topology.identityProvider}/phone`);
    return await phone.locator(`li[data-reference="${reference}"] .code`).first().innerText();
  } finally {
    await phone.close();
  }
}
