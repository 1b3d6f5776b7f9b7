import { describe, expect, test } from "vitest";
import { aBankAccount, aConsentRequest, aDomesticPayment, anAccountAccess } from "../consent/builders";
import { allow } from "../consent/decision";
import type { BankAccount } from "../consent/offered-account";
import { aFundsConfirmation } from "../consent-kinds/builders";
import { asAccountId, asCustomerId, type CustomerId } from "../shared/ids";
import { mandateOfAll, signingOfAll } from "./accounts-signed";
import type { Mandate, SigningRule } from "./mandate";

const [ada, ben, cy] = [asCustomerId("cus-1"), asCustomerId("cus-2"), asCustomerId("cus-3")];
const people = (...all: readonly CustomerId[]) => all.map((customer) => ({ customer, name: customer, group: "A" }));
const held = (id: string, signers: Mandate["signers"], share?: readonly SigningRule[]): BankAccount =>
  aBankAccount({
    id: asAccountId(id),
    mandate: { signers, pay: [{ anyOf: [{ A: 2 }] }], vulnerable: [], ...(share && { share }) },
  });
const own = aBankAccount({ id: asAccountId("acc-own") });
const joint = held("acc-joint", people(ada, ben), [{ A: 2 }]);
const data = anAccountAccess();

describe("P-08: accounts of which several have to agree that data is shared", () => {
  test("the others are asked about theirs, and about no account of the first one's own", () => {
    const signing = signingOfAll(data, [own, joint], ada);
    expect(signing).toMatchObject({ is: "one-of-several", accountIds: ["acc-joint"], standing: { required: 2 } });
  });

  test("a mandate that is for payments alone asks nobody, not even of a holder who does not pay", () => {
    expect(signingOfAll(data, [held("acc-1", people(ada, ben))], cy)).toEqual({ is: "enough" });
    expect(signingOfAll(aFundsConfirmation(), [held("acc-1", people(ada, ben))], cy)).toEqual({ is: "enough" });
    const pays = signingOfAll(aDomesticPayment(), [held("acc-1", people(ada, ben), [{ A: 1 }])], ada);
    expect(pays).toMatchObject({ is: "one-of-several" });
    expect(signingOfAll(data, [held("acc-1", people(ada, ben), [{ A: 1 }])], ada)).toEqual({ is: "enough" });
  });

  test("whether there is enough on it is data of it: the others are asked before an app hears that", () => {
    const signing = signingOfAll(aFundsConfirmation(), [joint], ada);
    expect(signing).toMatchObject({ is: "one-of-several", accountIds: ["acc-joint"], standing: { required: 2 } });
  });

  test("whoever is none of them cannot share it, and a rule that nobody can meet is met by nobody", () => {
    expect(signingOfAll(data, [joint], cy)).toEqual({ is: "not-theirs-to-sign" });
    expect(signingOfAll(data, [held("acc-1", people(ada), [{ A: 2 }])], ada).is).toBe("not-theirs-to-sign");
    expect(signingOfAll(data, [held("acc-1", people(ada), [])], ada).is).toBe("not-theirs-to-sign");
  });

  test.each([
    ["other people", held("acc-2", people(ada, cy), [{ A: 2 }])],
    ["another rule", held("acc-2", people(ada, ben), [{ A: 2 }, { B: 1 }])],
    ["no rule", aBankAccount({ id: asAccountId("acc-2") })],
  ])("two of them with %s have no mandate in common", (_, other) => {
    expect(mandateOfAll([joint, other])).toBeUndefined();
  });

  test("D-14: different people are never asked by one request, whose page would tell them of each other", () => {
    const other = held("acc-2", people(ada, cy), [{ A: 2 }]);
    const request = aConsentRequest({ subject: data, customer: ada });
    const answer = (...accounts: readonly BankAccount[]) =>
      allow(
        request,
        accounts.map((account) => ({ account })),
        { accountIds: accounts.map(({ id }) => id), seen: "f" },
        "f",
      );
    expect(answer(joint, other, own)).toEqual({ ok: false, error: "choose-accounts-of-the-same-people" });
    const alike = held("acc-2", people(ben, ada), [{ A: 2 }]);
    expect(answer(joint, alike, own)).toMatchObject({
      ok: true,
      value: {
        accountIds: ["acc-joint", "acc-2", "acc-own"],
        awaits: { required: 2, asked: [ben], accountIds: ["acc-joint", "acc-2"] },
      },
    });
  });
});
