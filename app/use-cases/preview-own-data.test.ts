import { beforeEach, describe, expect, test } from "vitest";
import { createInMemoryBank } from "~/adapters/bank/in-memory.server";
import { aBankAccount, aConsentRequest, aDomesticPayment, anAccountAccess } from "~/domain/consent/builders";
import type { Draft } from "~/domain/consent/draft";
import { offerAccounts } from "~/domain/consent/offered-account";
import type { AccountAccess } from "~/domain/consent-kinds/account-access";
import { NO_EXAMPLE } from "~/domain/preview/example";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import type { Visit } from "~/ports/consent-desk";
import { previewOwnData } from "./preview-own-data";

const closed = aBankAccount({ id: asAccountId("acc-closed"), open: false });
const first = aBankAccount({ id: asAccountId("acc-first") });
const second = aBankAccount({ id: asAccountId("acc-second") });
const foreign = aBankAccount({
  id: asAccountId("acc-foreign"),
  holders: [{ customer: asCustomerId("cus-2"), name: "Somebody Else" }],
});
const transaction = {
  bookedAt: new Date("2026-03-10T12:00:00Z"),
  direction: "out",
  amount: { minor: 1_250n, currency: "GBP" },
  party: "Harbour Books",
} as const;

const request = aConsentRequest({
  subject: anAccountAccess({
    permissions: new Set(["ReadAccountsBasic", "ReadBalances", "ReadTransactionsBasic", "ReadTransactionsDebits"]),
  }),
});
const visit = { customer: request.customer, correlationId: "c-1" } as Visit;

let bank: ReturnType<typeof createInMemoryBank>;
let asked: { account: string; access: AccountAccess }[];
let why: string[];

beforeEach(() => {
  bank = createInMemoryBank([closed, first, second, foreign]);
  bank.examples = { [second.id]: { ...NO_EXAMPLE, transactions: [transaction] } };
  asked = [];
  why = [];
});

/** What is shown after these were ticked and this was asked for. */
const preview = (draft: Draft | undefined, over: Partial<typeof request> = {}) => {
  const exampleOf: typeof bank.exampleOf = (customer, account, access, context) => {
    asked.push({ account, access });
    return bank.exampleOf(customer, account, access, context);
  };
  const all = { ...request, ...over };
  // As they come of `viewConsentRequest`: the bank leaves out what is somebody else's.
  const offered = offerAccounts([closed, first, second], all.subject);
  const question = { request: all, offered, payloadHash: "p", ...(draft && { draft }) };
  return previewOwnData({ bank: { exampleOf }, noExample: (reason) => why.push(reason) })(visit, question);
};

describe("P-05: an example of one's own data", () => {
  test("is loaded for whoever asks, and for nobody else", async () => {
    expect(await preview(undefined)).toBeUndefined();
    expect(await preview({ chosen: ["acc-first"] })).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test("P-21: is for nobody after one factor alone", async () => {
    const authentication = { acr: "urn:openbanking:psd2:ca", amr: ["pwd"] };
    expect(await preview({ chosen: [], example: "transactions" }, { authentication })).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test("is of the first account that is ticked, and shows no more than is asked for", async () => {
    const shown = await preview({ chosen: ["acc-second"], example: "transactions" });
    expect(shown?.account.id).toBe("acc-second");
    const { party: _, ...basic } = transaction;
    expect(shown?.example?.transactions).toEqual([basic]);
  });

  test("with nothing ticked it is of the first account that can be", async () => {
    expect((await preview({ chosen: [], example: "transactions" }))?.account.id).toBe("acc-first");
  });

  test.each([
    [undefined, "acc-first"],
    ["personal", "acc-first"],
    ["business", "acc-shop"],
  ] as const)("P-09: to whoever acts as %s it is of %s", async (profile, id) => {
    const shop = aBankAccount({ id: asAccountId("acc-shop"), profile: "business" });
    bank.accounts = [first, shop];
    const draft = { chosen: [], example: "account-details", ...(profile && { profile }) } as const;
    const offered = offerAccounts([first, shop], request.subject);
    const shown = await previewOwnData({ bank, noExample: () => {} })(visit, {
      request,
      offered,
      payloadHash: "p",
      draft,
    });
    expect(shown?.account.id).toBe(id);
  });

  test.each(["acc-foreign", "acc-closed", "acc-nobody's"])("%s is never asked about", async (id) => {
    const shown = await preview({ chosen: [id], example: "transactions" });
    expect(shown?.account.id).toBe("acc-first");
    expect(asked.map(({ account }) => account)).toEqual(["acc-first"]);
  });

  test("the bank is asked for the permissions of that group alone", async () => {
    await preview({ chosen: [], example: "transactions" });
    expect(asked[0]?.access.permissions).toEqual(new Set(["ReadTransactionsBasic", "ReadTransactionsDebits"]));
  });

  test("of a group that is not asked for, and of a payment, there is none", async () => {
    expect(await preview({ chosen: [], example: "contact-and-party" })).toBeUndefined();
    expect(await preview({ chosen: [], example: "transactions" }, { subject: aDomesticPayment() })).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test("what is known of the account already costs no question", async () => {
    const shown = await preview({ chosen: [], example: "account-details" });
    expect(shown).toMatchObject({ account: { id: "acc-first" }, example: NO_EXAMPLE });
    expect(asked).toEqual([]);
  });

  test("a bank that is down leaves the page without one, and says why without saying of what", async () => {
    bank.down = true;
    const shown = await preview({ chosen: [], example: "transactions" });
    expect(shown).toMatchObject({ cluster: "transactions", account: { id: "acc-first" } });
    expect(shown).not.toHaveProperty("example");
    expect(why).toEqual(["told to be down"]);
  });

  test("the bank refuses an account of somebody else", async () => {
    const access = request.subject as AccountAccess;
    const stolen = bank.exampleOf(visit.customer, foreign.id, access, { correlationId: "c-1" });
    await expect(stolen).rejects.toThrow("not an account of this customer");
  });
});
