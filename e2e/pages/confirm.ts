import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../accessible.ts";
import { codeOnPhone } from "./bank-login.ts";

/** The page on which a yes is confirmed. Arriving on it checks it: accessible, and nothing secret in the address. */
export class ConfirmPage {
  private constructor(readonly page: Page) {}

  static async on(page: Page): Promise<ConfirmPage> {
    await expect(page).toHaveURL(/\/(?:consent\/[\w-]{22}|dashboard\/signatures\/[\w-]{36})\/confirm(?:#code)?$/);
    await expect(page.getByRole("heading", { level: 1, name: /^Confirm / })).toBeVisible();
    await expectAccessible(page);
    return new ConfirmPage(page);
  }

  /** Has a code sent, and answers it with what came to the phone. */
  async sendCode(): Promise<string> {
    await this.page.getByRole("button", { name: /^Send a(?:nother)? code/ }).click();
    await expect(this.codeField).toBeVisible();
    const reference = await this.page.locator("#code-sent bdi").nth(1).innerText();
    return codeOnPhone(this.page, reference);
  }

  get codeField() {
    return this.page.getByLabel("Code from the message");
  }

  /** Says yes with what stands in the field. */
  get confirmButton() {
    return this.page.getByRole("button", { name: /^(?:Sign: )?(?:Pay|Allow|Set up)/ });
  }

  async byCode(): Promise<void> {
    await this.codeField.fill(await this.sendCode());
    await this.confirmButton.click();
  }
}

/** After a yes: gives the code that a payment is confirmed with, and nothing where none is asked for. */
export async function confirmIfAsked(page: Page): Promise<void> {
  await page.waitForURL((url) => !/\/consent\/[\w-]{22}$/.test(url.pathname), { waitUntil: "commit" });
  if (new URL(page.url()).pathname.endsWith("/confirm")) await (await ConfirmPage.on(page)).byCode();
}
