import { describe, expect, test } from "vitest";
import { CONSENT_STATUSES, isOpen, lawfulPairs, leads, MOVES, type Move } from "./lifecycle";

/** The table of the life cycle written a second time, by hand: neither may change without the other. */
const FROM_TO: Readonly<Record<string, readonly string[]>> = {
  "awaiting-upload": ["pending", "rejected", "revoked", "expired"],
  pending: ["partially-authorised", "authorised", "rejected", "revoked", "expired"],
  "partially-authorised": ["partially-authorised", "authorised", "rejected", "revoked", "expired"],
  authorised: ["authorised", "suspended", "consumed", "revoked", "terminated", "expired"],
  suspended: ["authorised", "suspended", "revoked", "terminated", "expired"],
  consumed: [],
  rejected: [],
  revoked: ["authorised"],
  terminated: [],
  expired: [],
};

test.each(CONSENT_STATUSES)("T1–T17: from %s only where the life cycle leads", (status) => {
  const to = lawfulPairs().flatMap(([from, each]) => (from === status ? [each] : []));
  expect(new Set(to)).toEqual(new Set(FROM_TO[status]));
});

test("each rule has an id of its own, somebody to make it and a reason", () => {
  const rules = Object.values(MOVES);
  expect(rules.map(({ id }) => id)).toEqual(Array.from({ length: 17 }, (_, i) => `T${i + 1}`));
  for (const { by, reasons } of rules) expect(Math.min(by.length, reasons.length)).toBeGreaterThan(0);
});

test("what has ended never leaves, save by T17", () => {
  const leaving = CONSENT_STATUSES.filter((from) => !isOpen(from)).flatMap((from) =>
    (Object.keys(MOVES) as Move[]).filter((move) => CONSENT_STATUSES.some((to) => leads(move, from, to))),
  );
  expect(leaving).toEqual(["reconnect"]);
});

describe("T16", () => {
  test("resumes nothing", () => {
    expect(leads("drop-account", "suspended", "authorised")).toBe(false);
    expect(leads("drop-account", "authorised", "suspended")).toBe(false);
  });
});
