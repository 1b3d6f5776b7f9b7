import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONSENT_STATUSES } from "../consent/lifecycle";
import { CONSENT_KINDS } from "../consent-kinds/index";
import { namesSomebody, SENSES, searchQueryOf, searchReadOf } from "./consent-filter";
import { partsOfFilter, withoutNames } from "./named-filter";

const read = (query: string) => searchReadOf(new URLSearchParams(query));
const filterOf = (query: string) => read(query)?.asked.filter;

test("A-01: whatever an address asks for, it asks for the same when it is written again", () => {
  const day = fc.integer({ min: 0, max: 80_000 }).map((nth) => new Date(nth * 86_400_000).toISOString().slice(0, 10));
  const text = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom("a \u202E b", "\uD800", "  a\t b ", "\0", "é\u0301"),
  );
  const query = fc
    .record({
      q: text,
      as: fc.constantFrom(...SENSES, "x"),
      customer: text,
      account: text,
      tpp: text,
      "granted-from": day,
      "granted-to": day,
      "changed-from": day,
      "ends-to": day,
      order: fc.constantFrom("changed", ""),
      after: fc.constant("1767225600000000.aac-1"),
    })
    .chain((parts) =>
      fc
        .tuple(fc.subarray([...CONSENT_KINDS]), fc.subarray([...CONSENT_STATUSES]), fc.subarray(Object.keys(parts)))
        .map(([kinds, statuses, kept]) => {
          const made = new URLSearchParams(Object.entries(parts).filter(([name]) => kept.includes(name)));
          for (const kind of kinds) made.append("kind", kind);
          for (const status of statuses) made.append("status", status);
          return made;
        }),
    );
  fc.assert(
    fc.property(query, (asked) => {
      const first = searchReadOf(asked);
      if (!first) throw new Error("unread");
      const again = read(searchQueryOf(first.asked));
      expect(again).toEqual({ asked: first.asked, ignored: [] });
    }),
  );
});

describe("what makes no sense is left out and named", () => {
  test.each([
    ["status=dead&status=authorised", ["status"], { statuses: ["authorised"] }],
    ["kind=<script>", ["kind"], { kinds: [] }],
    ["granted-from=2026-02-30", ["granted"], {}],
    ["changed-from=2026-03-02&changed-to=2026-03-01", ["changed"], {}],
    ["ends-to=tomorrow", ["ends"], {}],
    ["ends-from=99999-01-01", ["ends"], {}],
    [`q=${"x".repeat(201)}`, ["q"], {}],
    [`customer=${"x".repeat(300)}`, ["customer"], {}],
    ["order=changed&kind=file-payment", ["order"], { kinds: ["file-payment"] }],
  ])("%s", (query, ignored, filter) => {
    expect(read(query)?.ignored).toEqual(ignored);
    expect(filterOf(query)).toEqual({ kinds: [], statuses: [], ...filter });
  });

  test.each(["after=x", "before=", "after=1.", "after=-1.aac", "before=1e5.aac"])(
    "a place that we never gave out: %s",
    (query) => {
      expect(read(query)).toBeUndefined();
    },
  );
});

test.each([
  "20405011223301",
  "20-40-50 11223301",
  "GB53 NLGT 2040 5022 3344 04",
  "gb53nlgt20405022334404",
  "4929 4200 0000 1234",
  "12345678",
])("the number of an account in an address is taken for nothing: %s", (number) => {
  const query = new URLSearchParams({ q: number }).toString();
  expect(filterOf(query)).toEqual({ kinds: [], statuses: [] });
  expect(read(query)?.ignored).toEqual(["account-number"]);
  expect(searchQueryOf(read(query)!.asked)).toBe("");
});

test.each(["aac-0190b5e2", "cus-7f3a90d1", "Grace Okoye", "O'Brien 2", "1234567"])(
  "and %s is no such number",
  (text) => {
    expect(filterOf(new URLSearchParams({ q: text }).toString())?.text).toBe(text);
  },
);

test("in the order of the date that it is narrowed by", () => {
  expect(read("")?.asked.order).toBe("asked");
  expect(read("order=changed")?.asked.order).toBe("changed");
  expect(read("changed-from=2026-01-01")?.asked.order).toBe("changed");
  expect(read("changed-from=2026-01-01&ends-to=2026-02-01")?.asked.order).toBe("ends");
});

describe("what names somebody", () => {
  test.each([
    ["q=grace", true],
    ["q=grace&as=name", true],
    ["q=cus-7f&as=customer", true],
    ["customer=cus-7", true],
    ["account=acc-1", true],
    ["q=beacon&as=tpp", false],
    ["q=aac-12345&as=consent", false],
    ["status=authorised&tpp=beacon", false],
  ])("%s: %s", (query, names) => {
    expect(namesSomebody(filterOf(query)!)).toBe(names);
  });

  test("is in no evidence, and everything else is", () => {
    const filter = filterOf("q=grace&customer=cus-7&account=acc-1&status=authorised&status=suspended&tpp=beacon")!;
    expect(partsOfFilter(filter)).toEqual({
      q: ["…"],
      customer: ["…"],
      account: ["…"],
      tpp: ["beacon"],
      status: ["authorised", "suspended"],
    });
    expect(withoutNames(filterOf("q=beacon&as=tpp")!).get("q")).toBe("beacon");
  });
});
