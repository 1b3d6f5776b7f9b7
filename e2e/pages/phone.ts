import { expect, type Page } from "@playwright/test";
import type { Customer } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { topology } from "../world.ts";
import { signIn } from "./bank-login.ts";
import { ConsentPage } from "./consent.ts";

/** A customer's phone: a browser of its own, that shares nothing with the one where an app is used. */
export class Phone {
  constructor(
    readonly page: Page,
    private readonly owner: Customer,
  ) {}

  /** Opens the link of the newest notice. */
  async openNotice(): Promise<void> {
    await this.page.goto(`${topology.identityProvider}/phone`);
    const inbox = this.page.locator(`[data-owner="${this.owner.id}"]`);
    await inbox
      .getByRole("link", { name: /\/decoupled\// })
      .first()
      .click();
    await expect(this.page.getByText("Northlight Bank")).toBeVisible();
    await expectAccessible(this.page);
  }

  /** From that link to the open question, by signing in as `customer`. */
  async toTheQuestion(customer: Customer = this.owner): Promise<ConsentPage> {
    await this.goOn(customer);
    await this.page.waitForURL(/assent\.localhost/);
    return ConsentPage.on(this.page);
  }

  async goOn(customer: Customer): Promise<void> {
    await this.page.getByRole("button", { name: "Sign in and look at the request" }).click();
    await signIn(this.page, customer);
  }

  async expectClosing(): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1, name: "You can close this page" })).toBeVisible();
    await expectAccessible(this.page);
  }
}
