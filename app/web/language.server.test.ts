import { expect, test } from "vitest";
import { LOCALES } from "~/i18n/catalogues";
import { rememberLanguage, wordsFor } from "./language.server";

const asking = (headers: Record<string, string>) => wordsFor({ headers: new Headers(headers) }).locale;

test.each(LOCALES)("%s: what is remembered is what the next request is answered in", (locale) => {
  const [pair = ""] = (rememberLanguage(locale).get("set-cookie") ?? "").split(";");
  expect(asking({ cookie: `__Host-consent-x=y; ${pair}; a=b`, "accept-language": "de, en;q=0.5, ar" })).toBe(locale);
});

test.each(LOCALES)("%s: nothing was chosen, and the browser asks for it", (locale) => {
  expect(asking({ "accept-language": `ja, ${locale};q=0.8` })).toBe(locale);
});

test("the choice is the host's own, and no script reads it", () => {
  expect(rememberLanguage("en-GB").get("set-cookie")).toBe(
    "__Host-language=en-GB; Max-Age=31536000; Path=/; Secure; HttpOnly; SameSite=Lax",
  );
});

test.each(["xx", "", "toString", "__proto__", "en-gb", "en-GB; Domain=evil.example", "en-GB\r\nSet-Cookie: a=b"])(
  "a language that we do not have is not remembered: %j",
  (tag) => {
    expect([...rememberLanguage(tag)]).toEqual([]);
  },
);

test.each([
  "",
  "__Host-language=",
  "__Host-language=xx",
  "__Host-language=toString",
  "x__Host-language=cy",
  "__Host-language=<b>",
])("rubbish chooses nothing: %j", (cookie) => {
  expect(asking({ cookie })).toBe("en-GB");
});
