import { expect, type Locator, type Page } from "@playwright/test";
import type { Customer } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { topology } from "../world.ts";
import { signIn } from "./bank-login.ts";

/** A customer's own pages. */
export class DashboardPage {
  constructor(readonly page: Page) {}

  /** Through the bank's sign-in to the page that was asked for. */
  static async signedIn(page: Page, customer: Customer, path = "/dashboard"): Promise<DashboardPage> {
    await page.goto(`${topology.appOrigin}${path}`);
    await signIn(page, customer);
    await page.waitForURL(`${topology.appOrigin}${path}`);
    const dashboard = new DashboardPage(page);
    await expectAccessible(page);
    return dashboard;
  }

  heading(name: string): Locator {
    return this.page.getByRole("heading", { level: 1, name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${topology.appOrigin}${path}`);
  }

  async expectHeading(name: string): Promise<void> {
    await expect(this.heading(name)).toBeVisible();
    await expectAccessible(this.page);
  }
}
