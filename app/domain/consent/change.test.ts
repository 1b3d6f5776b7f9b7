import { describe, expect, test } from "vitest";
import { type ChangeMove, outcomeOf, STANDINGS, standingOf } from "./change";
import { CONSENT_STATUSES, type ConsentStatus } from "./lifecycle";

const MOVES_ASKED_FOR = Object.keys(STANDINGS) as ChangeMove[];

/** What the authorization server may hold once it has done as asked. */
const STANDS: Record<ChangeMove, readonly (ConsentStatus | undefined)[]> = {
  stop: ["revoked", "terminated", "rejected", undefined],
  terminate: ["revoked", "terminated", "rejected", undefined],
  suspend: ["suspended"],
  resume: ["authorised"],
};

describe.each(MOVES_ASKED_FOR)("%s", (move) => {
  test.each([...CONSENT_STATUSES, undefined])("with %s at the authorization server", (held) => {
    const stands = STANDS[move].includes(held);
    const live = held === "authorised" || held === "suspended";
    expect(outcomeOf(move, "taken", held)).toBe(stands ? "took-effect" : live ? "unclear" : "not-allowed");
    expect(outcomeOf(move, "refused", held)).toBe(stands ? "stands-already" : "not-allowed");
  });

  test("nothing is said to have happened before the authorization server has it", () => {
    const standings = (["intended", "settled", "closed"] as const).map((state) => standingOf({ move, state }));
    expect(standings[0]).toMatch(/^being-/);
    expect(standings[0]).toBe(`being-${standings[1]}`);
    expect(standings[2]).toBe(`not-${standings[1]}`);
  });
});
