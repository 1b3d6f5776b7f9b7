import { expect, test } from "vitest";
import { shortReference } from "./short-reference";

test.each([
  ["019a9e5c-7c1e-7d3a-9b1f-2f0c4a8be1d7", "4A8B-E1D7"],
  ["ab<script>", "ABSC-RIPT"],
  ["x1", "X1"],
  ["--- ---", ""],
])("%s is quoted as %s", (correlationId, shown) => {
  expect(shortReference(correlationId)).toBe(shown);
});
