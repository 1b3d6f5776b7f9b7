import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aBankAccount, aConsentRequest, anAccountAccess, anOffer } from "~/domain/consent/builders";
import { linesFor, withheldFrom } from "~/domain/permissions/clusters";
import { PERMISSIONS, type Permission } from "~/domain/permissions/permission";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { enGB } from "~/i18n/en-GB/index";
import { accessOf, question, rowsOf, saidIn, stop } from "./present.harness";

describe("account access", () => {
  test("C-01: nothing is chosen, however many accounts there are", () => {
    const offered = [anOffer(), anOffer({ id: asAccountId("acc-2") })];
    for (const some of [offered, offered.slice(0, 1)]) {
      expect(rowsOf(question({ offered: some })).map((row) => row.chosen)).toEqual(some.map(() => false));
    }
  });

  test("what the customer ticked survives a mistake, and only what is still offered", () => {
    const offered = [anOffer(), anOffer({ id: asAccountId("acc-2") })];
    const view = question({ offered, problem: "account-not-offered", draft: { chosen: ["acc-2", "acc-404"] } });
    expect(rowsOf(view).map((row) => row.chosen)).toEqual([false, true]);
  });

  test("what was ticked before looking around is ticked again, and nothing else", () => {
    const offered = [anOffer(), anOffer({ id: asAccountId("acc-2") })];
    const view = question({ offered, draft: { chosen: ["acc-2"] } });
    expect(rowsOf(view).map((row) => row.chosen)).toEqual([false, true]);
  });

  test("a changed request starts anew, and says so", () => {
    const view = question({ problem: "request-changed", draft: { chosen: ["acc-1"] } });
    expect(rowsOf(view).some((row) => row.chosen)).toBe(false);
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
    expect(view.parties.app.monogram).toBe("BB");
    expect(withoutIsolates(view.parties.app.registration ?? "")).toBe("FCA number 731904");
    expect(
      question({ request: aConsentRequest({ requester: { ...aConsentRequest().requester, organisationId: "<b>" } }) })
        .parties.app.registration,
    ).toBeUndefined();
  });

  test.each([
    ["2027-03-14T00:00:00Z", "Until 14\u00a0March\u00a02027", "12 months"],
    ["2026-06-12T00:00:00Z", "Until 12\u00a0June\u00a02026", "about 3 months"],
    ["2026-03-24T00:00:00Z", "Until 24\u00a0March\u00a02026", "10 days"],
    ["2026-03-14T18:30:00Z", "Until 14\u00a0March\u00a02026 at\u00a018:30", ""],
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
    [{ from: new Date("2025-01-01T00:00:00Z") }, "Since 1\u00a0January\u00a02025"],
    [{ to: new Date("2025-06-30T00:00:00Z") }, "Everything we keep up to 30\u00a0June\u00a02025"],
    [
      { from: new Date("2025-01-01T00:00:00Z"), to: new Date("2025-12-31T00:00:00Z") },
      "From 1\u00a0January\u00a02025 to 31\u00a0December\u00a02025",
    ],
  ])("the days that the data is from: %j", (history, shown) => {
    const permissions = new Set<Permission>(["ReadAccountsBasic", "ReadTransactionsBasic", "ReadTransactionsCredits"]);
    const subject = anAccountAccess({ permissions, history });
    const clusters = accessOf(question({ request: aConsentRequest({ subject }) })).clusters;
    expect(clusters.map((cluster) => cluster.history)).toEqual([undefined, shown]);
  });

  test("of one account alone nothing is said as of many", () => {
    const one = question();
    expect(one.accounts.title).toBe("Choose the account to share");
    expect(withoutIsolates(one.accounts.hint)).toBe("Budget Beacon will only see the account if you tick it.");
    expect(one.summary).toContain("for the account you tick");
    const closed = { account: aBankAccount({ id: asAccountId("acc-2") }), unavailable: "closed" as const };
    expect(question({ offered: [anOffer(), closed] }).summary).toBe(one.summary);
    const two = question({ offered: [anOffer(), anOffer({ id: asAccountId("acc-2") })] });
    expect(two.accounts.title).toBe("Choose the accounts to share");
    expect(two.summary).toContain("for each account you tick");
  });

  test.each([
    [["ReadBeneficiariesBasic"], "This can include other people’s names."],
    [["ReadBeneficiariesDetail"], "This can include other people’s names and account numbers."],
    [
      ["ReadBeneficiariesBasic", "ReadStandingOrdersDetail"],
      "This can include other people’s names and account numbers.",
    ],
    [["ReadStandingOrdersBasic", "ReadDirectDebits"], undefined],
  ] as const)("whoever else is shown is said with what is shown of them: %j", (codes, others) => {
    const permissions = new Set<Permission>(["ReadAccountsBasic", ...codes]);
    const view = question({ request: aConsentRequest({ subject: anAccountAccess({ permissions }) }) });
    expect(accessOf(view).clusters.find(({ id }) => id === "regular-payments")?.others).toBe(others);
  });

  test("S-10: numbers are masked to the last four, and read out digit by digit", () => {
    const [row] = rowsOf(question());
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
    const [row] = rowsOf(question({ offered: [anOffer({ holders })] }));
    expect(withoutIsolates(row?.notes[0] ?? "")).toMatch(/^Also belongs to Tomasz Silva\./);
  });

  test("P-07: what cannot be shared is shown with the reason, and cannot be chosen", () => {
    const offered = [
      anOffer(),
      { account: aBankAccount({ id: asAccountId("acc-2") }), unavailable: "closed" as const },
    ];
    const view = question({ offered });
    expect(rowsOf(view).map((row) => row.id)).toEqual(["acc-1"]);
    expect(view.accounts.unavailable?.groups[0]?.rows[0]?.reason).toContain("closed");
  });

  test("N-08: the title of the document names neither account, customer nor consent", () => {
    expect(question().documentTitle).toBe("Share your account information with Budget Beacon? – Northlight Bank");
  });
});

describe("nobody can say yes", () => {
  test("P-14: to sharing that ended while its page was open; that is no request that we cannot explain", () => {
    const request = aConsentRequest({ subject: anAccountAccess({ expiresAt: new Date("2020-01-01T00:00:00Z") }) });
    expect(stop({ request, problem: "request-closed" }).is).toBe("withdrawn");
    expect(stop({ request }).is).toBe("not-understood");
  });

  test.each([undefined, "", "  ", "\u200B\u202E"])("C-02: to an app whose name is %j", (name) => {
    const request = aConsentRequest({ requester: { ...aConsentRequest().requester, name } });
    expect(stop({ request })).toMatchObject({ is: "requester-unknown", way: { by: "refusing" } });
  });

  test("S-08: without an account to share; the way out tells the app", () => {
    expect(stop({ offered: [] })).toMatchObject({
      is: "no-account",
      way: { by: "refusing" },
    });
    const closed = stop({ offered: [{ ...anOffer(), unavailable: "closed" }] });
    expect(closed.accounts?.groups[0]?.rows[0]?.reason).toBe("This account is closed.");
  });

  test.each([
    ["2026-03-14T09:59:59Z", "expired"],
    ["2026-03-14T10:05:00Z", "withdrawn"],
  ])("to a request that is closed and had until %s: %s", (answerBy, is) => {
    expect(stop({ request: aConsentRequest({ open: false, answerBy: new Date(answerBy) }) }).is).toBe(is);
  });
});
