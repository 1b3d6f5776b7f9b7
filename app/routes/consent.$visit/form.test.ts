import { expect, test } from "vitest";
import { readForm } from "./form";

const form = (fields: readonly (readonly [string, string])[]) => {
  const sent = new FormData();
  for (const [name, value] of fields) sent.append(name, value);
  return sent;
};

test("looks around with everything that was chosen", () => {
  const sent = form([
    ["account", "a"],
    ["account", "b"],
    ["seen", "hash"],
    ["find", "rainy"],
    ["show", "example:transactions"],
  ]);
  expect(readForm(sent)).toEqual({
    show: { what: "example", value: "transactions" },
    accountIds: ["a", "b"],
    seen: "hash",
    find: "rainy",
  });
});

test("an answer is one of two", () => {
  const seen = ["seen", "hash"] as const;
  expect(readForm(form([seen, ["choice", "refuse"]]))).toEqual({ choice: "refuse", seen: "hash" });
  expect(readForm(form([seen, ["choice", "allow"], ["account", "a"]]))).toEqual({
    choice: "allow",
    accountIds: ["a"],
    seen: "hash",
  });
});

test("N-10: a look around is never an answer, whatever else is sent", () => {
  const both = readForm(
    form([
      ["show", "find"],
      ["choice", "allow"],
      ["account", "a"],
    ]),
  );
  expect(both).not.toHaveProperty("choice");
});

test.each(["", "profile:admin", "example:secrets", "nonsense", "FIND", `language:${"x".repeat(80)}`])(
  "what no button of ours says is not understood: %s",
  (show) => {
    expect(readForm(form([["show", show]]))).toBeUndefined();
  },
);
