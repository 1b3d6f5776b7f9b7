import { expect, test } from "vitest";
import { CONSENT_STATUSES, MOVES, type Move } from "../consent/lifecycle";
import { asCustomerId, type CustomerId } from "../shared/ids";
import { addressesOf, type Reach } from "./addresses";
import { aChange, aStop } from "./builders";
import type { ConsentChanged } from "./consent-changed";
import { noticeOf } from "./notice";

const REACH: Reach = {
  issuer: "https://bank.example",
  resourceBaseUrl: "https://api.bank.example",
  mail: true,
  analytics: true,
};
const POLLS = { apiVersion: "4.0" };
let ids = 0;
const newId = () => `id-${++ids}`;
const addressed = (change: ConsentChanged, subscription: typeof POLLS | undefined = POLLS, reach = REACH) =>
  addressesOf(change, { ...(subscription && { subscription }), preferences: new Map() }, reach, new Date(0), newId);
const channels = (...given: Parameters<typeof addressed>) => addressed(...given).map(({ channel }) => channel);

test("a stop is heard by everybody, each once", () => {
  expect(addressed(aStop()).map(({ channel, recipient, signedAs }) => [channel, recipient, signedAs])).toEqual([
    ["tpp", "tpp-beacon", "secevent+jwt"],
    ["in-app", "cus-1", undefined],
    ["e-mail", "cus-1", undefined],
    ["analytics", "analytics", "consent-event+jws"],
  ]);
});

test("what a TPP acknowledges is the delivery's own id", () => {
  const [toTpp] = addressed(aStop());
  expect(toTpp?.content["jti"]).toBe(toTpp?.id);
});

test("nobody is written to who cannot be reached", () => {
  const unsubscribed = addressesOf(aStop(), { preferences: new Map() }, REACH, new Date(0), newId);
  expect(unsubscribed.map(({ channel }) => channel)).toEqual(["in-app", "e-mail", "analytics"]);
  expect(channels(aStop(), POLLS, { ...REACH, mail: false, analytics: false })).toEqual(["tpp", "in-app"]);
  expect(channels(aStop({ customer: undefined }))).toEqual(["tpp", "analytics"]);
});

test("the bank's own analytics hear of every move, and of nobody", () => {
  for (const move of Object.keys(MOVES) as Move[]) {
    const [last] = addressed(aChange({ move })).slice(-1);
    expect(last).toMatchObject({ channel: "analytics", content: { type: `consent.${move}`, version: 2 } });
    expect(JSON.stringify(last)).not.toMatch(/cus-1|Beacon/);
  }
});

test("D-08: a customer who stopped one account is told of that, and of no renewal", () => {
  const less = aChange({ move: "renew", to: "authorised", reason: "account-removed", by: "customer" });
  expect(noticeOf(less)?.what).toBe("account-stopped");
  expect(noticeOf({ ...less, answer: { accounts: 1 } })?.what).toBe("renewed");
});

test.each<[string, Partial<ConsentChanged>]>([
  ["a request that arrived", { move: "import", from: undefined, to: "pending", by: "tpp" }],
  ["one that ran out unanswered", { move: "expire", from: "pending", to: "expired", by: "system" }],
  ["one that was taken back unanswered", { move: "withdraw", from: "pending", to: "revoked", by: "tpp" }],
  ["a payment that was made", { move: "consume", from: "authorised", to: "consumed", by: "system" }],
  ["the end of what another took the place of (P-11)", { move: "stop", to: "revoked", reason: "superseded" }],
])("customers are not told of %s", (_, over) => {
  expect(noticeOf(aChange(over))).toBeUndefined();
});

test("customers are told of every end of what they had allowed", () => {
  for (const from of ["authorised", "suspended"] as const)
    for (const [move, to] of [
      ["stop", "revoked"],
      ["withdraw", "revoked"],
      ["terminate", "terminated"],
      ["expire", "expired"],
    ] as const)
      expect(noticeOf(aChange({ move, from, to }))).toBeDefined();
  expect(noticeOf(aChange({ move: "drop-account", to: "terminated" }))?.what).toBe("ended");
});

test("a move that nobody has words for tells no customer and no TPP", () => {
  for (const to of CONSENT_STATUSES.filter((status) => status !== "terminated"))
    expect(channels(aChange({ move: "as-found", to, by: "system" }))).toEqual(["analytics"]);
});

