import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { PERMISSIONS } from "~/domain/permissions/permission";
import { CATALOGUES, LOCALES } from "~/i18n/catalogues";
import { renderScreen, type Scene } from "./exhibit";
import { GALLERY, NEXT_HOP } from "./gallery";
import { OUTSIDE } from "./own-consent-exhibits.harness";

const BANK = { name: "Northlight Bank", phone: "0800 555 0199" };

const pagesIn = (scene: Scene) =>
  GALLERY.map(({ name, screen, keepsTicks = false }) => ({
    name,
    keepsTicks,
    html: renderToStaticMarkup(renderScreen(screen(scene))),
  }));

const everywhere = LOCALES.flatMap((locale) =>
  pagesIn({ words: CATALOGUES[locale], bank: BANK }).map((page) => ({ locale, ...page })),
);
/** For what is held against English words. */
const pages = everywhere.filter(({ locale }) => locale === "en-GB");

const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0;

/** What is looked for is no choice of anything. */
const withoutSearch = (html: string) => html.replace(/<search\b.*?<\/search>/gs, "");

/** What is read: text between tags, one line for each block. */
const sentencesOf = (html: string) =>
  html
    .replace(/<\/?(?:bdi|strong|a|b)\b[^>]*>/g, "")
    .split(/<[^>]+>/)
    .map((text) => text.replaceAll("&#x27;", "'").trim())
    .filter((text) => text !== "");

/** Asked of every sentence of every page: one search for all, and one assertion a page, or they take minutes. */
const CODES = new RegExp(PERMISSIONS.join("|"));
const NO_WORDS = /undefined|\bnull\b|\bNaN\b|\[object/;

describe.each(everywhere)("page $name in $locale", ({ html, keepsTicks }) => {
  test("has one h1 and one main, and its ids are its own", () => {
    expect(count(html, /<h1\b/g)).toBe(1);
    expect(count(html, /<main\b/g)).toBe(1);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("runs nothing, styles nothing inline, and loads nothing", () => {
    expect(html).not.toMatch(/<script|<iframe|<img|<object|<link|<style| style=| on[a-z]+="/i);
  });

  test("leads nowhere but to us, to the phone, and back where the authorization server says (N-07)", () => {
    const targets = [...html.matchAll(/(?:href|src|action|formaction)="([^"]*)"/g)].map((match) => match[1] ?? "");
    const isOurs = (to: string) =>
      to === NEXT_HOP || OUTSIDE.includes(to) || /^(?:#[a-z]|\/consent\/|\/dashboard(?:[/?]|$)|tel:[+\d]+$)/.test(to);
    expect(targets.map((target) => target.replaceAll("&amp;", "&")).filter((to) => !isOurs(to))).toEqual([]);
  });

  test("C-01: ticks nothing that the customer did not tick", () => {
    expect(/ checked=/.test(html)).toBe(keepsTicks);
    // What is looked for is no choice of anything.
    if (!keepsTicks) expect(html.replace(/<search\b.*?<\/search>/gs, "")).not.toContain("selected=");
  });

  test("C-24: hides nothing in the form but what was seen, what a factor is bound to, which apps are asked about, and what tells a second press", () => {
    for (const [input] of withoutSearch(html).matchAll(/<input type="hidden"[^>]*>/g))
      expect(input).toMatch(/name="(?:seen|bound|app|key)"/);
  });

  test("U-08: yes and no look the same", () => {
    const looks = [
      ...html.matchAll(
        /<button type="submit" name="(?:choice|show)" value="(?:allow|refuse|question|go-on)"[^>]*class="([^"]*)"/g,
      ),
    ].map((match) => match[1]);
    expect(new Set(looks).size).toBeLessThanOrEqual(1);
    expect(looks.length).toBeLessThanOrEqual(2);
  });

  test("C-20: speaks plainly: no codes, no shouting", () => {
    const isLoud = (text: string) => text.includes("!") && !text.includes("<") && !text.includes("&lt;");
    expect(sentencesOf(html).filter((text) => CODES.test(text) || NO_WORDS.test(text) || isLoud(text))).toEqual([]);
  });
});

test.each(pages)("C-20: $name begs for nothing", ({ html }) => {
  expect(sentencesOf(html).filter((text) => /\bplease\b|\boops\b|\bsorry\b/i.test(text))).toEqual([]);
});

describe("a page that asks", () => {
  const asking = pages.filter(({ html }) => html.includes('value="allow"'));

  test("there is one of every kind", () => {
    expect(asking.length).toBeGreaterThan(12);
  });

  test.each(asking)("$name: one form, two answers, and Enter in a box gives neither", ({ html }) => {
    expect(count(html, /<form\b/g)).toBe(1);
    expect(count(html, /name="choice" value="(?:allow|refuse)"/g)).toBe(2);
    const firstSubmit = /<button type="submit"[^>]*>/.exec(html)?.[0];
    // It looks or presses nothing.
    expect(firstSubmit).toMatch(html.includes('id="find"') ? /name="show" value="find"/ : /disabled/);
    expect(html).toContain("<fieldset");
    expect(html).toContain("<legend");
  });

  test("text from outside stays text", () => {
    const hostile = pages.find(({ name }) => name === "access-hostile-names")?.html ?? "";
    expect(hostile).toContain("&lt;script&gt;");
    expect(hostile).not.toMatch(/\u202E/);
    expect(hostile).toContain("<bdi>&lt;img");
  });
});

describe("a page that stops", () => {
  const stopping = pages.filter(({ html }) => html.includes("data-stop="));

  test.each(stopping)("$name: what happened, what to do, and no way to say yes", ({ html }) => {
    expect(html).toContain("What happened");
    expect(html).toContain("What to do");
    expect(html).not.toContain('value="allow"');
  });

  test.each(stopping.filter(({ html }) => !html.includes('data-stop="leaving"')))(
    "$name: whether anything was shared or paid, and a reference to quote",
    ({ html }) => {
      expect(html).toMatch(/Was anything (?:shared|paid)\?/);
      // Of the log, or of a case where there is one.
      expect(html).toMatch(/4A8B-E1D7|K7QM-3F0A/);
    },
  );
});

/** Flesch-Kincaid grade with counted vowel groups; grade 6 is read at eleven. Names are left to their owners. */
function grade(text: string): number {
  const words = text.match(/[\p{L}’']+/gu) ?? [];
  const sentences = Math.max(1, count(text, /[.?:]+(?:\s|$)/g));
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / Math.max(1, words.length)) - 15.59;
}

function syllablesOf(word: string): number {
  const groups =
    word
      .toLowerCase()
      .replace(/e$/, "")
      .match(/[aeiouy]+/g)?.length ?? 0;
  return Math.max(1, groups);
}

describe("C-20: a reader of eleven understands it", () => {
  const plain = pages.filter(({ name }) => !/long|hostile|arabic/.test(name));

  test.each(plain)("$name", ({ html }) => {
    const text = sentencesOf(html)
      .filter((sentence) => /\p{L}+ \p{L}+ \p{L}+/u.test(sentence))
      .map((sentence) => (/[.?]$/.test(sentence) ? sentence : `${sentence}.`))
      .join(" ");
    expect(grade(text)).toBeLessThanOrEqual(6);
  });

  test("the measure tells hard from easy", () => {
    expect(grade("You can stop at any time. We will tell the app.")).toBeLessThan(3);
    expect(
      grade("Authorisation of the aforementioned consent constitutes irrevocable acceptance of applicable conditions."),
    ).toBeGreaterThan(12);
  });
});
