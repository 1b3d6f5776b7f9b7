import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "../accessible.ts";
import { confirmIfAsked } from "./confirm.ts";

/** Our consent page. Arriving on it checks it: accessible, no script, nothing secret in the address, nothing ticked. */
export class ConsentPage {
  private constructor(readonly page: Page) {}

  /** @param ticked how many accounts are, of a request that is to take the place of an earlier one (U-07). */
  static async on(page: Page, ticked = 0): Promise<ConsentPage> {
    const consent = new ConsentPage(page);
    await expect(consent.allowButton).toBeVisible();
    await expect(page).toHaveURL(/\/consent\/[\w-]{22}$/);
    await expect(page.locator("script")).toHaveCount(0);
    await expect(page.locator("input:checked")).toHaveCount(ticked);
    await expectAccessible(page);
    return consent;
  }

  get allowButton(): Locator {
    return this.page.getByRole("button", { name: /^(Allow|Pay|Set up)/ });
  }

  /** Says yes, and gives the factor that a payment still needs. */
  async allow(): Promise<void> {
    await this.allowButton.click();
    await confirmIfAsked(this.page);
  }

  get refuseButton(): Locator {
    return this.page.getByRole("button", { name: /^Don.t / });
  }

  /** Every account that can be chosen, by nickname. */
  account(nickname: string): Locator {
    return this.page.getByLabel(new RegExp(`^${nickname}`));
  }

  async choose(...nicknames: string[]): Promise<void> {
    for (const nickname of nicknames) await this.account(nickname).check();
  }
}

/** A page of ours without a question. */
export async function expectStop(page: Page, title: RegExp): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expectAccessible(page);
}
