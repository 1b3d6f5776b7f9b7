import { expect, test } from "vitest";
import { type DayCount, funnelOf, onDay, weeksOf } from "./what-happened";

const TODAY = "2026-03-30";
const on = (day: string, what: string, count = 1): DayCount => ({ day, what, count });

test("A-15: what became of those who arrived, and the rest did not answer", () => {
  const funnel = funnelOf([
    on(TODAY, "arrived", 10),
    on("2026-03-29", "arrived", 10),
    on(TODAY, "allowed", 9),
    on(TODAY, "refused:wrong-app", 1),
    on(TODAY, "refused:asks-too-much", 3),
    on("2026-03-29", "refused:wrong-app", 1),
    on(TODAY, "rejected:timed-out", 2),
    on(TODAY, "not-accepted", 1),
    on(TODAY, "revoked:customer-stopped", 5),
  ]);
  expect(funnel).toEqual({
    arrived: 20,
    allowed: 9,
    refused: 5,
    refusals: [
      { reason: "asks-too-much", count: 3 },
      { reason: "wrong-app", count: 2 },
    ],
    timedOut: 2,
    notAccepted: 1,
    left: 4,
  });
});

test("who arrived before the counting began is no negative number of people", () => {
  expect(funnelOf([on(TODAY, "allowed", 3)])).toMatchObject({ arrived: 0, allowed: 3, left: 0 });
});

test("weeks end today, the oldest first, across the change to summer time", () => {
  const counts = [
    on(TODAY, "authorised:customer-approved", 1),
    on("2026-03-24", "authorised:signers-complete", 2),
    on("2026-03-23", "authorised:customer-approved", 4),
    on("2026-03-10", "authorised:customer-approved", 8),
    on("2026-03-02", "authorised:customer-approved", 16),
    on("2026-04-01", "authorised:customer-approved", 32),
  ];
  expect(weeksOf(counts, "granted", TODAY, 4)).toEqual([0, 8, 4, 3]);
});

test("whoever comes back from a pause, or loses an account, has granted nothing", () => {
  const counts = ["resumed", "account-removed", "as-found", "reauthorised"].map((why) =>
    on(TODAY, `authorised:${why}`),
  );
  expect(weeksOf(counts, "granted", TODAY, 1)).toEqual([0]);
  expect(onDay([on(TODAY, "authorised:reauthorised-after-stop")], "granted", TODAY)).toBe(1);
});

test("the day's own", () => {
  const counts = [
    on(TODAY, "terminated:fraud", 2),
    on(TODAY, "revoked:tpp-deleted", 3),
    on("2026-03-29", "revoked:x", 7),
  ];
  expect(onDay(counts, "stopped", TODAY)).toBe(5);
});
