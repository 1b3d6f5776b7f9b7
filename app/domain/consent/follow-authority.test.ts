import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { followAuthority } from "./follow-authority";
import { CONSENT_STATUSES, isOpen, leads } from "./lifecycle";
import { agrees, type ToldChange, type ToldConsent } from "./told";
import type { ConsentState } from "./transition";
import { aState, BEFORE_END, END, states } from "./transitions.harness";

const CREATED = new Date("2026-06-01T00:00:00Z");
const NOW = BEFORE_END;

const told = (over: Partial<ToldConsent> = {}): ToldConsent => ({
  status: "authorised",
  revision: 2,
  accountIds: ["acc-1", "acc-2"],
  expiresAt: END,
  createdAt: CREATED,
  customer: "cus-1",
  ...over,
});
const change = (cause: ToldChange["cause"], by: ToldChange["by"]): ToldChange => ({ cause, by, at: NOW });

/** The moves, each with who and why, or what else became of it. */
function followed(ours: ConsentState | undefined, theirs: ToldConsent, how?: ToldChange) {
  const following = followAuthority(ours, theirs, how, NOW);
  if (following.is === "moves") return following.steps.map(({ move, by, reason }) => `${move} ${by} ${reason}`);
  return following.is;
}

const IMPORTED = "import tpp imported";
const AUTHORISED = "authorise customer customer-approved";

describe("told by an event", () => {
  test.each([
    ["T1", undefined, told({ status: "pending" }), change("created", "tpp"), [IMPORTED]],
    ["T3 whose T1 was missed", undefined, told(), change("authorised", "customer"), [IMPORTED, AUTHORISED]],
    [
      "T6",
      aState({ status: "pending" }),
      told({ status: "rejected" }),
      change("rejected", "customer"),
      ["decline customer customer-declined"],
    ],
    [
      "T7",
      aState({ status: "pending" }),
      told({ status: "rejected" }),
      change("rejected", "system"),
      ["fail system as-found"],
    ],
    [
      "T7, since time ran out",
      aState({ status: "pending" }),
      told({ status: "rejected", reason: "timed-out" }),
      change("rejected", "system"),
      ["fail system timed-out"],
    ],
    [
      "T7 for what is no reason for it",
      aState({ status: "pending" }),
      told({ status: "rejected", reason: "lost-trust" }),
      change("rejected", "system"),
      ["fail system as-found"],
    ],
    ["T9", aState(), told({ status: "suspended" }), change("suspended", "staff"), ["suspend staff as-found"]],
    [
      "T9, said why",
      aState(),
      told({ status: "suspended", reason: "scheme-hold" }),
      change("suspended", "staff"),
      ["suspend staff scheme-hold"],
    ],
    [
      "T9 of the bank, for a reason that only customers have",
      aState(),
      told({ status: "suspended", reason: "customer-pause" }),
      change("suspended", "staff"),
      ["suspend staff as-found"],
    ],
    ["T10", aState({ status: "suspended" }), told(), change("resumed", "staff"), ["resume staff resumed"]],
    ["T11", aState(), told({ status: "revoked" }), change("revoked", "customer"), ["stop customer customer-stopped"]],
    [
      "T11, said why",
      aState(),
      told({ status: "revoked", reason: "lost-trust" }),
      change("revoked", "customer"),
      ["stop customer lost-trust"],
    ],
    [
      "T11 of one that another took the place of (P-11)",
      aState(),
      told({ status: "revoked", reason: "superseded" }),
      change("revoked", "customer"),
      ["stop customer superseded"],
    ],
    [
      "T11 of one that another took the place of, found by looking (P-11)",
      aState(),
      told({ status: "revoked", reason: "superseded" }),
      undefined,
      ["stop customer superseded"],
    ],
    [
      "T11 whose T3 was missed",
      aState({ status: "pending" }),
      told({ status: "revoked" }),
      change("revoked", "customer"),
      [AUTHORISED, "stop customer customer-stopped"],
    ],
    ["T12", aState(), told({ status: "revoked" }), change("deleted", "tpp"), ["withdraw tpp tpp-deleted"]],
    [
      "T12 of what nobody authorised",
      aState({ status: "pending" }),
      told({ status: "revoked", customer: undefined }),
      change("deleted", "tpp"),
      ["withdraw tpp tpp-deleted"],
    ],
    [
      "T13",
      aState({ status: "suspended" }),
      told({ status: "revoked" }),
      change("revoked", "staff"),
      ["terminate staff as-found"],
    ],
    [
      "T13 of a payment, which the bank rejects",
      aState(),
      told({ status: "rejected" }),
      change("rejected", "staff"),
      ["terminate staff as-found"],
    ],
    ["T15", aState(), told({ status: "consumed" }), change("consumed", "system"), ["consume system used"]],
    [
      "T15 while we thought it suspended",
      aState({ status: "suspended" }),
      told({ status: "consumed" }),
      change("consumed", "system"),
      ["resume system as-found", "consume system used"],
    ],
    [
      "T8",
      aState(),
      told({ accountIds: ["acc-1", "acc-2", "acc-3"] }),
      change("authorised", "customer"),
      ["renew customer account-added"],
    ],
    ["T16", aState(), told({ accountIds: ["acc-1"] }), change("authorised", "staff"), ["drop-account staff as-found"]],
  ] as const)("%s", (_, ours, theirs, how, moves) => {
    expect(followed(ours, theirs, how)).toEqual(moves);
  });
});

