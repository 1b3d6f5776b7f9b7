import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { aReceiptFacts } from "~/domain/receipts/builders";
import { formatsFor } from "~/i18n/formats";
import { pseudo } from "~/i18n/pseudo.harness";
import { renderScreen } from "./exhibit";
import { GALLERY } from "./gallery";
import { ProblemMessage, problemOfStatus } from "./problem-message";

/** What `Intl` says in this language, and no catalogue. */
const { stamp, country, currency, date, list, moment, time } = formatsFor(pseudo.locale);
/** The days of what was agreed to, used and ended; the later ones of a month first, so that "1" is not left of "11". */
const DAYS = Array.from({ length: 500 }, (_, ago) => new Date(Date.UTC(2026, 6, 31 - ago)));
const atHour = (hour: number) => time(new Date(Date.UTC(2024, 0, 1, hour)));
const BY_INTL = [
  stamp(aReceiptFacts().decidedAt),
  ...["EUR", "GBP"].map(currency),
  country("FR"),
  // Between what was said, or data, one after the other.
  ...[3, 2].map((count) => list(Array.from({ length: count }, () => ""))),
  // Of notices, and of quiet hours: two digits first, so that the rest of them is not left over.
  ...[20, 19, 18, 17, 16, 15, 14].map((day) => moment(new Date(`2026-03-${day}T10:00:00Z`))),
  // Of what a customer has: when it was agreed to, told, used and changed.
  ...DAYS.flatMap((day) =>
    [0, 8.5, 9, 10, 10 + 1 / 30].map((hour) => moment(new Date(day.getTime() + hour * 3_600_000))),
  ),
  ...[22, 23, 10, 11, 12, 0].map(atHour),
  ...Array.from({ length: 24 }, (_, hour) => atHour(hour)),
  // After what a day is only a part of.
  ...DAYS.map(date),
];

const SPOKEN_ATTRIBUTES = /\b(?:aria-label|title|alt|placeholder)="([^"]*)"/g;

/** The words on a page that no catalogue said: outside of brackets, and no data. */
function strayWords(html: string): readonly string[] {
  const words = html
    .replace(/<svg\b.*?<\/svg>/gs, "")
    .replace(/<bdi\b.*?<\/bdi>/gs, "")
    // Monograms.
    .replace(/<span aria-hidden="true"[^>]*>[^<]*<\/span>/g, "")
    .replace(/<[^>]+>/g, "\n")
    // An account number, spelled out for screen readers.
    .replace(/^(?:[\dA-Z] )+[\dA-Z]$/gm, "");
  let said = BY_INTL.reduce((text, each) => text.replaceAll(each, ""), words);
  for (let before = ""; before !== said; ) {
    before = said;
    said = said.replace(/\[[^[\]]*\]/g, "");
  }
  const attributes = [...html.matchAll(SPOKEN_ATTRIBUTES)].map(([, value = ""]) => value);
  return [...(said.match(/.*\p{L}.*/gu) ?? []), ...attributes.filter((value) => !/^\[.*\]$/.test(value))];
}

const BANK = { name: "Northlight Bank", phone: "0800 555 0199" };

test.each(GALLERY)("X-13: every word of $name comes from a catalogue", ({ screen }) => {
  expect(strayWords(renderToStaticMarkup(renderScreen(screen({ words: pseudo, bank: BANK }))))).toEqual([]);
});

test.each([400, 403, 404, 405, 413, 415, 500, 503])("X-13: every word of the page for %i too", (status) => {
  const words = pseudo.pages.problem;
  const page = <ProblemMessage problem={problemOfStatus(status, words)} words={words} reference="…" />;
  expect(strayWords(renderToStaticMarkup(page))).toEqual([]);
});

describe("the test would notice", () => {
  test.each([
    ["<p>Allow</p>", ["Allow"]],
    ["<p>[Ållöw ~] now</p>", [" now"]],
    ['<ul aria-label="Accounts"></ul>', ["Accounts"]],
    ["<p>[Üntîl [14 March ~] ~] <b>or</b> <bdi>Budget Beacon</bdi></p>", ["or"]],
  ])("%s", (html, stray) => {
    expect(strayWords(html)).toEqual(stray);
  });

  test("and lets pass what was said by a catalogue, what is data, and what has no letters", () => {
    expect(strayWords('<p aria-label="[Ñåmé ~]">[Åñd [îñsîdé ~] ~] <bdi lang="x">Data</bdi> £42.50</p>')).toEqual([]);
  });
});
