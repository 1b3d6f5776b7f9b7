import { CUSTOMERS } from "../../sandbox/personas.ts";
import { expect, test } from "../fixtures.ts";

/** WCAG 1.4.10: with every step of a run on it, the TPP's page is no wider than a small phone. */
test("the technical TPP's page of a run fits 360 pixels", async ({ journey, page }) => {
  const consent = await journey.toTheQuestion(CUSTOMERS.arun);
  await consent.choose("Bills");
  await consent.allow();
  await expect(journey.tpp.outcome).toHaveText("The customer allowed access");
  await page.setViewportSize({ width: 360, height: 800 });
  const tooWide = await page.evaluate(() => {
    const scrolls = (element: Element) => element.closest("pre, .scroll") !== null;
    return [...document.querySelectorAll("main *, header *, footer *")]
      .filter((element) => !scrolls(element) && element.getBoundingClientRect().right > innerWidth + 0.5)
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 60)}`);
  });
  expect(tooWide).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
