import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { findChromium } from "./chromium.ts";
import { startGalleryApp } from "./gallery-app.ts";
import { readCatalogue } from "./pages/gallery.ts";

/**
 * `npm run gallery:shots -- <folder>`: a picture of every exhibit, and the printed sheet of those in light. Each option
 * takes values separated by commas, and everything where it is left out: `--only` (a pattern), `--locale`, `--brand`,
 * `--theme` (light, dark, forced), `--width`.
 */
async function main(): Promise<void> {
  const list = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    options: { only: list, locale: list, brand: list, theme: list, width: list },
    allowPositionals: true,
  });
  const folder = positionals[0];
  if (!folder) throw new Error("name a folder: npm run gallery:shots -- <folder>");
  mkdirSync(folder, { recursive: true });
  const app = await startGalleryApp();
  const { executablePath, args, env } = await findChromium();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } as never });
  try {
    const catalogue = await readCatalogue(await browser.newPage(), app.origin);
    const exhibits = catalogue.exhibits.filter((name) => new RegExp(values.only ?? "").test(name));
    const locales = values.locale?.split(",") ?? catalogue.locales;
    const brands = values.brand?.split(",") ?? catalogue.brands;
    const themes = (values.theme ?? "light,dark,forced").split(",");
    const widths = (values.width ?? "320,1280").split(",").map(Number);
    for (const theme of themes) {
      const colorScheme = theme === "dark" ? "dark" : "light";
      const forcedColors = theme === "forced" ? "active" : "none";
      const page = await browser.newPage({ colorScheme, forcedColors, reducedMotion: "reduce", deviceScaleFactor: 1 });
      for (const exhibit of exhibits) {
        for (const locale of locales) {
          for (const brand of brands) {
            await page.goto(`${app.origin}/gallery/${exhibit}?locale=${locale}&brand=${brand}`);
            const name = join(folder, `${exhibit}.${locale}.${brand}`);
            for (const width of widths) {
              await page.setViewportSize({ width, height: 900 });
              await page.screenshot({ path: `${name}.${theme}.${width}.png`, fullPage: true });
            }
            if (theme === "light") await page.pdf({ path: `${name}.pdf`, preferCSSPageSize: true, format: "A4" });
          }
        }
      }
      await page.close();
    }
  } finally {
    await browser.close();
    await app.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
