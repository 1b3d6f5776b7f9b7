import type { Page } from "@playwright/test";
import { TPPS } from "../../sandbox/personas.ts";
import { topology } from "../world.ts";
import type { TppName } from "./tpp.ts";

/** What the technical TPP is told by the bank, and how. */
export class EventsPage {
  private constructor(
    readonly page: Page,
    readonly tpp: TppName,
  ) {}

  static async open(page: Page, tpp: TppName): Promise<EventsPage> {
    await page.goto(`${topology.tpp}/events?tpp=${TPPS[tpp].id}`);
    return new EventsPage(page, tpp);
  }

  /** Whatever was subscribed before, by an earlier run too, is ended first. */
  async subscribe(way: "Brought to the TPP" | "Fetched by the TPP"): Promise<void> {
    await this.press("Ask the bank what it holds");
    if (await this.page.getByRole("button", { name: "Unsubscribe" }).isVisible()) await this.press("Unsubscribe");
    await this.page.getByRole("radio", { name: way }).check();
    await this.press("Subscribe");
  }

  /** Exactly: "Subscribe" is also the end of "Unsubscribe". */
  async press(name: string): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  /** Events about one consent. */
  about(consentId: string) {
    return this.page.getByRole("list", { name: "Events" }).getByRole("listitem").filter({ hasText: consentId });
  }
}
