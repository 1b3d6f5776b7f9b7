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

test("P-30: no field names a permission: what is sent beside the accounts is not read", () => {
  const sent = form([
    ["seen", "hash"],
    ["choice", "allow"],
    ["account", "a"],
    ["permission", "ReadBalances"],
    ["permissions", "ReadBalances"],
    ["scope", "payments"],
  ]);
  expect(readForm(sent)).toEqual({ choice: "allow", accountIds: ["a"], seen: "hash" });
});

test("that somebody else is to log in is no answer, and takes nothing along", () => {
  const sent = form([
    ["account", "a"],
    ["seen", "hash"],
    ["choice", "log-in-again"],
  ]);
  expect(readForm(sent)).toEqual({ choice: "log-in-again" });
});

test("an answer is one of two", () => {
  const seen = ["seen", "hash"] as const;
  const refused = { choice: "refuse", reason: "customer-declined", seen: "hash" };
  expect(readForm(form([seen, ["choice", "refuse"]]))).toEqual(refused);
  expect(readForm(form([seen, ["choice", "allow"], ["account", "a"]]))).toEqual({
    choice: "allow",
    accountIds: ["a"],
    seen: "hash",
  });
});

test.each(["changed-mind", "asks-too-much", "wrong-account", "not-recognised", "other-reason", "not-me"])(
  "P-25: one press says no and why: %s",
  (reason) => {
    const sent = form([
      ["choice", `refuse:${reason}`],
      ["account", "a"],
    ]);
    expect(readForm(sent)).toEqual({ choice: "refuse", reason, seen: "" });
  },
);

test.each([
  "refuse:",
  "refuse:risk-blocked",
  "refuse:no-eligible-account",
  "refuse:constructor",
  "allow:changed-mind",
  "",
  "Allow",
])("no button says %j", (choice) => expect(readForm(form([["choice", choice]]))).toBeUndefined());

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

test.each([
  ["find", { what: "find" }],
  ["clear", { what: "clear" }],
  ["more:2", { what: "more", value: 2 }],
  ["all:Zm9vYmFy", { what: "all", value: "Zm9vYmFy" }],
  ["none", { what: "none" }],
  ["profile:business", { what: "profile", value: "business" }],
])("looks at the accounts otherwise: %s", (written, show) => {
  expect(readForm(form([["show", written]]))).toMatchObject({ show });
});

test.each([
  "more:0",
  "more:x",
  "more:1.5",
  "more:1000",
  "more:",
  "",
  "profile:admin",
  "example:secrets",
  "nonsense",
  "FIND",
  `language:${"x".repeat(80)}`,
])("what no button of ours says is not understood: %s", (show) => {
  expect(readForm(form([["show", show]]))).toBeUndefined();
});
