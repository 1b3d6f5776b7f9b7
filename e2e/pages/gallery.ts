import type { Page } from "@playwright/test";

export interface Catalogue {
  /** Names of all exhibits. */
  readonly exhibits: readonly string[];
  readonly locales: readonly string[];
  readonly brands: readonly string[];
}

/** What the gallery says that it has. */
export async function readCatalogue(page: Page, origin: string): Promise<Catalogue> {
  await page.goto(`${origin}/gallery`);
  const options = (name: string) =>
    page
      .locator(`select[name="${name}"] option`)
      .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value).filter(Boolean));
  const exhibits = await page.locator("[data-area] a").allInnerTexts();
  if (exhibits.length === 0) throw new Error("the gallery is empty");
  return { exhibits, locales: await options("locale"), brands: await options("brand") };
}
