import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LineId, linesFor, type WithheldId, withheldFrom } from "./clusters";
import { PERMISSIONS, type Permission } from "./permission";

/** Every combination that the standard allows: some accounts permission, and transactions with a direction. */
const validPermissions = fc
  .subarray([...PERMISSIONS])
  .map((codes) => new Set<Permission>(codes))
  .filter(isValid);

/** What each code lets a TPP read (Read/Write API v4.0, "Permissions"), in pieces that a customer could name. */
const READ: Record<Permission, readonly string[]> = {
  ReadAccountsBasic: ["kind"],
  ReadAccountsDetail: ["kind", "own number", "name on account"],
  ReadBalances: ["balance"],
  ReadPAN: ["card number"],
  ReadBeneficiariesBasic: ["saved payees"],
  ReadBeneficiariesDetail: ["saved payees", "payee numbers"],
  ReadStandingOrdersBasic: ["standing orders"],
  ReadStandingOrdersDetail: ["standing orders", "standing order payees", "payee numbers", "counterparties"],
  ReadDirectDebits: ["direct debits", "counterparties"],
  ReadScheduledPaymentsBasic: ["scheduled"],
  ReadScheduledPaymentsDetail: ["scheduled", "scheduled payees", "payee numbers", "counterparties"],
  ReadTransactionsBasic: [],
  ReadTransactionsDetail: ["tx detail", "counterparties", "payee numbers", "balance"],
  ReadTransactionsCredits: ["tx in"],
  ReadTransactionsDebits: ["tx out"],
  ReadStatementsBasic: ["statement dates"],
  ReadStatementsDetail: [
    "statement dates",
    "statement letter",
    "own number",
    "balance",
    "tx in",
    "tx out",
    "counterparties",
    "payee numbers",
    "holders' contacts",
    "own contacts",
  ],
  ReadProducts: ["product"],
  ReadOffers: ["offers"],
  ReadParty: ["holders' contacts", "own contacts"],
  ReadPartyPSU: ["own contacts"],
};

const given = (permissions: ReadonlySet<Permission>) => new Set([...permissions].flatMap((code) => READ[code]));

const DETAIL = READ.ReadTransactionsDetail;

/** What each line of the page says, in the same pieces; held against the sentences in `i18n/en-GB/permissions.ts`. */
const PROMISED: Record<LineId, readonly string[]> = {
  "accounts-basic": READ.ReadAccountsBasic,
  "accounts-detail": READ.ReadAccountsDetail,
  balances: READ.ReadBalances,
  "card-number": READ.ReadPAN,
  "beneficiaries-basic": READ.ReadBeneficiariesBasic,
  "beneficiaries-detail": READ.ReadBeneficiariesDetail,
  "standing-orders-basic": READ.ReadStandingOrdersBasic,
  "standing-orders-detail": READ.ReadStandingOrdersDetail,
  "direct-debits": READ.ReadDirectDebits,
  "scheduled-payments-basic": READ.ReadScheduledPaymentsBasic,
  "scheduled-payments-detail": READ.ReadScheduledPaymentsDetail,
  "transactions-basic-in": ["tx in"],
  "transactions-basic-out": ["tx out"],
  "transactions-basic-both": ["tx in", "tx out"],
  "transactions-detail-in": ["tx in", ...DETAIL],
  "transactions-detail-out": ["tx out", ...DETAIL],
  "transactions-detail-both": ["tx in", "tx out", ...DETAIL],
  "statements-basic": READ.ReadStatementsBasic,
  "statements-detail": READ.ReadStatementsDetail,
  products: READ.ReadProducts,
  offers: READ.ReadOffers,
  "party-holders": READ.ReadParty,
  "party-self": READ.ReadPartyPSU,
};

