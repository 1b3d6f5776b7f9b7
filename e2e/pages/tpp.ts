import { expect, type Page } from "@playwright/test";
import { TPPS } from "../../sandbox/personas.ts";
import type { Order } from "../../sandbox/tpp/order/order.ts";
import { topology } from "../world.ts";

export type TppName = keyof typeof TPPS;

export interface Asking {
  readonly kind?: Order["kind"];
  /** Sort code and account number to pay from, 14 digits. */
  readonly debtor?: string;
  readonly amount?: string;
  /** What else to type or choose, by label. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** The technical TPP: asks the bank for something and shows what it got. */
export class TppPage {
  constructor(readonly page: Page) {}

  /** Registers an intent and stops before the bank. */
  async ask(tpp: TppName, { kind = "account_access", debtor, amount, fields = {} }: Asking = {}) {
    await this.page.goto(`${topology.tpp}/?kind=${kind}`);
    await this.page.getByRole("radio", { name: TPPS[tpp].name }).check();
    if (amount) await this.page.getByLabel("Amount in pounds").fill(amount);
    if (debtor) {
      await this.page.getByLabel("Payer sort code").fill(debtor.slice(0, 6));
      await this.page.getByLabel("Payer account number").fill(debtor.slice(6));
    }
    for (const [label, value] of Object.entries(fields)) await this.enter(label, value);
    await this.page.getByRole("button", { name: "Connect to Northlight Bank" }).click();
    await expect(this.toTheBank.or(this.bankIsAsking)).toBeVisible();
  }

  private async enter(label: string, value: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    const isChoice = await field.evaluate((element) => element.tagName === "SELECT");
    await (isChoice ? field.selectOption(value) : field.fill(value));
  }

  /** Uses a lasting consent once more: "Pay", or "Ask whether there is enough". */
  async use(act: string, amount: string): Promise<void> {
    await this.enter("Amount in pounds", amount);
    await this.page.getByRole("button", { name: act, exact: true }).click();
  }

  get toTheBank() {
    return this.page.getByRole("link", { name: "Go to Northlight Bank" });
  }

  /** Where the customer is asked on another device. */
  get bankIsAsking() {
    return this.page.getByRole("heading", { name: "The bank is asking the customer" });
  }

  async goToTheBank(): Promise<void> {
    await this.toTheBank.click();
    await expect(this.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  }

  /** What the TPP says became of its request. */
  get outcome() {
    return this.page.getByRole("heading", { level: 1 });
  }

  async consentId(): Promise<string> {
    return this.page.locator("dl.facts dd").first().innerText();
  }

  /** The error that the bank sent back, as the TPP shows it. */
  get errorFromTheBank() {
    return this.page.getByRole("status", { name: "Error from the bank" });
  }

  result(caption: string) {
    return this.page.getByRole("table", { name: caption });
  }
}
