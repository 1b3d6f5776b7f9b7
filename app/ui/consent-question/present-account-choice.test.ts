import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aConsentRequest, aDomesticPayment } from "~/domain/consent/builders";
import type { ConsentRequest } from "~/domain/consent/consent-request";
import { type BankAccount, offerAccounts } from "~/domain/consent/offered-account";
import type { ConsentSubject } from "~/domain/consent-kinds/index";
import { STRONG } from "~/domain/factor/authentication";
import { asCustomerId } from "~/domain/shared/ids";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { accounts } from "../account-exhibits.harness";
import { usual, usualRequest } from "../gallery-cast.harness";
import { accountsShown } from "./accounts-shown";
import { paying, question, rowsOf, saidIn } from "./present.harness";

const asked = (mine: readonly BankAccount[], over: Partial<Parameters<typeof question>[0]> = {}) =>
  question({ request: usualRequest, offered: offerAccounts(mine, usual), ...over });

const open = (count: number, over: (at: number) => Partial<BankAccount> = () => ({})) =>
  accounts(count, (at) => ({ open: true, ...over(at) }));

describe("S-04: searching", () => {
  test.each([
    ["rainy", ["acc-3", "acc-7", "acc-11"]],
    ["CREDIT card", ["acc-4", "acc-8", "acc-12"]],
    ["1004", ["acc-5"]],
    ["tomasz", ["acc-2"]],
    ["euro", ["acc-9"]],
  ])("%s is found by what the page says of an account", (find, found) => {
    const mine = open(12, (at) => ({
      ...(at === 1 && {
        holders: [
          { customer: asCustomerId("cus-1"), name: "Maria Silva" },
          { customer: asCustomerId("cus-2"), name: "Tomasz Silva" },
        ],
      }),
      ...(at === 8 && { balance: { minor: 1n, currency: "EUR" as const } }),
    }));
    expect(rowsOf(asked(mine, { draft: { chosen: [], find } })).map(({ id }) => id)).toEqual(found);
  });

  test("S-10: nobody finds out more of a number than its end", () => {
    const view = asked(open(12), { draft: { chosen: [], find: "2233" } });
    expect(rowsOf(view)).toEqual([]);
    expect(withoutIsolates(view.accounts.search?.result?.text ?? "")).toBe("No account matches “2233”.");
  });

  test("from one account on that was not found the mistake leads back to the search", () => {
    const view = asked(open(12), { draft: { chosen: [], find: "zzz" }, problem: "choose-an-account" });
    expect(view.problem?.href).toBe("#find");
  });
});

