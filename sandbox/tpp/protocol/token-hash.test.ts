import { expect, test } from "vitest";
import { tokenHash } from "./token-hash.ts";

test.each([
  // The last one is the FAPI specification's own.
  ["st-9f27c1", "MYTsNXHJUK7pntreZ8bltw"],
  ["cd-4Q7xw2LmZp0", "S9wiofcbi4Nxfuc6hQlVvw"],
  ["af0ifjsldkj", "bOhtX8F73IMjSPeVAqxyTQ"],
])("the hash of %s is the published one", (value, hash) => {
  expect(tokenHash(value)).toBe(hash);
});
