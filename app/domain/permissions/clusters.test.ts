import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linesFor, withheldFrom } from "./clusters";
import { PERMISSIONS, type Permission } from "./permission";

/** Every combination that the standard allows: some accounts permission, and transactions with a direction. */
const validPermissions = fc
  .subarray([...PERMISSIONS])
  .map((codes) => new Set<Permission>(codes))
  .filter(isValid);

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

  test("P-04: nothing is both shown and withheld", () => {
    const contradictions: Record<string, readonly Permission[]> = {
      balances: ["ReadBalances"],
      "card-number": ["ReadPAN"],
      "account-numbers": ["ReadAccountsDetail"],
      counterparties: ["ReadTransactionsDetail"],
      "money-in": ["ReadTransactionsCredits"],
      "money-out": ["ReadTransactionsDebits"],
      "party-self": ["ReadPartyPSU"],
      "payee-accounts": ["ReadBeneficiariesDetail"],
    };
    fc.assert(
      fc.property(validPermissions, (permissions) => {
        for (const id of withheldFrom(permissions)) {
          for (const code of contradictions[id] ?? []) expect(permissions.has(code)).toBe(false);
        }
      }),
    );
  });

  test("with every permission nothing is withheld", () => {
    expect(withheldFrom(new Set(PERMISSIONS))).toEqual([]);
  });
});
