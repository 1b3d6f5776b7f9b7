import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aBankAccount, aConsentRequest, aDomesticPayment, anAccountAccess, anOffer } from "~/domain/consent/builders";
import type { BankAccount } from "~/domain/consent/offered-account";
import { offerAccounts } from "~/domain/consent/offered-account";
import type { DomesticPayment } from "~/domain/consent-kinds/domestic-payment";
import { linesFor, withheldFrom } from "~/domain/permissions/clusters";
import { PERMISSIONS, type Permission } from "~/domain/permissions/permission";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import { enGB } from "~/i18n/en-GB";
import type { AccountAccessView, DomesticPaymentView, QuestionView, StoppedView } from "~/ui/consent-page-view";
import { withoutIsolates } from "~/ui/isolated-text";
import { type ConsentPageInput, presentConsent } from "./present";

const input = (over: Partial<ConsentPageInput> = {}): ConsentPageInput => ({
  request: aConsentRequest(),
  offered: [anOffer()],
  fingerprint: "seen-this",
  bank: { name: "Northlight Bank", phone: "0800 555 0199" },
  now: new Date("2026-03-14T10:00:00Z"),
  correlationId: "019a9e5c-7c1e-7d3a-9b1f-2f0c4a8be1d7",
  ...over,
});

function question(over: Partial<ConsentPageInput> = {}): QuestionView {
  const view = presentConsent(input(over), enGB);
  if (view.state !== "question") throw new Error(`stopped: ${view.stop.is}`);
  return view;
}

function stop(over: Partial<ConsentPageInput>): StoppedView["stop"] {
  const view = presentConsent(input(over), enGB);
  if (view.state !== "stopped") throw new Error("a question");
  return view.stop;
}

const accessOf = (view: QuestionView) => view.subject as AccountAccessView;
const paymentOf = (view: QuestionView) => view.subject as DomesticPaymentView;
const saidIn = (view: unknown) => withoutIsolates(JSON.stringify(view));

const paying = (payment: DomesticPayment, accounts: readonly BankAccount[], over: Partial<ConsentPageInput> = {}) => ({
  request: aConsentRequest({ subject: payment }),
  offered: offerAccounts(accounts, payment),
  ...over,
});

const numbered = (id: string, identification: string, over: Partial<BankAccount> = {}) =>
  aBankAccount({ id: asAccountId(id), number: { scheme: "sort-code-account-number", identification }, ...over });

