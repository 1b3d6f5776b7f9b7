import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Catalogue, readCatalogue } from "../pages/gallery.ts";
import { topology } from "../world.ts";

/**
 * Every page in every state, looked at by machine at 320 px, which is also 1280 px at 400 % (WCAG 1.4.10), with everything
 * unfolded. The usual run meets every page once, and so that languages, brands and themes each meet each other;
 * `npm run gallery:walk` every page in every language, brand and theme.
 */
const EVERYTHING = process.env.GALLERY_WALK === "full";
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** WCAG 2.5.8. Ours are mostly 44 and more. */
const LEAST_TARGET = 24;

/** Bytes of HTML, for twelve permissions and five accounts. */
const LARGEST_PAGE = 12_000;
/** What letters of two bytes each bring on top. */
const NOT_LATIN = 1_500;

const THEMES = ["light", "dark"] as const;
/** What most customers see, in every language. */
const ALWAYS = ["access", "payment"];

interface Stop {
  readonly exhibit: string;
  readonly locale: string;
  readonly brand: string;
  readonly theme: (typeof THEMES)[number];
}

/** Parts, so that the workers share the way. */
const PARTS = 4;
test.describe.configure({ mode: "parallel", timeout: EVERYTHING ? 3_600_000 : 300_000 });

for (let part = 0; part < PARTS; part++) {
  test(`every page in every state, at 320 px, part ${part + 1} of ${PARTS}`, async ({ browser, page }) => {
    const stops = planOf(await readCatalogue(page, topology.appOrigin)).filter((_, at) => at % PARTS === part);
    const findings: string[] = [];
    const walker = await walkerOf(browser);
    for (const stop of stops) findings.push(...(await lookAt(walker, stop)));
    await walker.context().close();
    expect(findings).toEqual([]);
    test.info().annotations.push({ type: "pages", description: String(stops.length) });
  });
}

test("the page with twelve permissions is small enough in every language", async ({ page }) => {
  const { locales } = await readCatalogue(page, topology.appOrigin);
  for (const locale of locales) {
    const answer = await page.goto(`${topology.appOrigin}/gallery/access-twelve?locale=${locale}`);
    const most = LARGEST_PAGE + (locale === "ar" ? NOT_LATIN : 0);
    expect((await answer?.body())?.length, locale).toBeLessThanOrEqual(most);
  }
});

test("the usual run meets every page, and each language in each brand and theme", async ({ page }) => {
  const { exhibits, locales, brands } = await readCatalogue(page, topology.appOrigin);
  const sample = sampleOf({ exhibits, locales, brands });
  const met = (of: (stop: Stop) => string) => new Set(sample.map(of)).size;
  expect(met(({ exhibit }) => exhibit)).toBe(exhibits.length);
  expect(met(({ locale, brand, theme }) => `${locale} ${brand} ${theme}`)).toBe(
    locales.length * brands.length * THEMES.length,
  );
});

const planOf = (catalogue: Catalogue) => (EVERYTHING ? everythingOf(catalogue) : sampleOf(catalogue));

const everythingOf = ({ exhibits, locales, brands }: Catalogue): readonly Stop[] =>
  THEMES.flatMap((theme) =>
    locales.flatMap((locale) =>
      brands.flatMap((brand) => exhibits.map((exhibit) => ({ exhibit, locale, brand, theme }))),
    ),
  );

/** Each page in the next language; the brand moves on with each round of languages, the theme with each round of brands. */
function sampleOf({ exhibits, locales, brands }: Catalogue): readonly Stop[] {
  const inTurn = <T>(all: readonly T[], turn: number): T => all[Math.floor(turn) % all.length] as T;
  const usual = ALWAYS.flatMap((exhibit) => locales.map((locale) => ({ exhibit, locale })));
  const others = exhibits.map((exhibit, at) => ({ exhibit, locale: inTurn(locales, at) }));
  return [...others, ...usual].map((stop, at) => ({
    ...stop,
    brand: inTurn(brands, at / locales.length),
    theme: inTurn(THEMES, at / locales.length / brands.length),
  }));
}

async function walkerOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 320, height: 900 },
    reducedMotion: "reduce",
  });
  return context.newPage();
}

/** What is wrong with one page. */
async function lookAt(page: Page, { exhibit, locale, brand, theme }: Stop): Promise<readonly string[]> {
  const elsewhere: string[] = [];
  const heard = (request: { url(): string }) => {
    if (new URL(request.url()).origin !== topology.appOrigin) elsewhere.push(`asks ${new URL(request.url()).origin}`);
  };
  page.on("request", heard);
  await page.emulateMedia({ colorScheme: theme });
  const answer = await page.goto(`${topology.appOrigin}/gallery/${exhibit}?locale=${locale}&brand=${brand}`);
  const wrong = answer?.status() === 200 ? [] : [`is answered with ${answer?.status()}`];
  wrong.push(...(await page.evaluate(measure, LEAST_TARGET)));
  // Unfolded it floats over a part of what stands below; what is in it is looked at with what most customers see.
  if (!ALWAYS.includes(exhibit)) await page.evaluate(foldLanguages);
  const { violations } = await axe(page).withTags(RULES).analyze();
  page.off("request", heard);
  wrong.push(...violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`));
  return [...wrong, ...elsewhere].map((what) => `${exhibit} ${locale} ${brand} ${theme}: ${what}`);
}

/** Our pages have no frames: without looking into some in a second page it takes half the time. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true);

/** In the page. */
function foldLanguages(): void {
  document.querySelector("details.language")?.removeAttribute("open");
}

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
