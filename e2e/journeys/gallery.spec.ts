import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Catalogue, readCatalogue } from "../pages/gallery.ts";
import { topology } from "../world.ts";

/**
 * Every page in every state, looked at by machine at 320 px, which is also 1280 px at 400 % (WCAG 1.4.10), with everything
 * unfolded. `npm run gallery:walk` takes every language and brand with every page; the usual run every page in English and
 * some of each other language.
 */
const EVERYTHING = process.env.GALLERY_WALK === "full";
const SAMPLE = 6;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** WCAG 2.5.8. Ours are mostly 44 and more. */
const LEAST_TARGET = 24;

/** Bytes of HTML, for twelve permissions and five accounts. */
const LARGEST_PAGE = 12_000;
/** What letters of two bytes each bring on top. */
const NOT_LATIN = 1_500;

interface Stop {
  readonly exhibit: string;
  readonly locale: string;
  readonly brand: string;
}

test("every page in every state, light and dark, at 320 px", async ({ browser, page }) => {
  test.setTimeout(EVERYTHING ? 3_600_000 : 600_000);
  const stops = planOf(await readCatalogue(page, topology.appOrigin));
  const findings: string[] = [];
  // Two at a time: as many as the smallest machine has cores.
  const queue = [...stops];
  const walk = async () => {
    const walker = await walkerOf(browser);
    for (let stop = queue.shift(); stop; stop = queue.shift()) findings.push(...(await lookAt(walker, stop)));
    await walker.context().close();
  };
  await Promise.all([walk(), walk()]);
  expect(findings).toEqual([]);
  test.info().annotations.push({ type: "pages", description: String(stops.length) });
});

function planOf({ exhibits, locales, brands }: Catalogue): readonly Stop[] {
  const [usual = "", ...others] = locales;
  const [own = "", ...otherBrands] = brands;
  if (EVERYTHING) {
    return locales.flatMap((locale) =>
      brands.flatMap((brand) => exhibits.map((exhibit) => ({ exhibit, locale, brand }))),
    );
  }
  const sampled = others.flatMap((locale, at) =>
    ["access", "payment", ...everyNth(exhibits, others.length, at).slice(0, SAMPLE - 2)].map((exhibit) => ({
      exhibit,
      locale,
      brand: own,
    })),
  );
  return [
    { exhibit: "access-twelve", locale: "de", brand: own },
    ...exhibits.map((exhibit) => ({ exhibit, locale: usual, brand: own })),
    ...sampled,
    ...otherBrands.flatMap((brand) => ["access", "payment"].map((exhibit) => ({ exhibit, locale: usual, brand }))),
  ];
}

const everyNth = (all: readonly string[], n: number, from: number) => all.filter((_, at) => at % n === from);

async function walkerOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 320, height: 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  return context.newPage();
}

/** What is wrong with one page. */
async function lookAt(page: Page, { exhibit, locale, brand }: Stop): Promise<readonly string[]> {
  const elsewhere: string[] = [];
  const heard = (request: { url(): string }) => {
    if (new URL(request.url()).origin !== topology.appOrigin) elsewhere.push(`asks ${new URL(request.url()).origin}`);
  };
  page.on("request", heard);
  await page.emulateMedia({ colorScheme: "light" });
  const answer = await page.goto(`${topology.appOrigin}/gallery/${exhibit}?locale=${locale}&brand=${brand}`);
  const wrong = answer?.status() === 200 ? [] : [`is answered with ${answer?.status()}`];
  const bytes = (await answer?.body())?.length ?? 0;
  if (exhibit === "access-twelve" && bytes > LARGEST_PAGE + (locale === "ar" ? NOT_LATIN : 0))
    wrong.push(`has ${bytes} bytes`);
  wrong.push(...(await page.evaluate(measure, LEAST_TARGET)));
  const light = await axe(page).withTags(RULES).analyze();
  await page.emulateMedia({ colorScheme: "dark" });
  // Only colours differ in the dark.
  const dark = await axe(page).withRules(["color-contrast", "link-in-text-block"]).analyze();
  page.off("request", heard);
  for (const [theme, { violations }] of [["light", light] as const, ["dark", dark] as const]) {
    wrong.push(...violations.map(({ id, nodes }) => `${theme}: ${id}: ${nodes.map((node) => node.html).join(" | ")}`));
  }
  return [...wrong, ...elsewhere].map((what) => `${exhibit} ${locale} ${brand}: ${what}`);
}

/** Our pages have no frames: without looking into some in a second page it takes half the time. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true);

/** In the page: unfolds everything, and says what is too wide or too small to press, and which language it is not in. */
function measure(least: number): string[] {
  const found: string[] = [];
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const { scrollWidth, clientWidth, lang } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`is ${scrollWidth} px wide in ${clientWidth}`);
  const titles = document.querySelectorAll("head > title").length;
  if (titles !== 1) found.push(`has ${titles} titles`);
  const asked = new URLSearchParams(location.search).get("locale");
  if (lang !== asked) found.push(`says that it is in ${lang}`);
  for (const target of document.querySelectorAll<HTMLElement>("a, button, input, select, textarea, summary")) {
    const { width, height } = target.getBoundingClientRect();
    const isShown = target.checkVisibility() && width > 0;
    if (isShown && (width < least || height < least)) {
      found.push(`has a target of ${Math.round(width)} by ${Math.round(height)} px: ${target.textContent?.trim()}`);
    }
  }
  return found;
}
