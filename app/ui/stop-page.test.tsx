import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CATALOGUES, LOCALES } from "~/i18n/catalogues";
import { renderScreen } from "./exhibit";
import { GALLERY } from "./gallery";

const BANK = { name: "Northlight Bank", phone: "0800 555 0199" };

function exhibit(name: string, locale: (typeof LOCALES)[number] = "en-GB"): string {
  const found = GALLERY.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return renderToStaticMarkup(renderScreen(found.screen({ words: CATALOGUES[locale], bank: BANK })));
}

test.each(LOCALES)(
  "P-32, %s: after a report the biggest thing to press calls the bank; nobody is asked again",
  (locale) => {
    const { frame, stop } = CATALOGUES[locale];
    const html = exhibit("stop-reported", locale);
    const big = [...html.matchAll(/<(\w+) [^>]*class="button"[^>]*>/g)];
    expect(big.map(([tag]) => /href="([^"]*)"/.exec(tag)?.[1])).toEqual(["tel:08005550199"]);
    expect(html).toContain('value="go-on"');
    expect(html).toContain(stop.backTo("\u2068Budget Beacon\u2069").split("\u2068")[0]);
    expect(html).not.toContain(frame.notExpected);
    expect(exhibit("stop-expired", locale)).toContain(frame.notExpected);
  },
);
