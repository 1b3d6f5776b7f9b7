import { test as base, type Page } from "@playwright/test";
import type { Customer } from "../sandbox/personas.ts";
import { signIn } from "./pages/bank-login.ts";
import { ConsentPage } from "./pages/consent.ts";
import { type Asking, type TppName, TppPage } from "./pages/tpp.ts";

export { expect } from "@playwright/test";

export interface Journey {
  readonly tpp: TppPage;
  /** From the TPP through the bank's sign-in to the open question. */
  toTheQuestion(customer: Customer, ask?: Ask): Promise<ConsentPage>;
  /** From a request that is ready at the TPP through the bank's sign-in to the open question. */
  onToTheQuestion(customer: Customer, ticked?: number): Promise<ConsentPage>;
  /** The first, up to whatever page of ours comes then. */
  toOurPage(customer: Customer, ask?: Ask): Promise<Page>;
}

interface Ask extends Asking {
  readonly tpp?: TppName;
}

/** With scripts off the TPP that gets its answer in the fragment cannot take it, so those journeys use the other. */
export const test = base.extend<{ journey: Journey }>({
  journey: async ({ page, javaScriptEnabled }, use) => {
    const tpp = new TppPage(page);
    const toOurPage = async (customer: Customer, ask: Ask = {}) => {
      await tpp.ask(ask.tpp ?? (javaScriptEnabled === false ? "tallybook" : "beacon"), ask);
      return onToOurPage(customer);
    };
    const onToOurPage = async (customer: Customer) => {
      await tpp.goToTheBank();
      await signIn(page, customer);
      await page.waitForURL(/^http:\/\/assent\.localhost/);
      return page;
    };
    await use({
      tpp,
      toOurPage,
      onToTheQuestion: async (customer, ticked) => ConsentPage.on(await onToOurPage(customer), ticked),
      toTheQuestion: async (customer, ask) => ConsentPage.on(await toOurPage(customer, ask)),
    });
  },
});
