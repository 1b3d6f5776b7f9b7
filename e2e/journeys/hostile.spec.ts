import { expect, test } from "@playwright/test";
import { topology } from "../world.ts";

/** Pages of the gallery whose every text from outside would run or load something as markup (S12). */
const PAGES = [1, 2, 3, 4, 5, 6];

for (const number of PAGES) {
  test(`S12: hostile markup on page ${number} runs nothing, loads nothing, and is read as it was written`, async ({
    page,
  }) => {
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== topology.appOrigin) elsewhere.push(request.url());
    });
    page.on("dialog", (dialog) => {
      elsewhere.push(dialog.message());
      void dialog.dismiss();
    });
    await page.setViewportSize({ width: 320, height: 900 });
    const answer = await page.goto(`${topology.appOrigin}/gallery/access-hostile-${number}`);
    expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
    // Whatever waits for a hand: every fold is opened, and every name is passed over and pressed.
    const names = page.locator("main bdi");
    expect(await names.count()).toBeGreaterThan(20);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
      for (const name of document.querySelectorAll("main bdi")) {
        for (const type of ["mouseover", "focus", "click"]) name.dispatchEvent(new Event(type, { bubbles: true }));
      }
    });
    const found = await page.evaluate(() => ({
      ran: "__ran" in window,
      title: document.title === "ran",
      wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      inside: document.querySelectorAll("bdi *").length,
      unisolated: [...document.querySelectorAll("main bdi")].filter(
        (name) => getComputedStyle(name).unicodeBidi !== "isolate",
      ).length,
      foreign: document.querySelectorAll(
        "main :is(img, iframe, object, embed, video, audio, math, base, meta, template)",
      ).length,
    }));
    expect(found).toEqual({ ran: false, title: false, wide: false, inside: 0, unisolated: 0, foreign: 0 });
    expect((await names.allTextContents()).filter((text) => text.includes("<")).length).toBeGreaterThan(15);
    expect(elsewhere).toEqual([]);
  });
}
