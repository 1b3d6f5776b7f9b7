import { type Browser, expect, type Page } from "@playwright/test";
import { decodeQR } from "qr/decode.js";
import type { Customer } from "../../sandbox/personas.ts";
import { expectAccessible } from "../accessible.ts";
import { topology } from "../world.ts";
import { signIn } from "./bank-login.ts";
import { ConsentPage } from "./consent.ts";

/** The first device while its request is offered to the phone of the same customer. */
export class WaitingPage {
  constructor(readonly page: Page) {}

  static async from(consent: ConsentPage): Promise<WaitingPage> {
    await consent.page.getByRole("button", { name: "Continue on your phone" }).click();
    const waiting = new WaitingPage(consent.page);
    await expect(waiting.picture).toBeVisible();
    await expectAccessible(consent.page);
    return waiting;
  }

  get picture() {
    return this.page.getByRole("img", { name: /^QR code/ });
  }

  heading(name: string) {
    return this.page.getByRole("heading", { level: 1, name });
  }

  /** What a camera reads from the screen. */
  async scan(browser: Browser): Promise<string> {
    const screen = (await this.picture.screenshot()).toString("base64");
    const reader = await browser.newPage();
    const { width, height, data } = await reader.evaluate(pixelsOf, `data:image/png;base64,${screen}`);
    await reader.close();
    return decodeQR({ width, height, data: Uint8ClampedArray.from(data) });
  }

  async code(): Promise<string> {
    return this.page.locator("[data-code]").innerText();
  }

  /** Comes up when the phone has brought the code. */
  async number(): Promise<string> {
    await expect(this.heading("Type this number on your phone")).toBeVisible();
    await expectAccessible(this.page);
    return this.page.locator("[data-number]").innerText();
  }

  async goOnHere(): Promise<void> {
    await this.page.getByRole("button", { name: "Go on here instead" }).click();
  }
}

/** A phone with the page that is opened there, and no scripts: it needs none. */
export class ScanningPhone {
  constructor(readonly page: Page) {}

  /** Opens what was scanned, and signs in at the bank. */
  async open(address: string, customer: Customer): Promise<void> {
    await this.page.goto(address);
    await signIn(this.page, customer);
    await this.page.waitForURL(`${topology.appOrigin}/second-device**`);
    await expect(this.page.getByLabel("Code", { exact: true })).toBeVisible();
  }

  async bringCode(code?: string): Promise<void> {
    if (code !== undefined) await this.page.getByLabel("Code", { exact: true }).fill(code);
    await this.goOn();
  }

  async enterNumber(number: string): Promise<void> {
    await this.page.getByLabel("Number, two digits").fill(number);
    await this.goOn();
  }

  async toTheQuestion(number: string): Promise<ConsentPage> {
    await this.enterNumber(number);
    return ConsentPage.on(this.page);
  }

  get problem() {
    return this.page.getByRole("alert");
  }

  private async goOn(): Promise<void> {
    await this.page.getByRole("button", { name: "Go on", exact: true }).click();
  }
}

/** In a browser, which can read pictures. */
async function pixelsOf(address: string) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("there is no canvas");
  context.drawImage(image, 0, 0);
  const { width, height, data } = context.getImageData(0, 0, image.width, image.height);
  return { width, height, data: Array.from(data) };
}
