import { describe, expect, test } from "vitest";
import { aBankAccount, aConsentRequest, anAccountAccess, anAgain } from "../consent/builders";
import { allow } from "../consent/decision";
import { offerAccounts } from "../consent/offered-account";
import { aDomesticVrp, aFundsConfirmation } from "../consent-kinds/builders";
import { asAccountId, asCustomerId } from "../shared/ids";
import type { Mandate } from "./mandate";
import { offeredToOne } from "./signed-again";

const signers = ["cus-1", "cus-2"].map((id) => ({ customer: asCustomerId(id), name: id, group: "A" }));
const taking = (count: number): Mandate => ({ signers, pay: [{ anyOf: [{ A: count }] }], vulnerable: [] });
const shared = aBankAccount({ id: asAccountId("acc-1"), mandate: taking(2) });
const own = aBankAccount({ id: asAccountId("acc-2"), mandate: taking(1) });

const offered = (over: Parameters<typeof aConsentRequest>[0], holds = true) => {
  const request = aConsentRequest({ subject: aDomesticVrp(), ...over });
  return offeredToOne(offerAccounts([shared, own], request.subject), request, holds).map(
    ({ unavailable }) => unavailable,
  );
};

describe("P-28: payments within limits that are asked for again", () => {
  test.each([
    ["T8", anAgain()],
    ["T17", anAgain({ wasStopped: true })],
  ])("%s: nobody goes on alone with an account that others sign for, and with one of their own they do", (_, mode) => {
    expect(offered({ mode })).toEqual(["needs-signatures", undefined]);
  });

  test("T4: a new request is offered it, which the others are asked about", () => {
    expect(offered({})).toEqual([undefined, undefined]);
  });

  test("of data each holder decides alone, as before", () => {
    expect(offered({ subject: anAccountAccess(), mode: anAgain() })).toEqual([undefined, undefined]);
  });

  test("P-08: where data would flow from the first yes on, nobody is offered what others have to agree to", () => {
    const both = { ...shared, mandate: { ...taking(2), share: [{ A: 2 }] } };
    for (const subject of [anAccountAccess(), aFundsConfirmation()]) {
      const request = aConsentRequest({ subject });
      const reasons = (holds: boolean) =>
        offeredToOne(offerAccounts([both, own], subject), request, holds).map(({ unavailable }) => unavailable);
      expect(reasons(true)).toEqual([undefined, undefined]);
      expect(reasons(false)).toEqual(["needs-signatures", undefined]);
    }
  });

  test("E-05: however the account came to be offered, no renewal is granted for it", () => {
    const request = aConsentRequest({ subject: aDomesticVrp(), mode: anAgain() });
    const answer = { accountIds: ["acc-1"], seen: "f" };
    expect(allow(request, [{ account: shared }], answer, "f")).toEqual({ ok: false, error: "account-not-offered" });
    const anew = aConsentRequest({ subject: aDomesticVrp() });
    expect(allow(anew, [{ account: shared }], answer, "f")).toMatchObject({
      ok: true,
      value: { awaits: { required: 2 } },
    });
  });
});
