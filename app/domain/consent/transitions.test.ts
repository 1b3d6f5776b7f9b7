import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AS_FOUND, CONSENT_STATUSES, isLive, isOpen, leads, MOVES } from "./lifecycle";
import { importConsent, resume, suspend } from "./transitions";
import { anAttempt, aState, attempts, BEFORE_END, END, MOVE_NAMES, states, TRANSITIONS } from "./transitions.harness";

describe.each(CONSENT_STATUSES)("from %s", (status) => {
  test.each(MOVE_NAMES)("%s happens only where the life cycle says so", (move) => {
    const made = TRANSITIONS[move](aState({ status }), anAttempt(move));
    const lawful = CONSENT_STATUSES.some((to) => leads(move, status, to));
    expect(made.ok ? "made" : made.error).toBe(lawful ? "made" : "not-from-here");
  });
});

describe("invariants, whoever tries whatever", () => {
  const moves = fc.constantFrom(...MOVE_NAMES);
  const holds = (check: Parameters<typeof fc.assert>[0]) => fc.assert(check, { numRuns: 3_000 });

  test("version goes up by one, and the status is one to which the move leads", () =>
    holds(
      fc.property(states, moves, attempts, (state, move, how) => {
        const made = TRANSITIONS[move](state, how);
        if (!made.ok) return;
        expect(made.value.version).toBe(state.version + 1);
        expect(leads(move, state.status, made.value.status)).toBe(true);
      }),
    ));

  test("what has ended stays as it is, save by T17", () =>
    holds(
      fc.property(states, moves, attempts, (state, move, how) => {
        if (!isOpen(state.status) && TRANSITIONS[move](state, how).ok) expect(move).toBe("reconnect");
      }),
    ));

  test("every move is made by somebody whose it is, for a reason of its own", () =>
    holds(
      fc.property(states, moves, attempts, (state, move, how) => {
        if (!TRANSITIONS[move](state, how).ok) return;
        expect(MOVES[move].by).toContain(how.by);
        expect(MOVES[move].reasons).toContain(how.reason);
      }),
    ));

  test("nothing is authorised, renewed or resumed at or after its end, or for no account", () =>
    holds(
      fc.property(states, moves, attempts, (state, move, how) => {
        const made = TRANSITIONS[move](state, how);
        if (!made.ok || made.value.status !== "authorised" || move === "drop-account") return;
        expect(how.at.getTime()).toBeLessThan(END.getTime());
        if (!isLive(state.status)) expect(made.value.accountIds).not.toEqual([]);
      }),
    ));

  test("who suspended it is known exactly while it is suspended", () =>
    holds(
      fc.property(states, moves, attempts, (state, move, how) => {
        const made = TRANSITIONS[move](state, how);
        if (made.ok) expect(made.value.suspendedBy !== undefined).toBe(made.value.status === "suspended");
      }),
    ));
});

describe("T9, T10: a hold of the bank over a customer's pause", () => {
  const held = (by: "staff" | "system") => {
    const made = suspend(aState({ status: "suspended" }), anAttempt("suspend", { by }));
    if (!made.ok) throw new Error(made.error);
    return made.value;
  };

  test("is the bank's, and beneath it the pause is kept; nobody's comes over that", () => {
    for (const by of ["staff", "system"] as const) {
      expect(held(by)).toMatchObject({ status: "suspended", suspendedBy: by, pauseBeneath: {}, version: 4 });
      for (const again of ["customer", "staff", "system"] as const) {
        expect(suspend(held(by), anAttempt("suspend", { by: again })).ok).toBe(false);
      }
    }
    expect(suspend(aState({ status: "suspended" }), anAttempt("suspend", { by: "customer" })).ok).toBe(false);
  });

  test("the customer cannot lift it; lifted, the customer's pause is there again and theirs to lift", () => {
    const over = held("staff");
    expect(resume(over, anAttempt("resume", { by: "customer" }))).toEqual({
      ok: false,
      error: "held-by-somebody-higher",
    });
    const lifted = resume(over, anAttempt("resume", { by: "staff" }));
    expect(lifted).toEqual({ ok: true, value: { ...aState({ status: "suspended" }), version: 5 } });
    if (lifted.ok) {
      expect(resume(lifted.value, anAttempt("resume", { by: "customer" }))).toMatchObject({
        value: { status: "authorised" },
      });
    }
  });

  test.each([
    ["whose time is up", { until: BEFORE_END }, "authorised"],
    ["that goes on", { until: END }, "suspended"],
    ["without an end", {}, "suspended"],
  ] as const)("lifted over a pause %s", (_, pauseBeneath, status) => {
    const lifted = resume({ ...held("staff"), pauseBeneath }, anAttempt("resume", { by: "staff" }));
    expect(lifted).toMatchObject({ value: { status } });
    if (lifted.ok) expect(lifted.value).not.toHaveProperty("pauseBeneath");
  });

  test("what the authorization server holds as authorised is neither held nor paused", () => {
    const found = resume(held("staff"), anAttempt("resume", { by: "system", reason: AS_FOUND }));
    expect(found).toMatchObject({ value: { status: "authorised" } });
  });

  test("whoever tries whatever: a pause is beneath a hold of the bank's and beneath nothing else", () =>
    fc.assert(
      fc.property(states, fc.constantFrom(...MOVE_NAMES), attempts, (state, move, how) => {
        const made = TRANSITIONS[move](state, how);
        if (!made.ok || !made.value.pauseBeneath) return;
        expect(made.value.status).toBe("suspended");
        expect(made.value.suspendedBy).not.toBe("customer");
      }),
      { numRuns: 3_000 },
    ));
});

