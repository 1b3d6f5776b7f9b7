import { describe, expect, test } from "vitest";
import { aBankAccount, aConsentRequest, anAccountAccess, anAgain } from "~/domain/consent/builders";
import { offeredAgain } from "~/domain/consent/mode";
import { offerAccounts } from "~/domain/consent/offered-account";
import { aDomesticVrp, aFundsConfirmation } from "~/domain/consent-kinds/builders";
import type { ConsentSubject } from "~/domain/consent-kinds/index";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import { offeredToOne } from "~/domain/signers/signed-again";
import { CATALOGUES } from "~/i18n/catalogues";
import { presentConsent } from "./present";

/** P-08, P-10, P-28: whoever is asked to go on is asked alone, which is not enough where others have to agree. */

const signers = ["cus-1", "cus-2"].map((id) => ({ customer: asCustomerId(id), name: id, group: "A" }));
const mandate = { signers, pay: [{ anyOf: [{ A: 2 }] }], share: [{ A: 2 }], vulnerable: [] };
const shared = aBankAccount({ id: asAccountId("acc-1"), nickname: "House", mandate });
const own = aBankAccount({
  id: asAccountId("acc-2"),
  nickname: "Mine",
  number: { scheme: "sort-code-account-number", identification: "20405033445566" },
});
const REASON = "More than one person has to sign for this account, so it takes a new request in the app.";

function renewal(subject: ConsentSubject, ...accounts: readonly (typeof shared)[]) {
  const request = aConsentRequest({ subject, mode: anAgain({ accounts: [shared.id] }) });
  const offered = offeredAgain(offeredToOne(offerAccounts(accounts, subject), request, true), request.mode);
  const question = { request, offered, bank: { name: "Northlight Bank", phone: "0800" }, now: new Date(0) };
  return presentConsent(question, CATALOGUES["en-GB"]);
}

const KINDS: readonly (readonly [string, ConsentSubject])[] = [
  ["data", anAccountAccess()],
  ["payments within limits", aDomesticVrp()],
];

describe.each(KINDS)("%s", (_, subject) => {
  test("with no other account it is not asked for: the page says why, and that the earlier yes stays", () => {
    const page = renewal(subject, shared);
    expect(page.state).toBe("stopped");
    expect(JSON.stringify(page)).toContain(REASON);
    expect(JSON.stringify(page)).toContain("What you allowed before stays as it was.");
  });

  test("with another one only that can be chosen, and beside the one stands why it cannot", () => {
    const page = renewal(subject, shared, own);
    if (page.state !== "question") throw new Error(page.state);
    expect(page.accounts.groups.flatMap(({ rows }) => rows).map(({ id }) => id)).toEqual(["acc-2"]);
    expect(JSON.stringify(page)).toContain(`${REASON} Or choose another account.`);
  });
});

test("answers on funds, of the one account that the app named: the page says why", () => {
  const page = renewal(aFundsConfirmation({ debtor: { ...shared.number, name: "Ada" } }), shared, own);
  expect(page.state).toBe("stopped");
  expect(JSON.stringify(page)).toContain(REASON);
});