describe("account access", () => {
  test("C-01: nothing is chosen, however many accounts there are", () => {
    const offered = [anOffer(), anOffer({ id: asAccountId("acc-2") })];
    for (const some of [offered, offered.slice(0, 1)]) {
      expect(question({ offered: some }).accounts.rows.map((row) => row.chosen)).toEqual(some.map(() => false));
    }
  });

  test("what the customer ticked survives a mistake, and only what is still offered", () => {
    const offered = [anOffer(), anOffer({ id: asAccountId("acc-2") })];
    const view = question({ offered, problem: "account-not-offered", chosen: ["acc-2", "acc-404"] });
    expect(view.accounts.rows.map((row) => row.chosen)).toEqual([false, true]);
  });

  test.each([["acc-1"], ["acc-2"]])("what was sent without a mistake ticks nothing: %s", (id) => {
    expect(question({ chosen: [id] }).accounts.rows.some((row) => row.chosen)).toBe(false);
  });

  test("a changed request starts anew, and says so", () => {
    const view = question({ problem: "request-changed", chosen: ["acc-1"] });
    expect(view.accounts.rows.some((row) => row.chosen)).toBe(false);
    expect(view.accounts.error).toBeUndefined();
    expect(withoutIsolates(view.problem?.message ?? "")).toBe(
      "Budget Beacon changed what it asks for. Read it again, then choose.",
    );
    expect(view.documentTitle).toMatch(/^Error: /);
  });

  test("C-06: the lines on the page are exactly the permissions, and what is withheld is exactly the rest", () => {
    fc.assert(
      fc.property(fc.subarray([...PERMISSIONS], { minLength: 1 }), (codes) => {
        const permissions = new Set<Permission>(codes);
        const view = accessOf(question({ request: aConsentRequest({ subject: anAccountAccess({ permissions }) }) }));
        const lines = view.clusters.flatMap((cluster) => cluster.lines);
        expect(lines.map(({ id }) => id)).toEqual(linesFor(permissions).map(({ id }) => id));
        expect(lines.map(({ text }) => text)).toEqual(linesFor(permissions).map(({ id }) => enGB.lines[id].full));
        const withheld = view.cannot.items.map(({ id }) => id).filter((id) => id !== "always");
        expect(withheld).toEqual(withheldFrom(permissions));
      }),
    );
  });

  test("the one-line summary of a cluster names each of its lines and nothing else", () => {
    const permissions = new Set<Permission>(["ReadAccountsBasic", "ReadBalances"]);
    const [details] = accessOf(
      question({ request: aConsentRequest({ subject: anAccountAccess({ permissions }) }) }),
    ).clusters;
    expect(details?.summary).toBe("Account type and currency, balance");
    expect(details?.open).toBe(false);
  });

  test.each([
    ["ReadAccountsDetail", "account-details"],
    ["ReadPAN", "account-details"],
    ["ReadParty", "contact-and-party"],
    ["ReadPartyPSU", "contact-and-party"],
  ] as const)("%s says who somebody is, so its cluster starts open", (code, cluster) => {
    const permissions = new Set<Permission>(["ReadAccountsBasic", code]);
    const view = accessOf(question({ request: aConsentRequest({ subject: anAccountAccess({ permissions }) }) }));
    expect(view.clusters.find(({ id }) => id === cluster)?.open).toBe(true);
  });

  test("C-04: the purpose is the app's own, and none is made up", () => {
    const { requester } = aConsentRequest();
    const { purpose: _, ...silent } = requester;
    expect(accessOf(question()).why).toMatchObject({ caption: expect.stringContaining("own words") });
    const why = accessOf(question({ request: aConsentRequest({ requester: silent }) })).why;
    expect(why.caption).toBeUndefined();
    expect(withoutIsolates(why.text)).toBe("Budget Beacon has not told us why.");
  });

  test("who is asking: the brand, its number in the register, and no word of a secret", () => {
    const view = question();
    expect(view.parties.app).toMatchObject({ monogram: "BB", registration: "FCA number 731904" });
    expect(
      question({ request: aConsentRequest({ requester: { ...aConsentRequest().requester, organisationId: "<b>" } }) })
        .parties.app.registration,
    ).toBeUndefined();
  });

  test.each([
    ["2027-03-14T00:00:00Z", "Until 14 March 2027", "12 months"],
    ["2026-06-12T00:00:00Z", "Until 12 June 2026", "about 3 months"],
    ["2026-03-24T00:00:00Z", "Until 24 March 2026", "10 days"],
    ["2026-03-14T18:30:00Z", "Until 14 March 2026 at 18:30", ""],
  ])("E-01: %s reads %s, %s", (expiresAt, until, note) => {
    const view = question({
      request: aConsentRequest({ subject: anAccountAccess({ expiresAt: new Date(expiresAt) }) }),
    });
    expect(accessOf(view).howLong).toMatchObject({ until, note });
    expect(view.summary).toContain(until.slice("Until ".length));
  });

  test("E-02: without an end nothing is filled in", () => {
    const subject = {
      kind: "account-access" as const,
      permissions: new Set<Permission>(["ReadBalances"]),
      history: {},
    };
    const view = question({ request: aConsentRequest({ subject }) });
    expect(accessOf(view).howLong.until).toBe("Until you stop it");
    expect(view.summary).toContain("until you stop it");
  });

  test.each([
    [{}, "As far back as we keep them"],
    [{ from: new Date("2025-01-01T00:00:00Z") }, "From 1 January 2025 on"],
    [{ to: new Date("2025-06-30T00:00:00Z") }, "Everything we keep up to 30 June 2025"],
    [
      { from: new Date("2025-01-01T00:00:00Z"), to: new Date("2025-12-31T00:00:00Z") },
      "From 1 January 2025 to 31 December 2025",
    ],
  ])("the days that the data is from: %j", (history, shown) => {
    const permissions = new Set<Permission>(["ReadAccountsBasic", "ReadTransactionsBasic", "ReadTransactionsCredits"]);
    const subject = anAccountAccess({ permissions, history });
    const clusters = accessOf(question({ request: aConsentRequest({ subject }) })).clusters;
    expect(clusters.map((cluster) => cluster.history)).toEqual([undefined, shown]);
  });

  test("S-10: numbers are masked to the last four, and read out digit by digit", () => {
    const [row] = question().accounts.rows;
    expect(row).toMatchObject({ number: "••••3301", spokenNumber: "ending 3 3 0 1" });
    expect(saidIn(question())).not.toContain("11223301");
  });

  test("balances are not shown where nothing is paid (P-21)", () => {
    expect(saidIn(question())).not.toContain("1,234.56");
  });

  test("an account that somebody else holds too says so", () => {
    const holders = [
      { customer: asCustomerId("cus-1"), name: "Maria Silva" },
      { customer: asCustomerId("cus-2"), name: "Tomasz Silva" },
    ];
    const [row] = question({ offered: [anOffer({ holders })] }).accounts.rows;
    expect(withoutIsolates(row?.notes[0] ?? "")).toMatch(/^Also belongs to Tomasz Silva\./);
  });

  test("P-07: what cannot be shared is shown with the reason, and cannot be chosen", () => {
    const offered = [
      anOffer(),
      { account: aBankAccount({ id: asAccountId("acc-2") }), unavailable: "closed" as const },
    ];
    const view = question({ offered });
    expect(view.accounts.rows.map((row) => row.id)).toEqual(["acc-1"]);
    expect(view.accounts.unavailable?.rows[0]?.reason).toContain("closed");
  });

  test("N-08: the title of the document names neither account, customer nor consent", () => {
    expect(question().documentTitle).toBe("Share your account information with Budget Beacon? – Northlight Bank");
  });
});