describe("found by looking", () => {
  test.each([
    ["one that is waiting and nobody told us of", undefined, told({ status: "pending" }), [IMPORTED]],
    ["one that was authorised and nobody told us of", undefined, told(), ["import system as-found"]],
    [
      "one that nobody told us of and whose time ran out (T7)",
      undefined,
      told({ status: "rejected", reason: "timed-out" }),
      ["import system timed-out"],
    ],
    [
      "a request whose time ran out (T7)",
      aState({ status: "pending" }),
      told({ status: "rejected", reason: "timed-out" }),
      ["fail system timed-out"],
    ],
    [
      "an end that says why and not whose",
      aState(),
      told({ status: "revoked", reason: "customer-stopped" }),
      ["terminate system as-found"],
    ],
    ["a lapsed answer", aState({ status: "pending" }), told(), [AUTHORISED]],
    ["an end whose author is unknown", aState(), told({ status: "revoked" }), ["terminate system as-found"]],
    [
      "an end that can only be the TPP's",
      aState({ status: "pending" }),
      told({ status: "revoked", customer: undefined }),
      ["withdraw tpp tpp-deleted"],
    ],
    ["the same", aState(), told(), "same"],
    ["what we call by a finer name", aState({ status: "terminated" }), told({ status: "revoked" }), "same"],
    ["what its TPP deleted after its end", aState({ status: "rejected" }), told({ status: "revoked" }), "same"],
    ["an older state", { ...aState({ status: "revoked" }), revision: 3 }, told(), "older"],
    ["a stop undone (T17 is not ours to assume)", aState({ status: "revoked" }), told(), "unlawful"],
    ["a no that became a yes", aState({ status: "rejected" }), told(), "unlawful"],
    [
      "a pause by staff that a customer took back",
      aState({ status: "suspended", suspendedBy: "staff" }),
      told(),
      ["resume system as-found"],
    ],
  ] as const)("%s", (_, ours, theirs, outcome) => {
    const how = outcome === "unlawful" ? change("authorised", "customer") : undefined;
    expect(followed(ours, theirs, how)).toEqual(outcome);
  });

  test("X-10: one that nobody told us of and whose end is past enters as expired, so that its end is no news", () => {
    const following = followAuthority(undefined, told(), undefined, END);
    expect(following).toMatchObject({
      is: "moves",
      steps: [{ move: "import", next: { status: "expired", version: 1 } }],
    });
  });

  test("X-10: what we hold as expired stays so while the end is past, and not when it was put off", () => {
    const ours = aState({ status: "expired" });
    expect(followAuthority(ours, told(), undefined, END).is).toBe("same");
    expect(followAuthority(ours, told({ expiresAt: new Date(END.getTime() + 1) }), undefined, END).is).toBe("unlawful");
  });
});

const tolds = fc
  .record({
    status: fc.constantFrom(...CONSENT_STATUSES),
    accountIds: fc.subarray(["acc-1", "acc-2", "acc-3"]),
    customer: fc.constantFrom("cus-1", undefined),
    reason: fc.constantFrom("timed-out", "customer-pause", "fraud", "lost-trust", "imported"),
  })
  .map(told);
const changes = fc.option(
  fc.record({
    cause: fc.constantFrom(
      "created",
      "authorised",
      "rejected",
      "revoked",
      "deleted",
      "consumed",
      "suspended",
      "resumed",
    ),
    by: fc.constantFrom("customer", "tpp", "staff", "system"),
    at: fc.constant(NOW),
  } as const),
  { nil: undefined },
);

test("from anything to anything: it ends as the authorization server says, by lawful moves or marked as none", () => {
  fc.assert(
    fc.property(fc.option(states, { nil: undefined }), tolds, changes, (ours, theirs, how) => {
      const following = followAuthority(ours, theirs, how, NOW);
      const steps = following.is === "moves" ? following.steps : following.is === "unlawful" ? [following.step] : [];
      let state = ours;
      for (const { move, reason, next } of steps) {
        expect(next.version).toBe((state?.version ?? 0) + 1);
        expect((next.status === "suspended") === (next.suspendedBy !== undefined)).toBe(true);
        if (following.is === "moves" && state)
          expect(leads(move, state?.status, next.status), `${move} ${reason}`).toBe(true);
        state = next;
      }
      expect(state && agrees(state, theirs, NOW)).toBe(true);
      if (following.is === "moves" && ours && !isOpen(ours.status)) expect.unreachable("what has ended left");
    }),
    { numRuns: 5_000 },
  );
});

test("what has run out stays so where the authorization server does not say when it ends (T14)", () => {
  const { expiresAt: _, ...silent } = told();
  const ours = aState({ status: "expired", expiresAt: END });
  expect(followAuthority(ours, silent, undefined, END).is).toBe("same");
  expect(followAuthority(ours, silent, undefined, BEFORE_END).is).toBe("unlawful");
});
