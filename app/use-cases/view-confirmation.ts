import type { Visit } from "~/ports/consent-desk";
import type { CustomerFactors, Factors } from "~/ports/factors";
import type { FactorStanding } from "./factor-standing";

interface Needs {
  readonly standing: (visit: Visit) => Promise<FactorStanding>;
  readonly factors: Pick<Factors, "of">;
}

export type Confirmation =
  | Exclude<FactorStanding, { is: "open" }>
  | (Extract<FactorStanding, { is: "open" }> & { readonly factors: CustomerFactors });

/**
 * What is to be confirmed, and by what its customer can.
 *
 * @throws AuthorityError, BankUnavailable, DeskUnavailable, FactorsUnavailable
 */
export const viewConfirmation =
  ({ standing, factors }: Needs) =>
  async (visit: Visit): Promise<Confirmation> => {
    const asking = factors.of(visit.customer, { correlationId: visit.correlationId });
    // With an answer on record nobody waits for it, and its failure must not go unheard elsewhere.
    asking.catch(() => {});
    const now = await standing(visit);
    return now.is === "open" ? { ...now, factors: (await asking) ?? { passkeys: [] } } : now;
  };
