import { expect, test } from "vitest";
import { asConsentId } from "../shared/ids";
import { type Denial, inListOrder } from "./deny-list";

const aDenial = (over: Partial<Denial> = {}): Denial => ({
  consentId: asConsentId("aac-1"),
  effect: "ended",
  since: new Date("2026-05-03T09:00:00Z"),
  confirmed: false,
  ...over,
});

test("X-09: each denial once, and what the authorization server does not hold yet is never hidden by what it holds", () => {
  const underWay = aDenial();
  const confirmed = aDenial({ confirmed: true, since: new Date("2026-05-03T08:00:00Z") });
  expect(inListOrder([confirmed, underWay])).toEqual([underWay]);
});

test("X-09: the same denials are the same list, whatever order they were found in", () => {
  const denials = [
    aDenial({ consentId: asConsentId("aac-3"), confirmed: true }),
    aDenial({ consentId: asConsentId("aac-2"), effect: "suspended" }),
    aDenial({ effect: "account-removed", accountId: "acc-2" }),
    aDenial({ effect: "account-removed", accountId: "acc-1" }),
  ];
  const list = inListOrder(denials);
  expect(list.map(({ consentId, accountId }) => [consentId, accountId])).toEqual([
    ["aac-1", "acc-1"],
    ["aac-1", "acc-2"],
    ["aac-2", undefined],
    ["aac-3", undefined],
  ]);
  expect(inListOrder(denials.toReversed())).toEqual(list);
});
