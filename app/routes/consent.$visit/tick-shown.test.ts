import { expect, test } from "vitest";
import { offerAccounts } from "~/domain/consent/offered-account";
import { enGB } from "~/i18n/en-GB/index";
import { accounts } from "~/ui/account-exhibits.harness";
import { accountsShown } from "~/ui/consent-question/accounts-shown";
import { usual, usualRequest } from "~/ui/gallery-cast.harness";
import { tickShown } from "./tick-shown";

const mine = accounts(12, () => ({ open: true }));
const open = (find: string, owned = mine) => ({
  state: "open" as const,
  request: usualRequest,
  offered: offerAccounts(owned, usual),
  payloadHash: "request",
  draft: { chosen: [], find },
});
const rainy = mine.filter(({ nickname }) => nickname.startsWith("Rainy"));

test("P-06: what was on the page is ticked, beside what was ticked before", () => {
  expect(tickShown(open("rainy"), ["acc-1", "acc-3"], accountsShown(rainy), enGB)).toEqual([
    "acc-1",
    "acc-3",
    "acc-7",
    "acc-11",
  ]);
});

test("N-10: an account that came while the page was open is seen before it is ticked", () => {
  const [first] = rainy;
  if (!first) throw new Error("there is a rainy day");
  expect(
    tickShown(open("rainy", [...mine, { ...first, id: "acc-new" as never }]), ["acc-1"], accountsShown(rainy), enGB),
  ).toEqual(["acc-1"]);
});

test("N-10: in another tab the search is another, and its accounts are not meant", () => {
  expect(tickShown(open(""), [], accountsShown(rainy), enGB)).toEqual([]);
});
