import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missingPermissions, PERMISSIONS } from "./permissions.ts";

const sets = fc.subarray([...PERMISSIONS], { minLength: 0 });

describe("which permissions may be asked for together", () => {
  test("any set that is refused becomes right by adding, and stays right by adding more", () => {
    fc.assert(
      fc.property(sets, sets, (asked, more) => {
        const complete = [...asked, "ReadAccountsBasic", "ReadTransactionsDetail", "ReadTransactionsDebits"];
        expect(missingPermissions(complete)).toEqual([]);
        expect(missingPermissions([...complete, ...more])).toEqual([]);
      }),
    );
  });

  test("no set passes without an account, nor with half of what transactions need", () => {
    fc.assert(
      fc.property(sets, (asked) => {
        const asks = (pattern: RegExp) => asked.some((code) => pattern.test(code));
        const wrong =
          !asks(/^ReadAccounts/) ||
          asks(/^ReadTransactions(Basic|Detail)$/) !== asks(/^ReadTransactions(Credits|Debits)$/);
        expect(missingPermissions(asked).length > 0).toBe(wrong);
      }),
    );
  });

  test("order and repetition do not matter", () => {
    fc.assert(
      fc.property(sets, (asked) => {
        expect(missingPermissions([...asked, ...asked].reverse())).toEqual(missingPermissions(asked));
      }),
    );
  });
});
