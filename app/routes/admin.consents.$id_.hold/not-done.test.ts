import { describe, expect, test } from "vitest";
import { failed, ok } from "~/domain/shared/result";
import { notDoneWords, whyNotDone } from "./not-done";

describe("A-03: what is said of an act on one consent", () => {
  test.each<readonly [string, Parameters<typeof whyNotDone>[0], string | undefined]>([
    ["is done", ok({ state: "settled" }), undefined],
    ["is on its way", ok({ state: "intended" }), undefined],
    ["was refused by the authorization server", ok({ state: "closed", closedBecause: "not-allowed" }), "not-taken"],
    ["was overtaken by the end of the consent", ok({ state: "closed", closedBecause: "spent" }), "overtaken"],
    ["comes from a window that is out of date", failed("changed-since"), "changed-since"],
    ["comes while another is under way", failed("another-under-way"), "another-under-way"],
    ["cannot be done", failed("not-allowed"), "not-allowed"],
    ["is another one, sent from a page that was sent before", failed("key-used"), "key-used"],
  ])("one that %s", (_, outcome, code) => {
    expect(whyNotDone(outcome)).toBe(code);
    if (code) expect(notDoneWords(code)).toMatch(/^(Nothing|The authorization server did not take it)/);
  });

  test("no address makes the page say anything else", () => {
    for (const code of [null, "", "constructor", "<b>"]) expect(notDoneWords(code)).toBeUndefined();
  });
});
