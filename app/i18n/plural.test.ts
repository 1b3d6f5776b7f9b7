import { expect, test } from "vitest";
import { plural } from "./plural";

test("each language has the forms that it has", () => {
  const days = plural("cy", {
    one: "# diwrnod",
    two: "# ddiwrnod",
    few: "# diwrnod",
    many: "# diwrnod",
    other: "# o ddyddiau",
  });
  expect([1, 2, 3, 11].map(days)).toEqual(["1 diwrnod", "2 ddiwrnod", "3 diwrnod", "11 o ddyddiau"]);
});

test("what is not given is said as all others are", () => {
  expect(plural("ar", { other: "# يوم" })(2)).toBe("2 يوم");
});