test("an app's name is one line of what can be seen, and no longer than a subject", () => {
  const named = (clientName: string | undefined) => noticeOf(aChange({ clientName }))?.app;
  expect(named("Bea\u202Econ\r\nBcc: x@y.test")).toBe("Beacon Bcc: x@y.test");
  expect(named("\u200B")).toBeUndefined();
  expect(named(undefined)).toBeUndefined();
  expect([...(named("n".repeat(400)) ?? "")]).toHaveLength(60);
});

test("P-28: the next signers are told that they are asked, and neither by whom nor for how much", () => {
  const [cy, di] = ["cus-8", "cus-9"].map(asCustomerId) as [CustomerId, CustomerId];
  const partly = aChange({
    move: "authorise-partly",
    from: "pending",
    to: "partially-authorised",
    by: "customer",
    signers: [cy, di],
    answer: { accounts: 1, amount: { decimal: "42.50", currency: "GBP" } },
  });
  const told = addressed(partly).filter(({ channel }) => channel === "in-app" || channel === "e-mail");
  expect(told.map(({ channel, recipient }) => [channel, recipient])).toEqual([
    ["in-app", cy],
    ["e-mail", cy],
    ["in-app", di],
    ["e-mail", di],
  ]);
  expect(new Set(told.map(({ content }) => content["what"]))).toEqual(new Set(["signature-asked"]));
  expect(JSON.stringify(told)).not.toMatch(/cus-1"|42\.50|customer"/);
});

test.each<[string, Partial<ConsentChanged>]>([
  ["another signer refused", { move: "decline", reason: "signer-declined", by: "customer" }],
  ["not everybody signed in time", { move: "fail", reason: "timed-out", by: "system" }],
])("T6, T7: whoever said yes first is not told that they refused when %s", (_, over) => {
  const notice = noticeOf(aChange({ from: "partially-authorised", to: "rejected", ...over }));
  expect(notice).toMatchObject({ what: "not-signed", by: "system" });
});

test("D-12: a reminder is for the customer alone, with its end and nothing else of theirs", () => {
  const endsAt = new Date("2027-04-14T10:00:00Z");
  const told = addressed(aChange({ move: "remind", from: "authorised", by: "system", reason: "end-date", endsAt }));
  expect(told.map(({ channel }) => channel)).toEqual(["in-app", "e-mail"]);
  expect(told[0]?.content).toEqual({
    what: "ends-soon",
    kind: "account-access",
    app: "Budget Beacon",
    by: "system",
    at: "2027-03-14T17:59:58.500Z",
    endsAt: "2027-04-14T10:00:00.000Z",
  });
});

test("D-26: each customer hears as they chose, and the mail that has to wait says until when", () => {
  const [one, other] = ["cus-1", "cus-2"].map(asCustomerId) as [CustomerId, CustomerId];
  const preferences = new Map([
    [one, { off: ["endings:in-app" as const], quiet: { from: 0, until: 6 }, mutedApps: [] }],
    [other, { off: ["endings:e-mail" as const], mutedApps: [] }],
  ]);
  const at = new Date("2027-01-14T03:30:00Z");
  const told = (customer: CustomerId, over: Partial<ConsentChanged> = {}) =>
    addressesOf(
      aStop({ move: "withdraw", by: "tpp", customer, ...over }),
      { preferences },
      { ...REACH, analytics: false },
      at,
      newId,
    ).map(({ channel, notBefore }) => [channel, notBefore?.toISOString()]);
  expect(told(one)).toEqual([["e-mail", "2027-01-14T06:00:00.000Z"]]);
  expect(told(other)).toEqual([["in-app", undefined]]);
  expect(told(one, { move: "stop", by: "customer" })).toEqual([
    ["in-app", undefined],
    ["e-mail", undefined],
  ]);
});

test("T10: a pause that was over by itself is not told as somebody's act of that moment", () => {
  const resumed = (reason: "pause-over" | "resumed") =>
    noticeOf(aChange({ move: "resume", from: "suspended", to: "authorised", by: "customer", reason }));
  expect(resumed("pause-over")).toMatchObject({ what: "resumed", by: "system" });
  expect(resumed("resumed")).toMatchObject({ what: "resumed", by: "customer" });
});
