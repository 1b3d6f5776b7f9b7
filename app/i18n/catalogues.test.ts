import { describe, expect, test } from "vitest";
import { CATALOGUES, LOCALES } from "./catalogues";

type Leaf = string | ((...args: never[]) => string);

/** Every text of a catalogue by its place in it: "stop.decided.title.allowed". */
function leavesOf(node: unknown, path = ""): [string, Leaf][] {
  if (typeof node === "string" || typeof node === "function") return [[path, node as Leaf]];
  return Object.entries(node as object).flatMap(([key, child]) => leavesOf(child, path ? `${path}.${key}` : key));
}

const catalogueOf = (locale: (typeof LOCALES)[number]) => new Map(leavesOf(CATALOGUES[locale]));

const isNotice = (path: string) => path.startsWith("notices.kinds.");
const call = (leaf: Leaf, ...args: unknown[]) => (leaf as (...args: unknown[]) => string)(...args);

const english = catalogueOf("en-GB");
const others = LOCALES.filter((locale) => locale !== "en-GB");

const MARKERS = ["⟦one⟧", "⟦two⟧", "⟦three⟧", "⟦four⟧", "⟦five⟧", "⟦six⟧"];

/** What `plural` made takes a count and calls anything else no number; the others are these. */
const COUNTED = new Set(
  [...english].flatMap(([path, leaf]) => {
    const byHand = /^(?:span\.(?:days|months)|receipt\.(?:accounts|years)|account\.chosenOf)$/.test(path);
    const isCounted = typeof leaf === "function" && !isNotice(path) && (byHand || call(leaf, "⟦one⟧").includes("NaN"));
    return isCounted ? [path] : [];
  }),
);

/** A notice is told what happened by name; all that it may say of it is tried. */
const ABOUT = [true, false].flatMap((byCustomer) =>
  [true, false].map((payment) => ({ app: MARKERS[0], bank: MARKERS[1], byCustomer, payment })),
);

/** Everything that `leaf` may say, with a marker for each text that it is given. */
function said(path: string, leaf: Leaf): string[] {
  if (typeof leaf === "string") return [leaf];
  if (isNotice(path)) return ABOUT.map((about) => call(leaf, about));
  if (COUNTED.has(path)) return COUNTS.map((count) => call(leaf, count));
  return [call(leaf, ...MARKERS.slice(0, english.get(path)?.length))];
}

/** One of each plural form of each language, and what lies between. */
const COUNTS = [...Array.from({ length: 130 }, (_, count) => count), 1_000, 1_000_000];

/** The same in English, and rightly so. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  /** Names of things, that languages share. */
  "domesticPayment.iban": others,
  "receipt.app": ["de"],
  "dashboard.lists.by.app": ["de"],
  "dashboard.lists.pages.label": ["fr"],
  "connectionDetail.no": ["es"],
  "connectionDetail.history.version": ["fr"],
  "receipt.code": ["de", "cy", "fr"],
  /** No words in them. */
  "frame.titleOf": others,
  "frame.errorTitle": ["es"],
  "receipt.account": others,
  /** The quotation marks of Brazil are those of Britain. */
  "accountAccess.quoted": ["pt-BR"],
};

/** What a catalogue may not say: a plea, or a loud voice (C-20). */
const PLEAS: Readonly<Record<string, RegExp>> = {
  cy: /\bos gwelwch yn dda\b|\bplîs\b|\bmae’n ddrwg\b/i,
  de: /\bbitte\b|\bleider\b|\bhoppla\b|\bentschuldig/i,
  fr: /s’il vous plaît|\bveuillez\b|\bmerci de\b|\bdésolé|\boups\b/i,
  es: /\bpor favor\b|\blo sentimos\b|\bvaya\b/i,
  "pt-BR": /\bpor favor\b|\bdesculpe\b|\bops\b/i,
  ar: /من فضلك|رجاء|يرجى|عذر|نأسف/,
};

const LATIN_ENGLISH = /\b(?:the|your|you|with|account|payment|please|what|which|this|share)\b/i;

