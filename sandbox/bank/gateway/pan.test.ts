import { expect, test } from "vitest";
import { maskPan } from "./pan.ts";

test.each([
  ["4929420000001234", "492942******1234"],
  ["340000000000009", "340000*****0009"],
  ["4929420000000001234", "492942*********1234"],
])("%s is shown as %s", (number, shown) => expect(maskPan(number)).toBe(shown));
