import { describe, expect, test } from "vitest";
import { decoupledPage } from "../decoupled/decoupled-page.tsx";
import { errorPage } from "./error-page.tsx";
import { LANGUAGES, languageFor } from "./languages.ts";

const tags = Object.keys(LANGUAGES);
const english = languageFor(undefined);
const APP = "محاسب $& <b>";
/** Every page there is, in one language. */
const pagesIn = (tag: string) => {
  const language = languageFor(tag);
  const request = { open: true, answered: false, bindingMessage: "K7-42" };
  const decoupled = (change: object, after?: "failure" | "another" | "outage") =>
    decoupledPage({ language, request: { ...request, ...change }, app: APP, ...(after && { after }) });
  return [
    decoupled({}),
    ...(["failure", "another", "outage"] as const).map((after) => decoupled({}, after)),
    decoupled({ open: false, answered: true }),
    decoupled({ open: false }),
    errorPage({ language, code: "invalid_request", reference: "1234" }),
  ];
};
/** Every sentence of a catalogue, with where it stands. */
const sentencesOf = (words: object, at = ""): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${at}${key}`, value] as const] : sentencesOf(value, `${at}${key}.`),
  );

describe("Accept-Language", () => {
  test.each([
    [undefined, "en-GB"],
    ["", "en-GB"],
    ["en-US", "en-GB"],
    ["cy", "cy"],
    ["de-AT,en;q=0.5", "de"],
    ["pt-PT", "pt-BR"],
    ["ja, AR-eg;q=0.8, fr;q=0.9", "fr"],
    ["fr;q=0, es", "es"],
    ["fr;q=high, es;q=0.1", "es"],
    ["ja, *", "en-GB"],
    [`${"ja,".repeat(20)}fr`, "en-GB"],
  ])("%s is answered in %s", (asked, tag) => {
    expect(languageFor(asked).tag).toBe(tag);
  });
});

describe("X-13: the pages of the authorization server", () => {
  test.each(tags)(
    "%s: each says in its language what the English says, and names the app wherever that does",
    (tag) => {
      const said = new Map(sentencesOf(languageFor(tag).words));
      for (const [at, text] of sentencesOf(english.words).filter(([at]) => at !== "direction")) {
        const same = tag === "en-GB" || (at === "error.code" && ["de", "fr"].includes(tag));
        expect([at, said.get(at) === text]).toEqual([at, same]);
        expect([at, said.get(at)?.split("{app}").length]).toEqual([at, text.split("{app}").length]);
        expect(said.get(at)).not.toMatch(/!/);
      }
    },
  );

  test.each(tags)("%s: the page says which language it is, and which way it is read", (tag) => {
    for (const html of pagesIn(tag)) {
      expect(html).toContain(`<html lang="${tag}" dir="${tag === "ar" ? "rtl" : "ltr"}">`);
    }
  });

  test.each(tags)("%s: the app's name is text alone, isolated wherever it stands", (tag) => {
    for (const html of pagesIn(tag).slice(0, -1)) {
      expect(html).not.toContain("{app}");
      const name = "محاسب $&amp; &lt;b&gt;";
      const isolated = html.split(`<bdi>${name}</bdi>`).length + html.split(`\u2068${name}\u2069`).length - 2;
      expect(isolated).toBeGreaterThan(0);
      expect(html.split(name).length - 1).toBe(isolated);
    }
  });
});
