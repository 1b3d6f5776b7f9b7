import { describe, expect, test } from "vitest";
import { asAccountId } from "../shared/ids";
import { anAgain, anInsteadOf, anOffer } from "./builders";
import type { Profile } from "./draft";
import { draftToBegin, goneFrom, inShort, keepsAccounts, offeredAgain } from "./mode";
import type { OfferedAccount } from "./offered-account";

const ids = (...names: string[]) => names.map(asAccountId);
const offer = (id: string, profile?: Profile) => anOffer({ id: asAccountId(id), ...(profile && { profile }) });
const closed = (id: string): OfferedAccount => ({ ...offer(id), unavailable: "closed" });
const namesOf = (offered: readonly OfferedAccount[]) => offered.map(({ account }) => account.id);

describe("P-10: asked again", () => {
  const again = anAgain({ accounts: ids("acc-1", "acc-2") });

  test("its own accounts are offered and no others, and nothing is to be chosen", () => {
    const offered = offeredAgain([offer("acc-1"), offer("acc-2"), offer("acc-3")], again);
    expect(namesOf(offered)).toEqual(["acc-1", "acc-2"]);
    expect(keepsAccounts(again, offered)).toBe(true);
    expect(goneFrom(again, offered)).toEqual({ count: 0, known: [] });
  });

  test("once one is gone there is something to choose, and it is told which", () => {
    const offered = offeredAgain([offer("acc-1"), closed("acc-2"), offer("acc-3")], again);
    expect(namesOf(offered)).toEqual(["acc-1", "acc-2"]);
    expect(keepsAccounts(again, offered)).toBe(false);
    expect(goneFrom(again, offered)).toMatchObject({ count: 1, known: [{ id: "acc-2" }] });
  });

  test("one that is not the customer's any more is counted, and nothing is known of it", () => {
    expect(goneFrom(again, [offer("acc-1")])).toEqual({ count: 1, known: [] });
  });

  test("once all are gone every account is offered, and none of them goes without saying", () => {
    const offered = offeredAgain([closed("acc-1"), offer("acc-3")], again);
    expect(namesOf(offered)).toEqual(["acc-1", "acc-3"]);
    expect(keepsAccounts(again, offered)).toBe(false);
  });

  test("a consent that is said to have no accounts keeps none", () => {
    expect(keepsAccounts(anAgain({ accounts: [] }), [offer("acc-1")])).toBe(false);
  });

  test("U-07: nothing is chosen beforehand", () => {
    expect(draftToBegin(again, [offer("acc-1")])).toBeUndefined();
    expect(draftToBegin(undefined, [offer("acc-1")])).toBeUndefined();
  });
});

describe("P-11: asked in place of another", () => {
  const mode = anInsteadOf({ accounts: ids("acc-1", "acc-2") });

  test("every account is offered, and those of the other one are chosen, as far as they can be (U-07)", () => {
    const offered = [offer("acc-1"), closed("acc-2"), offer("acc-3")];
    expect(offeredAgain(offered, mode)).toEqual(offered);
    expect(keepsAccounts(mode, offered)).toBe(false);
    expect(draftToBegin(mode, offered)).toEqual({ chosen: ["acc-1"] });
  });

  test("S-07: the capacity in which they were chosen goes without saying", () => {
    const offered = [offer("acc-1", "business"), offer("acc-2", "business"), offer("acc-3", "personal")];
    expect(draftToBegin(mode, offered)).toEqual({ profile: "business", chosen: ["acc-1", "acc-2"], setAside: [] });
  });

  test("in two capacities, the one with more of them", () => {
    const three = anInsteadOf({ accounts: ids("acc-1", "acc-2", "acc-3") });
    const offered = [offer("acc-1", "personal"), offer("acc-2", "business"), offer("acc-3", "business")];
    expect(draftToBegin(three, offered)).toEqual({
      profile: "business",
      chosen: ["acc-2", "acc-3"],
      setAside: ["acc-1"],
    });
  });

  test("where none of them is left the capacity is asked as ever", () => {
    expect(draftToBegin(mode, [offer("acc-3", "business"), offer("acc-4", "personal")])).toBeUndefined();
  });
});

test("in short it is what it is, and nobody's accounts or dates", () => {
  expect(inShort(anAgain({ first: new Date(), revision: 3, wasStopped: true }))).toEqual({
    is: "again",
    revision: 3,
    wasStopped: true,
  });
  expect(inShort(anInsteadOf())).toEqual({ is: "instead-of", consentId: "aac-0" });
});
