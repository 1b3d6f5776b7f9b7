import { expect, test } from "vitest";
import { readsAsked } from "./asked";

const asked = (query: string) => readsAsked(new URL(`https://bank.example/reads?${query}`));

test.each([
  ["", {}],
  ["account=&before=", {}],
  ["account=acc-1&before=2026-05-03", { account: "acc-1", before: "2026-05-03" }],
  ["before=2028-02-29", { before: "2028-02-29" }],
  ["before=2026-02-29", {}],
  ["before=2026-13-01", {}],
  ["before=0001-01-01", {}],
  ["before=2026-5-3", {}],
  ["before='%3B--", {}],
  ["account=%00", {}],
  [`account=${"a".repeat(129)}`, {}],
])("%s", (query, expected) => {
  expect(asked(query)).toEqual(expected);
});
