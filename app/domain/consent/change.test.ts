import { describe, expect, test } from "vitest";
import { CONSENT_KINDS, type ConsentKind, traitsOf } from "../consent-kinds/index";
import { asCustomerId, asStaffId } from "../shared/ids";
import {
  type ChangeMove,
  type ChangeState,
  type ConsentChange,
  changed,
  outcomeOf,
  STANDINGS,
  standingOf,
} from "./change";
import { CONSENT_STATUSES, type ConsentStatus } from "./lifecycle";
import type { ConsentState } from "./transition";

const MOVES_ASKED_FOR = Object.keys(STANDINGS) as ChangeMove[];

/** What the authorization server may hold once it has done as asked. */
const STANDS: Record<ChangeMove, readonly (ConsentStatus | undefined)[]> = {
  stop: ["revoked", "terminated", "rejected", undefined],
  terminate: ["revoked", "terminated", "rejected", undefined],
  suspend: ["suspended"],
  resume: ["authorised"],
  "remove-account": ["authorised"],
};

describe.each(MOVES_ASKED_FOR)("%s", (move) => {
  test.each([...CONSENT_STATUSES, undefined])("with %s at the authorization server", (held) => {
    const stands = STANDS[move].includes(held);
    const live = held === "authorised" || held === "suspended";
    const consent = held && { status: held, accountIds: ["acc-2"] };
    const change = { move, reason: "ours", ...(move === "remove-account" && { accountId: "acc-1" }) };
    expect(outcomeOf(change, "taken", consent)).toBe(stands ? "took-effect" : live ? "unclear" : "not-allowed");
    expect(outcomeOf(change, "refused", consent)).toBe(stands ? "stands-already" : "not-allowed");
    const [known, anothers] = ["ours", "another's"].map((reason) => consent && { ...consent, reason });
    expect(outcomeOf(change, "taken", known)).toBe(outcomeOf(change, "taken", consent));
    // A yes to what somebody else had done already.
    if (stands && anothers) expect(outcomeOf(change, "taken", anothers)).toBe("stands-already");
  });

  test("nothing is said to have happened before the authorization server has it", () => {
    const said = (state: ChangeState) => standingOf({ move, state });
    expect(said("intended")).toMatch(/being-/);
    expect(said("intended").replace("being-", "")).toBe(said("settled"));
    expect(said("closed").replace("not-", "")).toBe(said("settled"));
  });
});

test("T8: an account that is still in the consent has not left it, whatever was answered", () => {
  const held = { status: "authorised", accountIds: ["acc-1", "acc-2"] } as const;
  const change = { move: "remove-account", reason: "account-removed", accountId: "acc-1" } as const;
  expect(outcomeOf(change, "taken", held)).toBe("unclear");
  expect(outcomeOf(change, "refused", held)).toBe("not-allowed");
});

describe("what may be changed", () => {
  const end = new Date("2027-01-01T00:00:00Z");
  const before = new Date("2026-12-31T23:59:59Z");
  const consent: ConsentState & { readonly kind: ConsentKind } = {
    kind: "account-access",
    status: "authorised",
    version: 2,
    accountIds: ["acc-1"],
    expiresAt: end,
  };
  const stop = {
    move: "stop",
    reason: "customer-stopped",
    actor: { type: "customer", id: asCustomerId("cus-1") },
  } as const;

  test("T11 before its end, and T14: nothing at the end itself", () => {
    expect(changed(consent, stop, before)).toMatchObject({ ok: true, value: { status: "revoked", version: 3 } });
    expect(changed(consent, stop, end)).toEqual({ ok: false, error: "expired" });
  });

  test.each(CONSENT_KINDS)(
    "D-09, T9: %s is paused by its customer only where it lasts; the bank pauses any",
    (kind) => {
      const pause = { move: "suspend", reason: "customer-pause", actor: stop.actor } as const;
      const hold = {
        move: "suspend",
        reason: "fraud-suspected",
        actor: { type: "staff", id: asStaffId("st-1") },
      } as const;
      expect(changed({ ...consent, kind }, pause, before).ok).toBe(traitsOf(kind).lasts);
      expect(changed({ ...consent, kind }, hold, before).ok).toBe(true);
    },
  );

  test("T10: staff let go of what the bank holds, and not of what its customer has paused", () => {
    const release = { move: "resume", reason: "resumed", actor: { type: "staff", id: asStaffId("st-1") } } as const;
    const suspended = { ...consent, status: "suspended" } as const;
    for (const by of ["staff", "system"] as const) {
      expect(changed({ ...suspended, suspendedBy: by }, release, before)).toMatchObject({ ok: true });
    }
    expect(changed({ ...suspended, suspendedBy: "customer" }, release, before)).toEqual({
      ok: false,
      error: "not-theirs-to-do",
    });
  });

  test("T8: one account leaves, and the last one only with the whole consent (D-08)", () => {
    const two = { ...consent, accountIds: ["acc-1", "acc-2"] };
    const removal = { ...stop, move: "remove-account", reason: "account-removed", accountId: "acc-1" } as const;
    expect(changed(two, removal, before)).toMatchObject({ ok: true, value: { accountIds: ["acc-2"], version: 3 } });
    expect(changed(consent, removal, before)).toEqual({ ok: false, error: "no-account" });
    expect(changed(two, { ...removal, accountId: "acc-9" }, before)).toEqual({
      ok: false,
      error: "not-of-this-consent",
    });
    const paused = { ...two, status: "suspended" } as const;
    expect(changed(paused, removal, before)).toEqual({ ok: false, error: "not-from-here" });
  });

  test("a reason or an actor that came from outside is judged again", () => {
    const forged = { ...stop, move: "terminate" } as unknown as ConsentChange;
    expect(changed(consent, forged, before)).toEqual({ ok: false, error: "not-theirs-to-do" });
    const other = { ...stop, reason: "fraud" } as unknown as ConsentChange;
    expect(changed(consent, other, before)).toEqual({ ok: false, error: "not-a-reason-for-it" });
  });
});
