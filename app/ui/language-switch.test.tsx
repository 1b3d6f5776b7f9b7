import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CATALOGUES, LOCALES } from "~/i18n/catalogues";
import { LanguageSwitch, LanguageSwitchContext } from "./language-switch";
import { presentLanguages } from "./present-languages";

const view = presentLanguages(CATALOGUES["en-GB"], "https://consent.bank.example/consent?login_id=a&b=c");

const drawn = (form?: string) =>
  renderToStaticMarkup(
    <LanguageSwitchContext.Provider value={view}>
      <LanguageSwitch form={form} />
    </LanguageSwitchContext.Provider>,
  );

test("every language is there by its own name, in its own language, and this page's is marked", () => {
  for (const locale of LOCALES) {
    const [button = ""] = new RegExp(`<button[^>]*value="language:${locale}"[^>]*>.*?</button>`).exec(drawn()) ?? [];
    expect(button).toContain(`<bdi lang="${locale}">${CATALOGUES[locale].name}</bdi>`);
    expect(button.includes('aria-current="true"')).toBe(locale === "en-GB");
  }
});

test("on a page with choices they come along", () => {
  const html = drawn("answer");
  expect(html).not.toContain("<form");
  const buttons = [...html.matchAll(/<button[^>]*>/g)].map(([button]) => button);
  expect(buttons).toHaveLength(LOCALES.length);
  for (const button of buttons) expect(button).toContain('form="answer"');
});

test("on any other page it comes back to that page", () => {
  const html = drawn();
  expect(html).toContain('<form method="post" action="/language">');
  expect(html).toContain('<input type="hidden" name="to" value="/consent?login_id=a&amp;b=c"/>');
});

test("a page that was given no languages has no switch", () => {
  expect(renderToStaticMarkup(<LanguageSwitch />)).toBe("");
});