describe("guards", () => {
  const why = (move: (typeof MOVE_NAMES)[number], state = {}, how = {}) => {
    const made = TRANSITIONS[move](aState(state), anAttempt(move, how));
    return made.ok ? made.value.status : made.error;
  };

  test.each([
    ["T3", why("authorise", { status: "pending" }, { accountIds: [] }), "no-account"],
    ["T3", why("authorise", { status: "pending" }, { at: END }), "expired"],
    ["T3", why("authorise", { status: "pending" }, { by: "staff" }), "not-theirs-to-do"],
    ["T3", why("authorise", { status: "pending" }, { reason: "used" }), "not-a-reason-for-it"],
    ["T8", why("renew", {}, { at: END }), "expired"],
    ["T9", why("suspend", {}, { at: END }), "expired"],
    [
      "T10 by a customer of a pause by staff",
      why("resume", { status: "suspended", suspendedBy: "staff" }),
      "held-by-somebody-higher",
    ],
    [
      "T10 by a rule of a pause by staff",
      why("resume", { status: "suspended", suspendedBy: "staff" }, { by: "system" }),
      "held-by-somebody-higher",
    ],
    ["T10 by staff of a customer's pause", why("resume", { status: "suspended" }, { by: "staff" }), "authorised"],
    ["T14 a millisecond early", why("expire", {}, { at: BEFORE_END }), "not-yet-expired"],
    ["T14 at the end itself", why("expire", {}, { at: END }), "expired"],
    ["T14 of what has no end", why("expire", { expiresAt: undefined }), "not-yet-expired"],
    ["T14 for inactivity, before its end", why("expire", {}, { at: BEFORE_END, reason: "inactivity" }), "expired"],
    ["T16 with an account left", why("drop-account"), "authorised"],
    ["T16 of the last account", why("drop-account", { accountIds: ["acc-1"] }), "terminated"],
    ["T16 while suspended", why("drop-account", { status: "suspended" }), "suspended"],
    ["T16 of a foreign account", why("drop-account", {}, { accountId: "acc-9" }), "not-of-this-consent"],
    ["T17", why("reconnect", { status: "revoked" }), "authorised"],
    [
      "T17 in a scheme without it",
      why("reconnect", { status: "revoked" }, { scheme: { reconnect: false } }),
      "not-in-this-scheme",
    ],
    [
      "T17 from a screen of ours",
      why("reconnect", { status: "revoked" }, { startedByTpp: false }),
      "not-started-by-tpp",
    ],
    ["T17 by staff", why("reconnect", { status: "revoked" }, { by: "staff" }), "not-theirs-to-do"],
    ["T17 without full SCA", why("reconnect", { status: "revoked" }, { sca: "exempted" }), "without-sca"],
    ["T17 past its end", why("reconnect", { status: "revoked" }, { at: END }), "expired"],
  ])("%s: %s", (_, outcome, expected) => {
    expect(outcome).toBe(expected);
  });

  test("T1 is the TPP's, and begins at version 1 without accounts", () => {
    expect(importConsent("pending", anAttempt("import"))).toEqual({
      ok: true,
      value: { status: "pending", version: 1, accountIds: [] },
    });
    expect(importConsent("pending", anAttempt("import", { by: "staff" }))).toEqual({
      ok: false,
      error: "not-theirs-to-do",
    });
    expect(importConsent("pending", anAttempt("import", { reason: "used" }))).toMatchObject({ ok: false });
  });
});