describe("P-06", () => {
  test("C-01, N-01: without a press of the customer nothing is ticked, whatever they look at", () => {
    const look = fc.record({
      count: fc.integer({ min: 1, max: 120 }),
      find: fc.constantFrom("", "rainy", "1"),
      parts: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(look, ({ count, find, parts }) => {
        const { groups, alsoChosen } = asked(open(count), { draft: { chosen: [], find, parts } }).accounts;
        expect(groups.flatMap(({ rows }) => rows).some(({ chosen }) => chosen)).toBe(false);
        expect(alsoChosen).toBeUndefined();
      }),
    );
  });

  test("N-10: all at once means those that are on the page, by name", () => {
    const view = asked(open(120), { draft: { chosen: [], find: "travel" } });
    expect(view.accounts.tickAll).toMatchObject({
      label: "Tick the 30 shown, of 120",
      shown: accountsShown(rowsOf(view) as never),
    });
    const others = asked(open(120), { draft: { chosen: [], find: "rainy" } });
    expect(others.accounts.tickAll?.shown).not.toBe(view.accounts.tickAll?.shown);
  });

  test("S-11: one account pays, and no press ticks all", () => {
    const view = question(paying(aDomesticPayment(), open(26)));
    expect(view.accounts).toMatchObject({ choice: "one", search: expect.anything() });
    expect(view.accounts.tickAll).toBeUndefined();
    expect(view.accounts.chosenOf).toBeUndefined();
  });
});

describe("S-04: groups", () => {
  test("have a heading from two kinds on, which rows then do not repeat", () => {
    const view = asked(open(4));
    expect(view.accounts.groups.map(({ title }) => title)).toEqual([
      "Current accounts",
      "Savings accounts",
      "Credit cards",
    ]);
    expect(rowsOf(view).map(({ kind }) => kind)).toEqual(["", "", "", ""]);
    expect(asked(open(2)).accounts.groups).toMatchObject([{ rows: [{ kind: "Current account" }, {}] }]);
  });
});

describe("P-09: personal or business", () => {
  const both = open(4, (at) => ({ profile: at < 2 ? ("personal" as const) : ("business" as const) }));

  test("is asked before any account is shown, and an answer without it says so", () => {
    const view = asked(both, { problem: "choose-an-account" });
    expect(view.accounts.profiles?.options.map(({ label }) => label)).toEqual([
      "Personal accounts",
      "Business accounts",
    ]);
    expect(rowsOf(view)).toEqual([]);
    expect(view.accounts.chosenOf).toBeUndefined();
    expect(view.problem).toMatchObject({
      message: "First say which accounts you want to choose from.",
      href: "#profile-personal",
    });
  });

  test("shows the accounts of the one that was said, and the way to the other", () => {
    const view = asked(both, { draft: { chosen: ["acc-1"], profile: "business" } });
    expect(rowsOf(view).map(({ id }) => id)).toEqual(["acc-3", "acc-4"]);
    expect(view.accounts.otherProfile).toMatchObject({ profile: "personal" });
    expect(view.accounts.chosenOf).toBe("of 2 accounts chosen");
    expect(saidIn(view.accounts)).not.toContain("Bills 1");
  });

  test("says how many are chosen there, of those that can still be chosen, and that they are no part of the answer", () => {
    const draft = { chosen: ["acc-3"], profile: "business", setAside: ["acc-1", "acc-2", "acc-3", "acc-99"] } as const;
    expect(asked(both, { draft }).accounts.otherProfile?.setAside).toBe(
      "You also chose 2 personal accounts. They are kept, but they are not part of your answer here.",
    );
    expect(asked(both, { draft: { ...draft, setAside: [] } }).accounts.otherProfile?.setAside).toBeUndefined();
  });

  test("is not asked of whoever has but one", () => {
    expect(asked(open(4)).accounts.profiles).toBeUndefined();
  });
});

describe("P-07: what cannot be shared", () => {
  const closed = (count: number) =>
    asked([...open(1), ...accounts(count + 1, () => ({ open: false })).slice(1)]).accounts.unavailable;

  test("a few say each why", () => {
    const [group, ...rest] = closed(5)?.groups ?? [];
    expect(rest).toEqual([]);
    expect(group?.rows.map(({ reason }) => reason)).toEqual(
      Array(5).fill("This account is closed. Choose one that is open."),
    );
  });

  test("I-35: many stand under one reason, and hundreds are counted", () => {
    const [group] = closed(45)?.groups ?? [];
    expect(group).toMatchObject({ reason: "These accounts are closed. Choose one that is open.", left: "and 25 more" });
    expect(group?.rows).toHaveLength(20);
    expect(group?.rows.some(({ reason }) => reason)).toBe(false);
  });
});

describe("P-21: after one factor an account is named, and nothing that is on it is said", () => {
  const holders = [
    { customer: asCustomerId("cus-1"), name: "Maria Silva" },
    { customer: asCustomerId("cus-2"), name: "Tomasz Silva" },
  ];
  const mine = open(2, (at) => ({ balance: { minor: 1_250n, currency: "GBP" }, ...(at === 1 && { holders }) }));
  const seenAfter = (authentication: ConsentRequest["authentication"], subject: ConsentSubject) => {
    const { authentication: _, ...request } = aConsentRequest({ subject });
    return question({
      request: { ...request, ...(authentication && { authentication }) },
      offered: offerAccounts(mine, subject),
    });
  };
  const both = { acr: STRONG, amr: ["pwd", "otp"] };
  const TOLD = ["Balance £12.50", "This is less than the payment.", "Tomasz"];

  test("after both factors the balance is said, what it is too little for, and who holds it too", () => {
    const said = withoutIsolates(saidIn(seenAfter(both, aDomesticPayment()))).replaceAll("\u00a0", " ");
    for (const told of TOLD) expect(said).toContain(told);
  });

  test.each([
    ["the password alone", { ...both, acr: "urn:openbanking:psd2:ca" }],
    ["nobody says what", undefined],
  ])("after %s", (_, authentication) => {
    for (const subject of [aDomesticPayment(), usual]) {
      const view = seenAfter(authentication, subject);
      const said = withoutIsolates(saidIn(view)).replaceAll("\u00a0", " ");
      for (const told of TOLD) expect(said).not.toContain(told);
      const [first, second] = rowsOf(view);
      expect(first).toMatchObject({ number: "••••1000", notes: [] });
      expect(second?.notes[0]).toContain("Also belongs to someone else.");
    }
    expect(saidIn(seenAfter(authentication, usual))).not.toContain("example:");
  });

  test("nor is anything found by it", () => {
    const many = open(12, () => ({ holders }));
    const find = { chosen: [], find: "tomasz" };
    const one = { ...usualRequest, authentication: { acr: "one", amr: [] } };
    expect(rowsOf(asked(many, { draft: find }))).toHaveLength(12);
    expect(rowsOf(asked(many, { request: one, draft: find }))).toEqual([]);
  });
});
