import { expect, type Locator, type Page } from "@playwright/test";
import type { StaffMember } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { topology } from "../world.ts";
import { signIn } from "./bank-login.ts";

/** The portal, as a member of staff who is signed in. */
export class AdminPage {
  constructor(readonly page: Page) {}

  /** Through the staff realm's sign-in to the page that was asked for. */
  static async signedIn(page: Page, person: StaffMember, path = "/admin"): Promise<AdminPage> {
    await page.goto(`${topology.appOrigin}${path}`);
    await signIn(page, person, topology.staffLogin);
    await page.waitForURL(`${topology.appOrigin}${path}`);
    const admin = new AdminPage(page);
    await admin.expectFits();
    return admin;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${topology.appOrigin}${path}`);
    await this.expectFits();
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole("heading", { level: 1, name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole("link", { name });
  }

  /** A part of a page, by its own heading. */
  part(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  async expectHeading(name: string | RegExp): Promise<void> {
    await expect(this.heading(name)).toBeVisible();
    await this.expectFits();
  }

  /** Nothing that axe finds, and nothing that scrolls sideways at 320 px (WCAG 2.2, 1.4.10). */
  async expectFits(): Promise<void> {
    await expectAccessible(this.page);
    const usual = this.page.viewportSize();
    if (!usual) return;
    await this.page.setViewportSize({ ...usual, width: 320 });
    expect(await this.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await this.page.setViewportSize(usual);
  }
}
