import fc from "fast-check";
import { expect, test } from "vitest";
import { gramsOf, partsOf, searchable, wordsOf } from "./name-grams";

test("a name has every three letters in a row of each part that it has", () => {
  expect(gramsOf(wordsOf("Zoë Okoye"))).toEqual(["zoe", "oko", "koy", "oye"]);
  expect(searchable("  Ångström-Łukasz,  Ø. ")).toBe("angstromlukasz o");
  expect(partsOf("gr okoye o'b")).toEqual(["okoye"]);
});

test("A-01: whatever part of a name is looked for, the index has all of its grams", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 3 }), fc.nat(), fc.nat(), (name, from, length) => {
      for (const word of searchable(name).split(" ")) {
        const letters = [...word];
        const start = from % Math.max(1, letters.length);
        const part = letters.slice(start, start + 3 + (length % 5)).join("");
        for (const found of partsOf(part)) {
          if (!searchable(name).includes(found)) continue;
          expect(gramsOf(wordsOf(name))).toEqual(expect.arrayContaining([...gramsOf([found])]));
        }
      }
    }),
  );
});
