import { describe, expect, test } from "vitest";
import { AS_FOUND, CONSENT_STATUSES, isOpen, MOVES, type MoveReason } from "./lifecycle";
import { ENDED_WHYS, shownStatus } from "./shown-status";

describe("C-10: how a consent stands", () => {
  test.each(["awaiting-upload", "pending", "partially-authorised"] as const)(
    "%s: somebody has yet to agree",
    (status) => expect(shownStatus({ status, reason: "imported" })).toEqual({ is: "needs-action" }),
  );

  test("authorised is active; suspended is paused by whoever did it", () => {
    expect(shownStatus({ status: "authorised", reason: "customer-approved" })).toEqual({ is: "active" });
    const paused = { status: "suspended", reason: "customer-pause" } as const;
    expect(shownStatus({ ...paused, suspendedBy: "customer" })).toEqual({ is: "paused", by: "customer" });
    for (const suspendedBy of ["staff", "system"] as const)
      expect(shownStatus({ ...paused, suspendedBy })).toEqual({ is: "paused", by: "bank" });
    expect(shownStatus(paused)).toEqual({ is: "paused", by: "bank" });
  });

  test.each([
    ["stop", "stopping"],
    ["terminate", "stopping"],
    ["suspend", "pausing"],
    ["resume", "resuming"],
  ] as const)("while %s is on its way: %s, and never as if it were done", (move, is) => {
    expect(shownStatus({ status: "authorised", reason: "customer-approved" }, move)).toEqual({ is });
  });

  test("what has ended has ended, whatever is still on its way", () => {
    expect(shownStatus({ status: "expired", reason: "end-date", agreedAt: new Date() }, "stop")).toEqual({
      is: "ended",
      why: "expired",
    });
  });
});

describe("D-03: why it ended", () => {
  const agreedAt = new Date("2026-03-14T10:00:00Z");
  const why = (status: (typeof CONSENT_STATUSES)[number], reason: MoveReason | typeof AS_FOUND) => {
    const shown = shownStatus({ status, reason, agreedAt });
    return shown.is === "ended" ? shown.why : undefined;
  };

  test.each([
    ["expired", "end-date", "expired"],
    ["expired", "inactivity", "unused"],
    ["revoked", "customer-stopped", "you-stopped"],
    ["revoked", "not-me", "you-stopped"],
    ["revoked", "superseded", "replaced"],
    ["revoked", "tpp-deleted", "app-stopped"],
    ["revoked", AS_FOUND, "stopped"],
    ["terminated", "fraud", "bank-stopped"],
    ["terminated", "tpp-request", "app-stopped"],
    ["terminated", "tpp-deauthorised", "app-not-authorised"],
    ["terminated", "client-instruction-via-agent", "you-asked-us"],
    ["terminated", "account-closed", "accounts-closed"],
    ["terminated", AS_FOUND, "bank-stopped"],
    ["rejected", "customer-declined", "refused"],
    ["rejected", "not-me", "refused"],
    ["rejected", "timed-out", "not-finished"],
    ["rejected", AS_FOUND, "not-finished"],
    ["consumed", "used", "used"],
  ] as const)("%s for %s: %s", (status, reason, expected) => expect(why(status, reason)).toBe(expected));

  test("never blames the customer for what somebody else did", () => {
    for (const { to, by, reasons } of Object.values(MOVES)) {
      if ((by as readonly string[]).includes("customer")) continue;
      for (const status of to.filter((status) => !isOpen(status)))
        for (const reason of reasons) expect(["you-stopped", "refused"], reason).not.toContain(why(status, reason));
    }
  });

  test("a request that nobody agreed to ran out: no agreement of the customer's did", () =>
    expect(shownStatus({ status: "expired", reason: "end-date" })).toEqual({ is: "ended", why: "not-finished" }));

  test("each why is some consent's", () => {
    const reasons = [AS_FOUND, ...Object.values(MOVES).flatMap((move) => move.reasons)] as const;
    const reached = new Set(CONSENT_STATUSES.flatMap((status) => reasons.map((reason) => why(status, reason))));
    expect(ENDED_WHYS.filter((each) => !reached.has(each))).toEqual([]);
  });
});
