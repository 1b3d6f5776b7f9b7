import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asCustomerId } from "../shared/ids";
import { type Band, type Mandate, type Signer, standingOf } from "./mandate";

const pounds = (amount: number, currency = "GBP") => ({ minor: BigInt(amount) * 100n, currency });
const signer = (name: string, group = "A"): Signer => ({ customer: asCustomerId(name), name, group });
const mandate = (signers: readonly Signer[], ...pay: readonly Band[]): Mandate => ({ signers, pay, vulnerable: [] });
const names = (signers: readonly Signer[] | undefined) => signers?.map(({ name }) => name);
const ids = (...all: string[]) => all.map(asCustomerId);

const THREE = mandate([signer("ada"), signer("ben"), signer("cy")], { anyOf: [{ A: 2 }] });
const BOTH = mandate([signer("ada"), signer("ben", "B")], { anyOf: [{ A: 1, B: 1 }] });
const BANDS = mandate(
  [signer("ada"), signer("ben", "B"), signer("cy", "B")],
  { upTo: pounds(1000), anyOf: [{ A: 1 }, { B: 1 }] },
  { upTo: pounds(5000), anyOf: [{ A: 1, B: 1 }, { B: 2 }] },
  { anyOf: [{ A: 1, B: 2 }] },
);

describe("P-28: any two of three", () => {
  test("one is not enough, and both others are next; two are enough, whichever", () => {
    const one = standingOf(THREE, [pounds(10)], ids("ben"));
    expect(one).toMatchObject({ met: false, required: 2 });
    expect(names(one?.next)).toEqual(["ada", "cy"]);
    expect(standingOf(THREE, [pounds(10)], ids("ben", "cy"))).toMatchObject({ met: true, required: 2, next: [] });
  });
  test("the same person twice is one, and who is no signer is none", () => {
    expect(standingOf(THREE, [pounds(10)], ids("ben", "ben", "mallory"))).toMatchObject({ met: false, required: 2 });
  });
});

describe("P-28: A and B", () => {
  test("only the other one is next", () => {
    expect(names(standingOf(BOTH, [pounds(10)], ids("ada"))?.next)).toEqual(["ben"]);
    expect(standingOf(BOTH, [pounds(10)], ids("ada", "ben"))?.met).toBe(true);
  });
  test("nobody can meet it where a group has nobody left", () => {
    expect(standingOf({ ...BOTH, signers: [signer("ada")] }, [pounds(10)], ids("ada"))).toBeUndefined();
  });
});

describe("P-28: bands by amount", () => {
  test.each([
    [1000, 1],
    [1001, 2],
    [5000, 2],
    [5001, 3],
  ])("£%i takes %i", (amount, required) => {
    expect(standingOf(BANDS, [pounds(amount)], ids("ada"))?.required).toBe(required);
  });
  test("every amount has to be within the band", () => {
    expect(standingOf(BANDS, [pounds(1), pounds(1001)], ids("ada"))?.required).toBe(2);
  });
  test("what is in another currency takes what the largest amount takes", () => {
    expect(standingOf(BANDS, [pounds(1, "EUR")], ids("ada"))?.required).toBe(3);
  });
  test("two of B will do as well", () => {
    expect(names(standingOf(BANDS, [pounds(2000)], ids("ben"))?.next)).toEqual(["ada", "cy"]);
    expect(names(standingOf(BANDS, [pounds(2000)], ids("ada"))?.next)).toEqual(["ben", "cy"]);
  });
});

/** The same by trying every set of people, with nothing of the other's thinking. */
function byTrying({ signers, pay: [band] }: Mandate, saidYes: readonly string[]) {
  const signed = signers.filter(({ customer }) => saidYes.includes(customer));
  const meets = (people: readonly Signer[]) =>
    (band?.anyOf ?? []).some((rule) =>
      Object.entries(rule).every(([group, count]) => people.filter((each) => each.group === group).length >= count),
    );
  const others = signers.filter((each) => !signed.includes(each));
  let fewest = Infinity;
  const helpful = new Set<string>();
  for (let set = 0; set < 2 ** others.length; set += 1) {
    const more = others.filter((_, at) => set & (2 ** at));
    if (!meets([...signed, ...more])) continue;
    fewest = Math.min(fewest, more.length);
    // Whoever cannot be left out of some set that meets it.
    for (const each of more) if (!meets([...signed, ...more.filter((one) => one !== each)])) helpful.add(each.name);
  }
  return { fewest, received: signed.length, helpful };
}

test("P-28: whatever the mandate, it is what trying everybody comes to", () => {
  const groups = fc.constantFrom("A", "B", "C");
  const people = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: 1 });
  const rule = fc.dictionary(groups, fc.integer({ min: 1, max: 3 }), { minKeys: 1 });
  fc.assert(
    fc.property(
      people.chain((all) => fc.tuple(...all.map((name) => groups.map((group) => signer(name, group))))),
      fc.array(rule, { minLength: 1, maxLength: 3 }),
      fc.subarray(["a", "b", "c", "d", "e", "f", "x"]),
      (signers, anyOf, saidYes) => {
        const the = mandate(signers, { anyOf });
        const tried = byTrying(the, saidYes);
        const standing = standingOf(the, [pounds(1)], ids(...saidYes));
        if (tried.fewest === Infinity) {
          expect(standing).toBeUndefined();
        } else {
          expect(standing).toMatchObject({ met: tried.fewest === 0, required: tried.received + tried.fewest });
          if (tried.fewest > 0) expect(new Set(names(standing?.next))).toEqual(tried.helpful);
        }
      },
    ),
    { numRuns: 400 },
  );
});