test("what is counted is found", () => {
  expect(COUNTED.size).toBeGreaterThanOrEqual(5);
});

test.each(others)("%s: what is said of its pleas is known", (locale) => {
  expect(PLEAS[locale]).toBeInstanceOf(RegExp);
});

describe.each(others)("%s", (locale) => {
  const catalogue = catalogueOf(locale);

  test("has every text that English has, and no other", () => {
    expect([...catalogue.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("tells its own name, tag and version", () => {
    const { locale: tag, name, version } = CATALOGUES[locale];
    expect(tag).toBe(locale);
    expect(version).toMatch(new RegExp(`^${locale}-\\d+$`));
    expect(new Intl.Locale(tag).toString()).toBe(tag);
    expect(LOCALES.map((other) => CATALOGUES[other].name).filter((other) => other === name)).toHaveLength(1);
  });

  const texts = [...catalogue].filter(([path]) => !["locale", "version", "name"].includes(path));

  test.each(texts)("%s", (path, leaf) => {
    const original = english.get(path);
    if (original === undefined) throw new Error("not in English");
    expect(typeof leaf).toBe(typeof original);
    const own = said(path, leaf);
    const theirs = said(path, original);

    for (const text of own) {
      expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object|=>/);
      expect(text.trim()).toBe(text);
      expect(text).not.toBe("");
      // A no-break space beside a space is a double space too.
      expect(text).not.toMatch(/[ \u00a0\u202f]{2}|[ \u00a0\u202f][.,]| \u2069/);
      expect(text).not.toMatch(/[!¡]/);
      expect(text).not.toMatch(PLEAS[locale] as RegExp);
      expect(text.replace(/⟦\w+⟧/g, "")).not.toMatch(LATIN_ENGLISH);
    }

    own.forEach((text, index) => {
      for (const marker of COUNTED.has(path) ? [] : MARKERS) {
        const given = theirs[index]?.includes(marker);
        if (given) expect(text).toContain(marker);
        // The passive may name in one language who did it, where English says it elsewhere; never on a page.
        else if (!isNotice(path)) expect(text).not.toContain(marker);
      }
    });

    if (!SAME[path]?.includes(locale)) expect(own).not.toEqual(theirs);
  });

  test("French sets its marks off, and no other language does", () => {
    for (const [path, leaf] of texts) {
      for (const text of said(path, leaf)) {
        if (locale === "fr") {
          expect(text).not.toMatch(/[^\u202f][;:?»](?!\S)|«[^\u202f]/);
          expect(text).not.toMatch(/[“”„]/);
        } else {
          expect(text).not.toMatch(/[ \u00a0\u202f][;:?»]/);
        }
        expect(text).not.toMatch(/["']/);
      }
    }
  });

  test.each([...COUNTED])("%s goes with the count", (path) => {
    const say = catalogue.get(path) as (count: number) => string;
    const shown = english.get(path) as (count: number) => string;
    const rules = new Intl.PluralRules(locale);
    for (const count of COUNTS) {
      // Languages with a dual, or "the one", say the word alone.
      const alone = ["zero", "one", "two"].includes(rules.select(count));
      const digits = /\d/.test(shown(count));
      if (digits && !alone) expect(say(count).replace(/[.,\s\u00a0\u202f’٬]/g, "")).toContain(String(count));
    }
    const forms = new Set(COUNTS.map((count) => say(count).replace(/\d[\d.,\s\u00a0\u202f]*/g, "# ")));
    expect(forms.size).toBeGreaterThan(INVARIABLE[path]?.includes(locale) ? 0 : 1);
  });
});

/** Where the words are the same for every count: nothing in them is counted, or the noun has one form. */
const INVARIABLE: Readonly<Record<string, readonly string[]>> = {
  "account.chosenOf": others,
  "choosing.more": others,
  "choosing.andMore": others,
  "connection.more": ["cy"],
  "reminders.list.news": ["cy", "de"],
};
