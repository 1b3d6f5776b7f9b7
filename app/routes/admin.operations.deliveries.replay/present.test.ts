import { describe, expect, test } from "vitest";
import { presentReplay } from "./present";

const BEACON = { channel: "tpp", name: "tpp-beacon" } as const;

describe("A-22: before something is sent again", () => {
  test.each([
    [0, { isNone: true }],
    [1, { what: "1 delivery", isOne: true, isNone: false }],
    [1_204, { what: "1,204 deliveries", isOne: false }],
    [5_000, { what: "5,000 deliveries" }],
  ])("%d are said as they are", (dead, view) => {
    const shown = presentReplay(BEACON, { queued: 0, dead });
    expect(shown).toMatchObject(view);
    expect(shown).not.toHaveProperty("atOnce");
    expect(shown).not.toHaveProperty("queued");
  });

  test("more than go at once are said to be more, and no more than that are promised", () => {
    expect(presentReplay(BEACON, { queued: 0, dead: 5_001 })).toMatchObject({
      what: "5,000 deliveries",
      atOnce: "5,000",
    });
  });

  test("what is on its way already is said too", () => {
    expect(presentReplay(BEACON, { queued: 4_988, dead: 7 }).queued).toBe("4,988");
    expect(presentReplay(BEACON, { queued: 5_001, dead: 7 }).queued).toBe("More than 5,000");
  });
});
