import type { Database } from "../../database.ts";
import type { Account, Mandate } from "../../personas.ts";
import { type Minor, parseAmount } from "./money.ts";

/** An account's mandate without those who sign no more; undefined where any owner may pay alone. */
export type MandateOf = (account: Account) => Promise<Mandate | undefined>;

export const createMandates =
  (sql: Database): MandateOf =>
  async ({ id, mandate }) => {
    if (!mandate) return undefined;
    const rows = await sql<{ customer: string }[]>`select customer from former_signer where account_id = ${id}`;
    const former = new Set(rows.map(({ customer }) => customer));
    return { ...mandate, signers: mandate.signers.filter(({ customer }) => !former.has(customer)) };
  };

/**
 * How many signatures the bank wants for payments of these amounts, with that of `customer` among them. An amount in
 * another currency than the account's wants what the largest one wants.
 *
 * @returns undefined where they may not sign, or there are not enough who may.
 */
export function signaturesRequired(
  { signers, pay }: Mandate,
  amounts: readonly { readonly amount: Minor; readonly isOwnCurrency: boolean }[],
  customer: string,
): number | undefined {
  const within = (upTo: string | undefined) =>
    upTo === undefined || amounts.every((each) => each.isOwnCurrency && each.amount <= (parseAmount(upTo) ?? 0));
  const own = signers.find((signer) => signer.customer === customer)?.group;
  if (own === undefined) return undefined;
  const sizes = pay
    .find(({ upTo }) => within(upTo))
    ?.anyOf.filter((way) => Object.entries(way).every(([group, count]) => sizeOf(signers, group) >= count))
    // Of a way without their group, theirs is one more than it needs.
    .map((way) => Object.values(way).reduce((sum, count) => sum + count, 0) + (way[own] ? 0 : 1));
  return sizes && sizes.length > 0 ? Math.min(...sizes) : undefined;
}

const sizeOf = (signers: Mandate["signers"], group: string) => signers.filter((each) => each.group === group).length;