describe("nobody can say yes", () => {
  test.each([undefined, "", "  ", "\u200B\u202E"])("C-02: to an app whose name is %j", (name) => {
    const request = aConsentRequest({ requester: { ...aConsentRequest().requester, name } });
    expect(stop({ request })).toMatchObject({ is: "requester-unknown", way: { by: "refusing" } });
  });

  test("S-08: without an account to share; the way out tells the app", () => {
    expect(stop({ offered: [] })).toMatchObject({ is: "no-account", way: { by: "refusing" } });
    const closed = stop({ offered: [{ ...anOffer(), unavailable: "closed" }] });
    expect(closed.accounts?.rows[0]?.reason).toBe("This account is closed.");
  });

  test.each([
    ["2026-03-14T09:59:59Z", "expired"],
    ["2026-03-14T10:05:00Z", "withdrawn"],
  ])("to a request that is closed and had until %s: %s", (answerBy, is) => {
    expect(stop({ request: aConsentRequest({ open: false, answerBy: new Date(answerBy) }) }).is).toBe(is);
  });
});

describe("domestic payment", () => {
  const mine = numbered("acc-1", "20405022334401", { nickname: "Main account" });
  const bills = numbered("acc-2", "20405022334402", { nickname: "Bills", balance: { minor: 1250n, currency: "GBP" } });

  test("C-03: the payee is shown as the payee, in full, and never among the accounts that pay", () => {
    const view = question(paying(aDomesticPayment(), [mine, bills]));
    const facts = paymentOf(view).facts.map(({ id, label, value }) => [id, label, withoutIsolates(value)]);
    expect(facts).toEqual([
      ["payee", "To", "Harbour Books Ltd"],
      ["payee-account", "Sort code", "20-40-50"],
      ["payee-account", "Account number", "12345678"],
      ["reference", "Reference", "Order 7781"],
      ["amount", "Amount", "£42.50"],
      ["when", "When", "Once, as soon as you agree"],
    ]);
    expect(saidIn(view.accounts)).not.toMatch(/Harbour|5678/);
    expect(saidIn(view.subject)).not.toMatch(/Main account|Bills|4401|4402/);
  });

  test("C-03: the account named by the app is shown as the account that pays, and never as the payee", () => {
    const payment = aDomesticPayment({ debtor: mine.number });
    const view = question(paying(payment, [mine, bills]));
    expect(view.accounts).toMatchObject({
      choice: "locked",
      rows: [{ id: "acc-1", number: "••••4401", chosen: false }],
    });
    expect(view.accounts.unavailable).toBeUndefined();
    expect(saidIn(view.subject)).not.toMatch(/4401|Main account/);
    expect(withoutIsolates(view.summary)).toContain("from Main account to Harbour Books Ltd");
  });

  test("C-03: without a named account the customer chooses one", () => {
    const view = question(paying(aDomesticPayment(), [mine, bills]));
    expect(view.accounts).toMatchObject({ choice: "one", rows: [{ id: "acc-1" }, { id: "acc-2" }] });
  });

  test("a named account of somebody else stops the page, and is shown masked", () => {
    const foreign = { scheme: "sort-code-account-number" as const, identification: "20405099999999" };
    const page = stop(paying(aDomesticPayment({ debtor: foreign }), [mine]));
    expect(page).toMatchObject({ is: "named-account-not-yours", way: { by: "refusing" } });
    expect(saidIn(page)).toContain("••••9999");
    expect(saidIn(page)).not.toContain("99999999");
  });

  test("a named account that cannot pay stops the page, with the reason", () => {
    const savings = { ...mine, canPay: false };
    const page = stop(paying(aDomesticPayment({ debtor: mine.number }), [savings, bills]));
    expect(page.is).toBe("named-account-unavailable");
    expect(saidIn(page)).toContain("can’t pay other people from this account");
  });

  test("amount, payee and reference stand apart, in the title and on the button too", () => {
    const view = question(paying(aDomesticPayment({ reference: "£1.00 to Somebody" }), [mine]));
    const { verb, amount, to } = paymentOf(view).question;
    expect([verb, amount, withoutIsolates(to)]).toEqual(["Pay", "£42.50", "to Harbour Books Ltd?"]);
    expect(view.allow).toBe("Pay £42.50");
    expect(withoutIsolates(view.summary)).toContain("can send £42.50 from the account you choose to Harbour Books Ltd");
    expect(view.summary).not.toContain("£1.00");
  });

  test("the customer's own charge is added up, another's is not", () => {
    const charge = (bearer: "you" | "payee" | "shared", minor: bigint) => ({
      bearer,
      amount: { minor, currency: "GBP" },
    });
    const totalWith = (...charges: ReturnType<typeof charge>[]) =>
      paymentOf(question(paying(aDomesticPayment({ charges }), [mine]))).facts.find(({ id }) => id === "total")?.value;
    expect(totalWith(charge("you", 35n), charge("payee", 99n))).toBe("£42.85");
    expect(totalWith(charge("payee", 99n))).toBeUndefined();
    expect(totalWith(charge("you", 35n), charge("shared", 99n))).toBeUndefined();
  });

  test("S-11: the balance stands at each account, and says when it is less than the payment", () => {
    const overdrawn = numbered("acc-3", "20405022334403", { balance: { minor: -2000n, currency: "GBP" } });
    const rows = question(paying(aDomesticPayment(), [mine, bills, overdrawn])).accounts.rows;
    expect(rows.map((row) => row.balance)).toEqual(["Balance £1,234.56", "Balance £12.50", "Overdrawn by £20.00"]);
    expect(rows.map((row) => row.notes.length)).toEqual([0, 1, 1]);
  });

  test.each([
    ["choose-an-account", "Choose the account to pay from."],
    ["choose-one-account", "Choose only one account. A payment leaves from one account."],
    ["account-not-offered", "One of the accounts can’t be used. Choose again from the list."],
  ] as const)("%s is said at the accounts and linked from the top", (problem, message) => {
    const view = question(paying(aDomesticPayment(), [mine], { problem }));
    expect(view.accounts.error).toBe(message);
    expect(view.problem).toMatchObject({ message, href: "#account-1" });
  });

  test("a payee without a visible name is no payee", () => {
    const payment = aDomesticPayment({ payee: { ...aDomesticPayment().payee, name: "\u2800" } });
    expect(stop(paying(payment, [mine])).is).toBe("not-understood");
  });
});