/** What "they cannot see …" denies. */
const MEANT: Record<WithheldId, readonly string[]> = {
  "account-numbers": ["own number"],
  balances: ["balance"],
  "card-number": ["card number"],
  "saved-payees": ["saved payees"],
  "payee-accounts": ["payee numbers"],
  "standing-orders": ["standing orders"],
  "direct-debits": ["direct debits"],
  "scheduled-payments": ["scheduled"],
  transactions: ["tx in", "tx out", "tx detail"],
  counterparties: ["counterparties"],
  "money-in": ["tx in"],
  "money-out": ["tx out"],
  statements: ["statement dates"],
  products: ["product"],
  offers: ["offers"],
  "party-holders": ["holders' contacts"],
  "party-self": ["own contacts"],
};

/** Said only beside transactions, or beside saved payees, because without them it goes without saying. */
const PARTS: readonly WithheldId[] = ["counterparties", "money-in", "money-out"];
const ALWAYS_TOLD = (Object.keys(MEANT) as WithheldId[]).filter((id) => ![...PARTS, "payee-accounts"].includes(id));

function isValid(codes: ReadonlySet<Permission>): boolean {
  const any = (...some: Permission[]) => some.some((code) => codes.has(code));
  const depth = any("ReadTransactionsBasic", "ReadTransactionsDetail");
  const direction = any("ReadTransactionsCredits", "ReadTransactionsDebits");
  return any("ReadAccountsBasic", "ReadAccountsDetail") && depth === direction;
}

describe("what the customer is shown", () => {
  test("C-06: the lines stand for exactly the permissions asked for", () => {
    fc.assert(
      fc.property(validPermissions, (permissions) => {
        const covered = linesFor(permissions).flatMap((line) => line.covers);
        expect(new Set(covered)).toEqual(permissions);
        expect(covered).toHaveLength(permissions.size);
      }),
    );
  });

  test("U-06: with Basic and Detail both asked for, only Detail is shown", () => {
    const lines = linesFor(new Set<Permission>(["ReadAccountsBasic", "ReadAccountsDetail"]));
    expect(lines.map((line) => line.id)).toEqual(["accounts-detail"]);
  });

  test.each([
    [["ReadTransactionsCredits"], "transactions-basic-in"],
    [["ReadTransactionsDebits"], "transactions-basic-out"],
    [["ReadTransactionsCredits", "ReadTransactionsDebits"], "transactions-basic-both"],
  ] as const)("%s says which way the money goes", (directions, expected) => {
    const lines = linesFor(new Set<Permission>(["ReadAccountsBasic", "ReadTransactionsBasic", ...directions]));
    expect(lines.map((line) => line.id)).toContain(expected);
  });

  test("C-06: no line promises more than the codes that it stands for, and together they promise all of it", () => {
    fc.assert(
      fc.property(validPermissions, (permissions) => {
        const promised = linesFor(permissions).flatMap(({ id }) => PROMISED[id]);
        expect([...new Set(promised)].sort()).toEqual([...given(permissions)].sort());
      }),
      { numRuns: 2_000 },
    );
  });

  test("P-04: nothing is both shown and withheld, and what is not withheld is seen", () => {
    fc.assert(
      fc.property(validPermissions, (permissions) => {
        const seen = given(permissions);
        const withheld = withheldFrom(permissions);
        for (const id of withheld) for (const data of MEANT[id]) expect([id, seen.has(data)]).toEqual([id, false]);
        for (const id of ALWAYS_TOLD) {
          expect([id, withheld.includes(id)]).toEqual([id, !MEANT[id].some((data) => seen.has(data))]);
        }
        // Of transactions that are seen, the part that is not.
        const part = (id: WithheldId) => withheld.includes(id) || MEANT[id].some((data) => seen.has(data));
        if (seen.has("tx in") || seen.has("tx out")) expect(PARTS.filter((id) => !part(id))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("with every permission nothing is withheld", () => {
    expect(withheldFrom(new Set(PERMISSIONS))).toEqual([]);
  });
});
