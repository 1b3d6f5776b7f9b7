import type { Brand } from "./brand";
import { type Design, NEUTRALS } from "./palette";

/** Names that CSS knows itself; in quotes they would be typefaces that nobody has. */
const GENERIC = new Set([
  "-apple-system",
  "sans-serif",
  "serif",
  "system-ui",
  "ui-rounded",
  "ui-sans-serif",
  "ui-serif",
]);

/**
 * A brand and the neutral colours as custom properties, for the front of the stylesheet. In a layer, so that what the
 * stylesheet says of print and of forced colours goes before it; dark for screens alone: paper is light.
 */
export const brandCss = (brand: Brand): string => `@layer tokens{${tokens(brand, ":root")}}\n`;

/**
 * The same over another brand, for looking at pages in the gallery.
 *
 * @param design whatever the browser prefers; what it prefers unless given.
 */
export const forcedBrandCss = (brand: Brand, design?: Design): string =>
  `@layer tokens{${tokens(brand, ":root:root", design)}}\n`;

function tokens(brand: Brand, root: string, design?: Design): string {
  const light = `${root}{color-scheme:${design ?? "light dark"};${shapes(brand)}${colours(brand, "light")}}`;
  if (design === "light") return light;
  const dark = `${root}{${colours(brand, "dark")}}`;
  return `${light}@media screen${design ? "" : " and (prefers-color-scheme:dark)"}{${dark}}`;
}

/** The mark on the accent, for the browser's tab. */
export function brandIcon({ mark, light }: Brand): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 36 36"><rect x="-4" y="-4" width="36" height="36" rx="8" ` +
    `fill="${light.accent}"/><path fill="${light.mark}" fill-rule="evenodd" d="${mark}"/></svg>`
  );
}

function shapes({ mark, radius, font, headings = font }: Brand): string {
  return (
    `--brand-mark-shape:path(evenodd,"${mark}");--brand-radius:${radius / 16}rem;` +
    `--brand-font:${families(font)};--brand-headings:${headings === font ? "inherit" : families(headings)};`
  );
}

const families = (stack: readonly string[]) =>
  stack.map((family) => (GENERIC.has(family) ? family : `"${family}"`)).join(",");

function colours(brand: Brand, design: Design): string {
  const { accent, onAccent, mark, tint } = brand[design];
  const all = {
    ...NEUTRALS[design],
    brandAccent: accent,
    brandOnAccent: onAccent,
    brandMark: mark,
    brandTint: tint,
  };
  return Object.entries(all)
    .map(([name, value]) => `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}:${value}`)
    .join(";");
}
