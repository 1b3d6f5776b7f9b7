import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { paths } from "../../app/paths.ts";
import type { StaffMember } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { topology } from "../world.ts";
import { signIn } from "./bank-login.ts";
import { aStaffDevice, hasScripts, signInByPasskey } from "./staff-device.ts";

/** The portal, as a member of staff who is signed in. */
export class AdminPage {
  constructor(readonly page: Page) {}

  /**
   * Through the staff realm's sign-in to the page that was asked for, by password and passkey: what cannot be taken back
   * asks for no other sign-in for the next five minutes.
   */
  static async signedIn(page: Page, person: StaffMember, path = "/admin"): Promise<AdminPage> {
    await ((await hasScripts(page)) ? signInOn : signInBeside)(page, person);
    await page.goto(`${topology.appOrigin}${path}`);
    return AdminPage.on(page, path);
  }

  /** The same, by somebody at another computer. */
  static async elsewhere(browser: Browser, person: StaffMember, path?: string): Promise<AdminPage> {
    const { javaScriptEnabled } = test.info().project.use;
    const context = await browser.newContext(javaScriptEnabled === undefined ? {} : { javaScriptEnabled });
    return AdminPage.signedIn(await context.newPage(), person, path);
  }

  /** By password and code, as a working day begins. */
  static async signedInByCode(page: Page, person: StaffMember, path = "/admin"): Promise<AdminPage> {
    await page.goto(`${topology.appOrigin}${path}`);
    await signIn(page, person, topology.staffLogin);
    return AdminPage.on(page, path);
  }

  private static async on(page: Page, path: string): Promise<AdminPage> {
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

  /** What goes on comes to this in time; a page that does not look again by itself is looked at again. */
  async untilState(state: string): Promise<void> {
    await expect(async () => {
      await this.page.goto(this.page.url());
      await expect(this.page.locator(".title .status")).toHaveText(state, { timeout: 500 });
    }).toPass();
  }

  /** Nothing that axe finds, and nothing that scrolls sideways at 320 px (WCAG 2.2, 1.4.10). */
  async expectFits(): Promise<void> {
    // A heading is there before the style sheets are.
    await this.page.waitForLoadState();
    await expectAccessible(this.page);
    const usual = this.page.viewportSize();
    if (!usual) return;
    await this.page.setViewportSize({ ...usual, width: 320 });
    expect(await this.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await this.page.setViewportSize(usual);
  }
}

async function signInOn(page: Page, person: StaffMember): Promise<void> {
  await aStaffDevice(page, person);
  await page.goto(`${topology.appOrigin}${paths.adminStepUp(paths.admin)}`);
  await signInByPasskey(page, person);
  await page.waitForURL(`${topology.appOrigin}${paths.admin}`);
}

/** Where the page itself has no script: in another window of the same person. */
async function signInBeside(page: Page, person: StaffMember): Promise<void> {
  const beside = await page.context().browser()?.newContext({ javaScriptEnabled: true });
  if (!beside) throw new Error("there is no browser to open another window of");
  await signInOn(await beside.newPage(), person);
  await page.context().addCookies(await beside.cookies(topology.appOrigin));
  await beside.close();
}
