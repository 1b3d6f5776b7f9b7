import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchFor } from "./account-search";

describe("S-04: an account is found", () => {
  test.each([
    ["RAINY", "Rainy day"],
    ["  day   rainy ", "Rainy day"],
    ["ano", "Ahorro año nuevo"],
    ["Ação", "ACAO"],
    ["strasse", "Hauptstraße"],
    ["lodz", "Łódź"],
    ["marias", "Maria’s account"],
    ["maria's", "Maria’s account"],
    ["••••4404", "Holiday euros 4404"],
    ["٤٤", "٤٤٠٤"],
    ["بيت", "مصروف البَيْت"],
    ["🏠", "House 🏠"],
  ])("by %s in %s", (find, text) => {
    expect(searchFor(find)?.(text)).toBe(true);
  });

  test.each([
    ["rainy night", "Rainy day"],
    ["4405", "Holiday euros 4404"],
    ["o", "1234"],
  ])("and not by %s in %s", (find, text) => {
    expect(searchFor(find)?.(text)).toBe(false);
  });

  test.each([undefined, "", "   ", "••••", "\u200B"])("nothing is looked for by %j", (find) => {
    expect(searchFor(find)).toBeUndefined();
  });

  test("by any part of any of its words", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9]{1,12}$/), { minLength: 1 }), fc.nat(), (words, at) => {
        const word = words[at % words.length] ?? "";
        const part = word.slice(at % word.length);
        expect(searchFor(part.toUpperCase())?.(words.join(" "))).toBe(true);
      }),
    );
  });
});
