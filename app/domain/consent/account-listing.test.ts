import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asAccountId } from "../shared/ids";
import { type AccountListing, listAccounts, PART } from "./account-listing";
import { inProfile, profilesOf } from "./account-profile";
import { aBankAccount } from "./builders";
import type { BankAccount, OfferedAccount } from "./offered-account";

const KINDS = ["current", "savings", "credit-card"] as const;

const account = (at: number, over: Partial<BankAccount> = {}): BankAccount =>
  aBankAccount({ id: asAccountId(`a${at}`), nickname: `Account ${at}`, ...over });
const offers = (count: number, over: (at: number) => Partial<BankAccount> = () => ({})): OfferedAccount[] =>
  Array.from({ length: count }, (_, at) => ({ account: account(at, over(at)) }));

const said = ({ nickname }: BankAccount) => nickname;
const shownIn = ({ groups }: AccountListing) => groups.flatMap(({ accounts }) => accounts.map(({ id }) => id));

describe("S-04: the list of accounts", () => {
  test("can be searched from ten on", () => {
    expect(listAccounts(offers(9), { find: "8" }, said).search).toBeUndefined();
    expect(shownIn(listAccounts(offers(9), { find: "8" }, said))).toHaveLength(9);
    const listing = listAccounts(offers(10), { find: "account 8" }, said);
    expect(listing.search).toEqual({ find: "account 8", found: 1 });
    expect(shownIn(listing)).toEqual(["a8"]);
    expect(listing.total).toBe(10);
  });

  test("keeps the bank's order, and is grouped from two kinds on", () => {
    expect(listAccounts(offers(3), {}, said).groups.map(({ kind }) => kind)).toEqual([undefined]);
    const mixed = offers(4, (at) => ({ kind: KINDS[(at + 1) % 3] as BankAccount["kind"] }));
    expect(
      listAccounts(mixed, {}, said).groups.map((group) => [group.kind, group.accounts.map(({ id }) => id)]),
    ).toEqual([
      ["current", ["a2"]],
      ["savings", ["a0", "a3"]],
      ["credit-card", ["a1"]],
    ]);
  });

  test("I-32: hundreds come in parts, and say how many are left", () => {
    const many = offers(120);
    expect(shownIn(listAccounts(many, {}, said))).toHaveLength(PART);
    expect(listAccounts(many, {}, said).more).toEqual({ next: PART, left: 70 });
    expect(listAccounts(many, { parts: 2 }, said).more).toEqual({ next: 20, left: 20 });
    expect(listAccounts(many, { parts: 3 }, said).more).toBeUndefined();
  });

  test("whatever is chosen and can be chosen is on the page exactly once, and nothing else than what is offered", () => {
    const arbitrary = fc.record({
      count: fc.integer({ min: 0, max: 130 }),
      chosen: fc.array(fc.integer({ min: 0, max: 140 }).map((at) => `a${at}`)),
      find: fc.option(fc.constantFrom("1", "account", "7 1", "zzz"), { nil: undefined }),
      parts: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      closed: fc.integer({ min: 0, max: 130 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ count, chosen, find, parts, closed }) => {
        const offered = offers(count, (at) => ({ kind: KINDS[at % 3] as BankAccount["kind"] })).map((offer, at) =>
          at === closed ? { ...offer, unavailable: "closed" as const } : offer,
        );
        const draft = { chosen, ...(find && { find }), ...(parts && { parts }) };
        const listing = listAccounts(offered, draft, said);
        const onPage = [...listing.alsoChosen.map(({ id }) => id), ...shownIn(listing)];
        expect(new Set(onPage).size).toBe(onPage.length);
        const usable = offered.filter(({ unavailable }) => !unavailable).map((offer) => offer.account.id as string);
        for (const id of onPage) expect(usable).toContain(id);
        for (const id of chosen) if (usable.includes(id)) expect(onPage).toContain(id);
      }),
    );
  });
});

describe("P-09: a customer who is a business too", () => {
  const both: OfferedAccount[] = [
    { account: account(1, { profile: "personal" }) },
    { account: account(2, { profile: "business" }) },
    { account: account(3, { profile: "business" }), unavailable: "closed" },
    { account: account(4) },
  ];

  test("says first in which capacity; an account without one is personal", () => {
    expect(profilesOf(both)).toEqual(["personal", "business"]);
    expect(inProfile(both, undefined)).toEqual([]);
    expect(inProfile(both, "personal").map((offer) => offer.account.id)).toEqual(["a1", "a4"]);
    expect(inProfile(both, "business").map((offer) => offer.account.id)).toEqual(["a2", "a3"]);
  });

  test("is not asked where all that can be used is of one", () => {
    const one = both.filter(({ account: { id }, unavailable }) => id !== "a2" || unavailable);
    expect(profilesOf(one)).toEqual(["personal"]);
    expect(inProfile(one, "business")).toEqual(one);
  });

  test("what was chosen in the other capacity is not chosen in this one", () => {
    expect(listAccounts(both, { profile: "business", chosen: ["a1"] }, said).alsoChosen).toEqual([]);
  });
});
