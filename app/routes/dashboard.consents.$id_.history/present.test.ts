import { describe, expect, test } from "vitest";
import { aBankAccount, aConsentRequest, anAccountAccess, anOffer } from "~/domain/consent/builders";
import type { BankAccount } from "~/domain/consent/offered-account";
import { aShownPage } from "~/domain/receipts/builders";
import { asAccountId } from "~/domain/shared/ids";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { enGB } from "~/i18n/en-GB/index";
import { anImport, anOwnConsent, aVersion } from "~/use-cases/own-consent.builders";
import type { OwnVersion } from "~/use-cases/view-own-history";
import { comparedIn, namedIn } from "./form";
import { presentHistory } from "./present";

const bank = { name: "Northlight Bank", phone: "0800 555 0199" };
const pageWith = (...permissions: Parameters<typeof anAccountAccess>[0][]) =>
  aShownPage({ request: aConsentRequest({ subject: anAccountAccess(permissions[0]) }), offered: [anOffer()] });
const version = (over: Partial<OwnVersion>): OwnVersion => ({
  ...aVersion(),
  state: { accountIds: ["acc-1"] },
  ...over,
});

const shown = (
  versions: readonly OwnVersion[],
  compared?: readonly [number, number],
  accounts?: readonly BankAccount[],
) =>
  presentHistory(
    { consent: anOwnConsent().consent, versions, ...(accounts && { accounts }) },
    { bank, ...(compared && { compared }) },
    enGB,
  );
const plain = (text: string) => withoutIsolates(text).replaceAll("\u00a0", " ");
const rowsOf = (versions: readonly OwnVersion[]) =>
  shown(versions, [2, 3]).compared?.rows.map(({ text, tag }) =>
    withoutIsolates(`${tag.is}: ${text}`).replaceAll("\u00a0", " "),
  );

describe("D-06, R-10: every change", () => {
  test("newest first, each with who, when and why it ended", () => {
    const stop = version({ version: 3, move: "stop", to: "revoked", from: "authorised", reason: "customer-stopped" });
    const { items } = shown([{ ...anImport(), state: { accountIds: [] } }, version({}), stop]);
    expect(items.map(({ what, who, why }) => withoutIsolates([what, who, why ?? "-"].join(" | ")))).toEqual([
      "You stopped Budget Beacon | By you | You stopped it",
      "You connected Budget Beacon | By you | -",
      "Budget Beacon asked you | By Budget Beacon | -",
    ]);
    expect(items.map(({ version: said }) => said)).toEqual(["Version 3", "Version 2", "Version 1"]);
  });

  test("D-08: one account that was stopped is no renewal; agreeing again to fewer is", () => {
    const less = version({ version: 3, move: "renew", to: "authorised", reason: "account-removed" });
    const { decisionId: _, ...alone } = less;
    const decisionId = anOwnConsent().answers[0]?.decisionId;
    if (!decisionId) throw new Error("an answer");
    const whatOf = (each: OwnVersion) => withoutIsolates(shown([each]).items[0]?.what ?? "");
    expect(whatOf(alone)).toBe("You stopped sharing an account with Budget Beacon");
    expect(whatOf({ ...less, decisionId })).toBe("Your connection to Budget Beacon was renewed or changed");
  });

  test("D-08: which account left is named, or counted where nobody names it", () => {
    const two = version({ state: { accountIds: ["acc-1", "acc-2"] } });
    const { decisionId: _, ...left } = version({ version: 3, move: "renew", reason: "account-removed" });
    const accounts = [aBankAccount({ id: asAccountId("acc-1") }), aBankAccount({ id: asAccountId("acc-2") })];
    const gone = (...given: Parameters<typeof shown>) => shown(...given).items.map((item) => item.accounts?.map(plain));
    expect(gone([two, left], undefined, accounts)).toEqual([["Everyday ••••3301"], undefined]);
    expect(gone([two, left])).toEqual([["1 account that we can’t name"], undefined]);
  });

  test("who at the bank it was is the bank's", () => {
    for (const by of ["staff", "system"] as const) {
      const [item] = shown([version({ move: "terminate", to: "terminated", by, reason: "regulatory" })]).items;
      expect(item?.who).toBe("By your bank");
    }
  });

  test("a change that an answer made leads to its page and its receipt", () => {
    const [answer] = anOwnConsent().answers;
    if (!answer) throw new Error("an answer");
    const [with_, without] = [
      shown([version({ answer })]),
      shown([version({ answer: { ...answer, hasReceipt: false } })]),
    ];
    expect(with_.items[0]?.page?.href).toContain(`/shown/${answer.decisionId}`);
    expect(with_.items[0]?.receipt?.href).toContain(`of=${answer.decisionId}`);
    expect(without.items[0]?.receipt).toBeUndefined();
  });

  test("one version is compared with nothing", () => expect(shown([version({})]).compare).toBeUndefined());
});

describe("D-06: two versions", () => {
  const before = pageWith({ permissions: new Set(["ReadAccountsBasic", "ReadBalances"]) });
  const after = pageWith({ permissions: new Set(["ReadAccountsDetail", "ReadDirectDebits"]) });

  test("what came, changed and went, in the words of the page", () => {
    const rows = rowsOf([version({ page: before }), version({ version: 3, move: "renew", page: after })]) ?? [];
    expect(rows.some((row) => row.startsWith("new: ") && row.includes("Direct Debit"))).toBe(true);
    expect(rows.some((row) => row.startsWith("removed: ") && row.includes("How much money"))).toBe(true);
  });

  test("accounts and the end", () => {
    const end = new Date("2026-06-30T12:00:00Z");
    const rows = rowsOf([
      version({ page: before, state: { accountIds: ["acc-1", "acc-2"] } }),
      version({ version: 3, move: "renew", page: before, state: { accountIds: ["acc-1"], expiresAt: end } }),
    ]);
    expect(rows).toEqual(["changed: Ends: On 30 June 2026", "removed: Accounts: 1 account that we can’t name"]);
  });

  test("where nothing differs it says so", () => {
    const { compared } = shown([version({ page: before }), version({ version: 3, page: before })], [2, 3]);
    expect(compared).toMatchObject({ rows: [], same: "You agreed to the same in both." });
  });
});

describe("C-18: which two is in the address", () => {
  const url = (query: string) => new URL(`https://a.example/history?${query}`);
  test.each([
    ["from=1&to=3", [1, 3]],
    ["from=3&to=1", [1, 3]],
    ["from=2&to=2", [2, 2]],
    ["from=1&to=9", undefined],
    ["from=1", undefined],
    ["from=x&to=1", undefined],
    ["", undefined],
  ])("%s", (query, expected) => expect(comparedIn(url(query), [1, 2, 3])).toEqual(expected));

  test("what is no number names no page", () => expect(namedIn(url("from=x&to=1e400"))).toEqual([]));
});
