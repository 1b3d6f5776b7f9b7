import { leavesSome } from "~/domain/revocation/bulk-revocation";
import { canBeLive, isOfEverything, type RevocationScope } from "~/domain/revocation/revocation-scope";
import type { CustomerId } from "~/domain/shared/ids";
import { failed, ok, type Result } from "~/domain/shared/result";
import type { AskedRevocation, BulkRevocations, FoundScope } from "~/ports/bulk-revocations";
import type { ConsentSearch } from "~/ports/consent-search";
import { understandSearch } from "./understand-search";

interface Needs {
  readonly revocations: Pick<BulkRevocations, "prepare" | "find" | "read">;
  readonly search: ConsentSearch;
  /** How many consents a list can have. */
  readonly most: number;
}

export type RevocationWish = Omit<AskedRevocation, "scope"> & { readonly scope: RevocationScope };

export type RevocationNotListed =
  /** I-03: the search leaves nobody out. */
  | "everything"
  /** The search is for what has ended, or has not begun. */
  | "not-live"
  /** Nobody and nothing is called so. */
  | "nothing"
  /** More customers or consents are called so than anybody can have meant. */
  | "too-many"
  /** The other list still runs, was never begun, or left nothing. */
  | "nothing-left";

/** How long a page waits for the list, in milliseconds. The job goes on where this leaves off. */
const PATIENCE = 1_500;

/**
 * Lists the consents that are to be ended at once, and ends none of them. Most lists are short, and there when the
 * page is.
 *
 * @returns the list's id
 * @throws DeskUnavailable
 */
export const prepareRevocation = ({ revocations, search, most }: Needs) => {
  const understand = understandSearch({ search });

  /** Whose number was only typed is not to be given a pseudonym: a list of theirs would bring them into being. */
  const isSomebody = async (customer: CustomerId) => (await search.customersBeginning(customer, 1))[0] === customer;

  async function found(scope: RevocationScope): Promise<Result<FoundScope, RevocationNotListed>> {
    const customer =
      scope.by === "search" ? scope.filter.customer : scope.by === "customer" ? scope.customer : undefined;
    if (customer !== undefined && !(await isSomebody(customer))) return failed("nothing");
    if (scope.by === "search") {
      if (isOfEverything(scope.filter)) return failed("everything");
      if (!canBeLive(scope.filter)) return failed("not-live");
      const { found, taken } = await understand(scope.filter);
      if (typeof found === "string") return failed(found);
      return ok({ ...scope, found, filter: { ...scope.filter, ...(taken && { as: taken.sense }) } });
    }
    if (scope.by === "rest") {
      const list = await revocations.read(scope.of);
      if (!list || !leavesSome(list)) return failed("nothing-left");
      const customer = list.scope.by === "customer" ? list.scope.customer : undefined;
      return ok({ ...scope, ...(customer !== undefined && { customer }) });
    }
    return ok(scope);
  }

  return async ({ scope, ...asked }: RevocationWish): Promise<Result<string, RevocationNotListed>> => {
    const meant = await found(scope);
    if (!meant.ok) return meant;
    const id = await revocations.prepare({ ...asked, scope: meant.value });
    const until = performance.now() + PATIENCE;
    while (performance.now() < until && (await revocations.find(id, most)));
    return ok(id);
  };
};
