import { describe, expect, test, vi } from "vitest";
import { aBankAccount } from "~/domain/consent/builders";
import { asAccountId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import { shelfAskedOf } from "~/domain/shelf/shelf-asked";
import { BankUnavailable } from "~/ports/bank";
import type { ConsentLists } from "~/ports/consent-lists";
import type { RegisteredConsent } from "~/ports/consent-register";
import type { OwnAnswers } from "~/ports/own-answers";
import type { WaitingSignatures } from "~/ports/waiting-signatures";
import { viewShelf } from "./view-shelf";

const BEN = asCustomerId("ben");
const WAITING = asConsentId("dpc-waits");
const MANDATE = {
  signers: ["Ada", "Ben", "Cy"].map((name) => ({ customer: asCustomerId(name.toLowerCase()), name, group: "A" })),
  pay: [],
  vulnerable: [],
};
const ME = asCustomerId("cus-1");
const consent = { id: asConsentId("aac-1"), kind: "account-access" } as RegisteredConsent;
const COUNTS = { "account-access": 1, "domestic-vrp": 0, "funds-confirmation": 0, action: 1 };

function world(accounts: readonly string[] | "away" = ["Main", "Holiday euros"]) {
  const lists = {
    byApp: vi.fn<ConsentLists["byApp"]>(async () => ({ groups: [] })),
    inOrder: vi.fn<ConsentLists["inOrder"]>(async () => ({ consents: [consent] })),
    byAccount: vi.fn<ConsentLists["byAccount"]>(async () => []),
    countsOf: async () => COUNTS,
  };
  const bankAway = vi.fn();
  const subjectsOf = vi.fn<OwnAnswers["subjectsOf"]>(async () => new Map());
  const awaitedFor = vi.fn<WaitingSignatures["awaitedFor"]>(async () => new Map([[WAITING, [BEN]]]));
  const view = viewShelf({
    lists,
    bankAway,
    bank: {
      accountsOf: async () => {
        if (accounts === "away") throw new BankUnavailable("away");
        return accounts.map((nickname, at) =>
          aBankAccount({ id: asAccountId(`acc-${at}`), nickname, mandate: MANDATE }),
        );
      },
    },
    waiting: { of: async () => [], awaitedFor },
    signed: { any: async () => false },
    changes: {
      underWay: async (ids) => new Map(ids.map((id) => [id, { move: "stop", by: "customer", since: new Date(0) }])),
    },
    reads: { summaryOf: async () => new Map(), toldUntil: async () => undefined },
    answers: { subjectsOf },
    facts: { of: async () => new Map() },
    lastHeard: async () => ({ away: false }),
  });
  return {
    lists,
    bankAway,
    subjectsOf,
    awaitedFor,
    open: (query = "") => view(ME, shelfAskedOf(new URLSearchParams(query)), { correlationId: "c" }),
  };
}

describe("which lists are looked up", () => {
  test.each([
    ["", ["account-access"], ["action", "others"]],
    ["find=x", ["account-access"], []],
    ["app=tpp", [], ["account-access"]],
    ["show=action", [], ["action", "others"]],
    ["show=action&after=1.a", [], ["action"]],
    ["show=payments", ["domestic-vrp"], ["payments"]],
    ["show=payments&kind=domestic-payment", [], ["payments"]],
    ["show=payments&after=1.a", [], ["payments"]],
    ["show=payments&kind=domestic-vrp", ["domestic-vrp"], []],
    ["show=payments&kind=domestic-vrp&app=tpp", [], ["domestic-vrp"]],
    ["show=checks", ["funds-confirmation"], []],
    ["show=ended", [], ["ended"]],
    ["by=account&account=acc-0", [], ["going-on"]],
  ])("%j", async (query, apps, rows) => {
    const { lists, open } = world();
    await open(query);
    expect(lists.byApp.mock.calls.map(([, { shelf }]) => shelf)).toEqual(apps);
    expect(lists.inOrder.mock.calls.map(([, { list }]) => list).sort()).toEqual(rows);
  });

  test("an app is looked for by its name, and by the names that the customer gave accounts", async () => {
    const { lists, open } = world();
    await open("find=HOLIDAY");
    expect(lists.byApp.mock.calls[0]?.[1]).toMatchObject({ text: "holiday", named: ["acc-1"] });
  });
});

test("D-17: what is paid is asked for once, of the payments on the page alone", async () => {
  const { lists, open, subjectsOf } = world();
  lists.inOrder.mockResolvedValue({
    consents: (
      ["domestic-payment", "account-access", "domestic-vrp", "funds-confirmation", "file-payment"] as const
    ).map((kind) => ({ id: asConsentId(kind), kind }) as RegisteredConsent),
  });
  await open("show=ended");
  expect(subjectsOf.mock.calls).toEqual([[["domestic-payment", "domestic-vrp", "file-payment"], ME]]);
});

describe("D-14: who has yet to sign", () => {
  const waiting = { id: WAITING, kind: "domestic-payment", status: "partially-authorised" } as RegisteredConsent;
  const goesOn = { ...consent, status: "authorised" } as RegisteredConsent;
  const seen = async (accounts: readonly string[] | "away", accountIds: readonly string[]) => {
    const { lists, open, awaitedFor } = world(accounts);
    lists.inOrder.mockResolvedValue({ consents: [{ ...waiting, accountIds }, goesOn] });
    const { awaited } = await open("show=ended");
    expect(awaitedFor.mock.calls).toEqual([[[WAITING], ME]]);
    return [...awaited].map(([id, signers]) => [id, signers.map(({ name }) => name)]);
  };

  test("is asked of what waits alone, and said by the names that the bank gives", async () => {
    expect(await seen(["Joint"], ["acc-0"])).toEqual([[WAITING, ["Ben"]]]);
  });
  test("is not said by the signers of another account, nor while the bank is away", async () => {
    expect(await seen(["Joint"], ["acc-9"])).toEqual([[WAITING, []]]);
    expect(await seen("away", ["acc-0"])).toEqual([[WAITING, []]]);
  });
});

test("C-10: what is on its way is asked of everything on the page", async () => {
  const { underWay } = await world().open();
  expect(underWay.get(consent.id)?.move).toBe("stop");
});

describe("while the bank is away", () => {
  test("the lists come without the names of accounts, and by app", async () => {
    const { lists, bankAway, open } = world("away");
    const seen = await open("by=account");
    expect([seen.accounts, seen.asked.by]).toEqual([undefined, "app"]);
    expect(lists.byApp).toHaveBeenCalledOnce();
    expect(bankAway).toHaveBeenCalledOnce();
  });
});

describe("accounts, page by page", () => {
  const names = Array.from({ length: 25 }, (_, at) => `Account ${at}`);

  test("are the bank's, in its order, and the last page has what is of none of them", async () => {
    const { lists, open } = world(names);
    const first = await open("by=account");
    const second = await open("by=account&after=0.acc-9");
    const last = await open("by=account&after=0.acc-19");
    const asked = lists.byAccount.mock.calls.map(([, { accounts, othersThan }]) => [
      accounts[0],
      accounts.length,
      othersThan?.length,
    ]);
    expect(asked).toEqual([
      ["acc-0", 10, undefined],
      ["acc-10", 10, undefined],
      ["acc-20", 5, 25],
    ]);
    expect([first.byAccount?.newer, first.byAccount?.older?.key, last.byAccount?.older]).toEqual([
      undefined,
      "acc-9",
      undefined,
    ]);
    expect(second.byAccount?.newer?.key).toBe("acc-10");
    await open("by=account&before=0.acc-10");
    expect(lists.byAccount.mock.lastCall?.[1].accounts[0]).toBe("acc-0");
  });

  test("from a place that is none begin at the beginning", async () => {
    const { lists, open } = world(names);
    await open("by=account&after=0.acc-gone");
    expect(lists.byAccount.mock.lastCall?.[1].accounts[0]).toBe("acc-0");
  });
});
