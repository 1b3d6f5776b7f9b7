import { type BrandColours, DESIGNS, NEUTRALS, type Palette } from "./palette";

/** Relative luminance (WCAG 2.2, "relative luminance"). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, "contrast ratio": 1 for the same colour, 21 for black on white. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

type Pair = readonly [front: keyof Palette, back: keyof Palette, least: number];

/**
 * Every pair in use. 7 for what is being shared, 4.5 for other text (WCAG 1.4.3), 3 for the mark and for edges that say
 * where a control is (1.4.11).
 */
const PAIRS: readonly Pair[] = [
  ["ink", "sheet", 7],
  ["ink", "tint", 7],
  ["soft", "sheet", 4.5],
  ["soft", "tint", 4.5],
  ["onAction", "action", 7],
  ["onAction", "actionHover", 4.5],
  ["onAccent", "accent", 4.5],
  ["mark", "accent", 3],
  ["problemText", "problemTint", 4.5],
  ["problemText", "sheet", 4.5],
  ["problemText", "tint", 4.5],
  ["problemLine", "sheet", 3],
  ["edge", "sheet", 3],
  ["edge", "tint", 3],
  ["action", "sheet", 3],
  ["action", "tint", 3],
  ["focus", "sheet", 3],
  ["focus", "tint", 3],
];

/**
 * Which pairs of a brand cannot be read, in words for whoever starts the app; none when all can.
 *
 * @param brand its colours in both designs.
 */
export function contrastProblems(brand: Readonly<Record<(typeof DESIGNS)[number], BrandColours>>): readonly string[] {
  return DESIGNS.flatMap((design) => {
    const palette: Palette = { ...NEUTRALS[design], ...brand[design] };
    return PAIRS.flatMap(([front, back, least]) => {
      const ratio = contrast(palette[front], palette[back]);
      // Rounded down: 4.499 must not be printed as the 4.5 that it is not.
      const said = (Math.floor(ratio * 100) / 100).toFixed(2);
      return ratio >= least ? [] : [`${design}: ${front} on ${back} is ${said} to 1 and must be ${least} to 1`];
    });
  });
}
