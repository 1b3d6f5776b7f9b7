import { CATALOGUES, LOCALES, type Locale } from "./catalogues";
import type { Words } from "./words";

/** For everybody whose language we do not have. */
export const DEFAULT_LOCALE: Locale = "en-GB";

/** A browser names fewer; whoever sends more is not read to the end. */
const MOST_RANGES = 20;

/** A language range with its weight (RFC 9110, section 12.5.4). */
const RANGE = /^([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/;

/**
 * The language of ours that a browser asks for first, by lookup (RFC 4647, section 3.4). What is no language range is
 * passed over.
 *
 * @param header Accept-Language, as it came.
 * @returns undefined when it asks for none that we have.
 */
export function acceptedLocale(
  header: string | null | undefined,
  known: readonly Locale[] = LOCALES,
): Locale | undefined {
  const ranges = (header ?? "").split(",", MOST_RANGES).flatMap((part) => {
    const [, tag, weight = "1"] = RANGE.exec(part.trim()) ?? [];
    return tag === undefined ? [] : [{ tag, weight: Number(weight) }];
  });
  // Sorting is stable: of equal weights the first stays first.
  const wanted = ranges.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight);
  for (const { tag } of wanted) {
    const found = localeFor(tag, known);
    if (found) return found;
  }
  return undefined;
}

/**
 * The language of ours for a tag: the tag itself, else with its ends cut off one by one (RFC 4647, section 3.4). Further
 * than that goes ours of another region: somebody from Lisbon reads Brazilian better than English.
 *
 * @param tag BCP 47, from outside.
 */
export function localeFor(tag: string | undefined, known: readonly Locale[] = LOCALES): Locale | undefined {
  const subtags = (tag ?? "").toLowerCase().split("-");
  for (let length = subtags.length; length > 0; length -= 1) {
    const range = subtags.slice(0, length).join("-");
    const found = known.find((locale) => locale.toLowerCase() === range);
    if (found) return found;
  }
  return known.find((locale) => locale.toLowerCase().split("-")[0] === subtags[0]);
}

/** The words for a tag from outside or from long ago, in {@link DEFAULT_LOCALE} where we have none for it. */
export const wordsIn = (tag: string | undefined): Words => CATALOGUES[localeFor(tag) ?? DEFAULT_LOCALE];
