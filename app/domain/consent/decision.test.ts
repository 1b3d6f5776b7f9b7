import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PERMISSIONS } from "../permissions/permission";
import { asAccountId } from "../shared/ids";
import { aBankAccount, aConsentRequest, aDomesticPayment, anAccountAccess, anAgain, anOffer } from "./builders";
import { allow } from "./decision";
import { offerAccounts } from "./offered-account";

const one = anOffer({ id: asAccountId("acc-1") });
const two = anOffer({ id: asAccountId("acc-2") });
const closed = { ...anOffer({ id: asAccountId("acc-3"), open: false }), unavailable: "closed" as const };

describe("allowing", () => {
  test("grants exactly the chosen accounts and the scopes of the request", () => {
    const decided = allow(aConsentRequest(), [one, two], { accountIds: ["acc-2"], seen: "f" }, "f");
    expect(decided).toEqual({
      ok: true,
      value: { outcome: "allowed", accountIds: ["acc-2"], scopes: ["openid", "accounts"] },
    });
  });

  test("P-30, N-10: yes is to the whole of what is asked: whatever a browser sends makes it neither less nor more", () => {
    const codes = fc.subarray([...PERMISSIONS], { minLength: 1 });
    fc.assert(
      fc.property(codes, codes, (asked, ticked) => {
        const request = aConsentRequest({ subject: anAccountAccess({ permissions: new Set(asked) }) });
        const sent = { accountIds: ["acc-1"], seen: "f", permissions: ticked, scopes: ["payments"], subject: {} };
        expect(allow(request, [one, two], sent, "f")).toEqual({
          ok: true,
          value: { outcome: "allowed", accountIds: ["acc-1"], scopes: request.scopes },
        });
      }),
    );
  });

  test("the same account named twice is one account", () => {
    const decided = allow(aConsentRequest(), [one], { accountIds: ["acc-1", "acc-1"], seen: "f" }, "f");
    expect(decided).toMatchObject({ ok: true, value: { accountIds: ["acc-1"] } });
  });

  test.each([
    ["C-07: an id that belongs to somebody else", ["acc-1", "acc-foreign"], "account-not-offered"],
    ["an account that is closed by now", ["acc-3"], "account-not-offered"],
    ["nothing chosen", [], "choose-an-account"],
  ])("%s is refused", (_, accountIds, problem) => {
    const decided = allow(aConsentRequest(), [one, two, closed], { accountIds, seen: "f" }, "f");
    expect(decided).toEqual({ ok: false, error: problem });
  });

  test.each([
    ["fewer", ["acc-1"]],
    ["none", []],
    ["others", ["acc-4", "acc-foreign"]],
  ])("P-10, S-03: asked again, the accounts are the same, though a browser sends %s", (_, accountIds) => {
    const mode = anAgain({ accounts: [asAccountId("acc-1"), asAccountId("acc-2")] });
    const offered = [one, two, anOffer({ id: asAccountId("acc-4") })];
    const decided = allow(aConsentRequest({ mode }), offered, { accountIds, seen: "f" }, "f");
    expect(decided).toMatchObject({ ok: true, value: { accountIds: ["acc-1", "acc-2"] } });
    expect(decided).not.toHaveProperty("value.differs");
  });

  test("P-10: once one of them is gone, those that are left are chosen and not taken for granted", () => {
    const request = aConsentRequest({ mode: anAgain({ accounts: [asAccountId("acc-1"), asAccountId("acc-3")] }) });
    const decide = (...accountIds: string[]) => allow(request, [one, closed], { accountIds, seen: "f" }, "f");
    expect(decide()).toEqual({ ok: false, error: "choose-an-account" });
    expect(decide("acc-3")).toEqual({ ok: false, error: "account-not-offered" });
    expect(decide("acc-1")).toMatchObject({ ok: true, value: { accountIds: ["acc-1"], differs: "account-removed" } });
  });

  test("S-11: a payment leaves from exactly one account", () => {
    const request = aConsentRequest({ subject: aDomesticPayment() });
    const decided = allow(request, [one, two], { accountIds: ["acc-1", "acc-2"], seen: "f" }, "f");
    expect(decided).toEqual({ ok: false, error: "choose-one-account" });
  });

  test("S-02: with a named debtor nothing is chosen: the one account that is offered is meant", () => {
    const debtor = { scheme: "sort-code-account-number", identification: "20405011223301" } as const;
    const request = aConsentRequest({ subject: aDomesticPayment({ debtor }) });
    const other = { ...two, unavailable: "not-the-named-account" as const };
    const decided = allow(request, [one, other], { accountIds: ["acc-2"], seen: "f" }, "f");
    expect(decided).toMatchObject({ ok: true, value: { accountIds: ["acc-1"] } });
    expect(allow(request, [other], { accountIds: [], seen: "f" }, "f")).toEqual({
      ok: false,
      error: "choose-an-account",
    });
  });

  test("a request that changed since it was shown is refused, whatever was chosen", () => {
    const decided = allow(aConsentRequest(), [one], { accountIds: ["acc-1"], seen: "f" }, "g");
    expect(decided).toEqual({ ok: false, error: "request-changed" });
  });

  test("C-02: nobody can say yes to a TPP without a name", () => {
    const { name: _, ...nameless } = aConsentRequest().requester;
    const request = aConsentRequest({ requester: { ...nameless, name: undefined } });
    const decided = allow(request, [one], { accountIds: ["acc-1"], seen: "f" }, "f");
    expect(decided).toEqual({ ok: false, error: "requester-unknown" });
  });

  test("a request that is closed is refused before anything else is looked at", () => {
    const decided = allow(aConsentRequest({ open: false }), [], { accountIds: [], seen: "" }, "g");
    expect(decided).toEqual({ ok: false, error: "request-closed" });
  });
});

describe("offering accounts", () => {
  const sterling = aBankAccount({ id: asAccountId("acc-gbp") });
  const euro = aBankAccount({ id: asAccountId("acc-eur"), balance: { minor: 1n, currency: "EUR" } });
  const other = { scheme: "sort-code-account-number", identification: "20405099999999" } as const;

  test("S-02: with a named debtor every other account is out, however its number is written", () => {
    const debtor = { scheme: "sort-code-account-number", identification: "20-40-50 11223301" } as const;
    const offered = offerAccounts([sterling, aBankAccount({ number: other })], aDomesticPayment({ debtor }));
    expect(offered.map((offer) => offer.unavailable)).toEqual([undefined, "not-the-named-account"]);
  });

  test("a named debtor that is nobody's here leaves nothing to choose", () => {
    const offered = offerAccounts([sterling], aDomesticPayment({ debtor: other }));
    expect(offered.every((offer) => offer.unavailable === "not-the-named-account")).toBe(true);
  });

  test("a payment cannot leave from another currency or from an account that cannot pay", () => {
    const savings = aBankAccount({ canPay: false });
    const offered = offerAccounts([sterling, euro, savings], aDomesticPayment());
    expect(offered.map((offer) => offer.unavailable)).toEqual([undefined, "other-currency", "cannot-pay"]);
  });
});
