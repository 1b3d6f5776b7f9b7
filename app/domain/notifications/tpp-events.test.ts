import { expect, test } from "vitest";
import { aChange, aStop } from "./builders";
import type { ConsentChanged } from "./consent-changed";
import { TPP_EVENT_TYPES, tppEventsOf } from "./tpp-events";

const [UPDATE, REVOKED, LINKED] = TPP_EVENT_TYPES;
const told = (change: ConsentChanged, apiVersion = "4.0") => tppEventsOf(change, { apiVersion });
const types = (change: ConsentChanged, apiVersion?: string) => told(change, apiVersion).map(({ type }) => type);
const aTermination = (over: Partial<ConsentChanged> = {}) =>
  aStop({ move: "terminate", to: "terminated", by: "staff", reason: "fraud", ...over });
const aDrop = (over: Partial<ConsentChanged>) =>
  aChange({ move: "drop-account", from: "authorised", to: "authorised", by: "system", ...over });

test.each([
  ["T11 in version 3.1, where the status stays", aStop(), "3.1", [REVOKED]],
  ["T11 in version 4.0, where it becomes CANC", aStop(), "4.0", [UPDATE, REVOKED]],
  ["T13", aTermination(), "3.1", [REVOKED]],
  ["T13 of a payment", aTermination({ kind: "domestic-payment" }), "3.1", [UPDATE, REVOKED]],
  ["T16 with an account left", aDrop({ reason: "account-closed" }), "4.0", [LINKED]],
  ["T16 with none left", aDrop({ to: "terminated", reason: "account-closed" }), "3.1", [REVOKED]],
  [
    "T8 by which the customer takes one account out",
    aChange({ move: "renew", reason: "account-removed" }),
    "4.0",
    [LINKED],
  ],
  ...(["complete", "decline", "fail"] as const).map(
    (move) =>
      [
        `P-08: ${move} of account access that others had yet to agree to`,
        aChange({ move, from: "partially-authorised" }),
        "3.1",
        [UPDATE],
      ] as [string, ConsentChanged, string, string[]],
  ),
  ["T3 of a payment", aChange({ kind: "domestic-payment" }), "4.0", [UPDATE]],
  [
    "T6 of a payment",
    aChange({ kind: "domestic-payment", move: "decline", to: "rejected", reason: "customer-declined" }),
    "4.0",
    [UPDATE],
  ],
  [
    "T15 of a payment",
    aChange({ kind: "domestic-payment", move: "consume", to: "consumed", by: "system", reason: "used" }),
    "4.0",
    [UPDATE],
  ],
])("a TPP is told of %s", (_, change, version, expected) => {
  expect(types(change, version)).toEqual(expected);
});

test.each<[string, Partial<ConsentChanged>]>([
  ["T3 of account access, whose answer it gets by redirect", {}],
  ["T6 of account access, which its redirect tells", { move: "decline", from: "pending", to: "rejected" }],
  ["T12, its own doing", { move: "withdraw", to: "revoked", by: "tpp", reason: "tpp-deleted" }],
  ["T12 of a payment", { kind: "domestic-payment", move: "withdraw", to: "revoked", by: "tpp", reason: "tpp-deleted" }],
  ["T14, which it knew beforehand", { move: "expire", to: "expired", by: "system", reason: "end-date" }],
  ["T9, for which there is no event", { move: "suspend", to: "suspended", by: "staff", reason: "fraud-suspected" }],
  ["T10", { move: "resume", from: "suspended", by: "staff", reason: "resumed" }],
  ["T8", { move: "renew", reason: "reauthorised" }],
  ["T16 for a reason that is the customer's alone", { move: "drop-account", by: "system", reason: "account-barred" }],
  ["T1", { move: "import", from: undefined, to: "pending", by: "tpp", reason: "imported" }],
])("and hears nothing of %s", (_, over) => {
  expect(told(aChange(over))).toEqual([]);
});

test("reasons say who ended it, and never why the bank did", () => {
  expect(told(aStop(), "3.1")).toEqual([{ type: REVOKED, reason: "CustomerRequest" }]);
  expect(told(aTermination(), "3.1")).toEqual([{ type: REVOKED, reason: "BankDecision" }]);
  expect(told(aDrop({ reason: "account-closed" }))).toEqual([{ type: LINKED, reason: "UK.OBIE.AccountClosure" }]);
  expect(told(aDrop({ reason: "cass-switch" }))).toEqual([{ type: LINKED, reason: "UK.OBIE.CASS" }]);
});

test("it hears only of what it subscribed to", () => {
  const only = (eventTypes: readonly string[]) =>
    tppEventsOf(aStop(), { apiVersion: "4.0", eventTypes }).map(({ type }) => type);
  expect(only([REVOKED])).toEqual([REVOKED]);
  expect(only([LINKED])).toEqual([]);
  expect(only([])).toEqual([]);
});
