import { expect, type Page } from "@playwright/test";

/** Chooses another language by its own name, on whatever page of ours. */
export async function speak(page: Page, name: string, locale: string): Promise<void> {
  await page.locator("header summary").click();
  await page.getByRole("button", { name, exact: true }).click();
  await expectLanguage(page, locale);
}

/** The page says which language it is in and from which side it is read. */
export async function expectLanguage(page: Page, locale: string): Promise<void> {
  const html = page.locator("html");
  await expect(html).toHaveAttribute("lang", locale);
  await expect(html).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
}
