import { inProfile } from "~/domain/consent/account-profile";
import type { BankAccount } from "~/domain/consent/offered-account";
import type { AccountAccess } from "~/domain/consent-kinds/account-access";
import { isStrong } from "~/domain/factor/authentication";
import { type Cluster, linesFor } from "~/domain/permissions/clusters";
import { type Example, NO_EXAMPLE } from "~/domain/preview/example";
import { withinPermissions } from "~/domain/preview/within-permissions";
import { type Bank, BankUnavailable } from "~/ports/bank";
import type { Visit } from "~/ports/consent-desk";
import type { OpenQuestion } from "./view-consent-request";

interface Needs {
  readonly bank: Pick<Bank, "exampleOf">;
  /** Told why there is no example; never with anything of it. */
  readonly noExample: (why: string) => void;
}

/** What a customer is shown of their own, of one group of what is asked for and of one account. */
export interface Preview {
  readonly cluster: Cluster;
  readonly account: BankAccount;
  /** What is asked for, as far as this group goes. */
  readonly access: AccountAccess;
  /** Absent when the bank gave none in time. */
  readonly example?: Example;
}

/**
 * An example of the customer's own data, for whoever asked for one on the page (P-05): of the first account that they
 * ticked, else of the first that can be. Undefined when nobody asked, when there is nothing of which to show one, or after
 * one factor alone (P-21).
 */
export const previewOwnData =
  ({ bank, noExample }: Needs) =>
  async (visit: Visit, { request, offered, draft }: Omit<OpenQuestion, "state">): Promise<Preview | undefined> => {
    const cluster = draft?.example;
    if (!cluster || request.subject.kind !== "account-access" || !isStrong(request.authentication)) return undefined;
    const access = accessWithin(request.subject, cluster);
    const account = accountToShow(offered, draft);
    if (access.permissions.size === 0 || !account) return undefined;
    const asked = { cluster, account, access };
    // What the page says of an account already is not asked for again.
    if (cluster === "account-details") return { ...asked, example: NO_EXAMPLE };
    try {
      const example = await bank.exampleOf(visit.customer, account.id, access, { correlationId: visit.correlationId });
      return { ...asked, example: withinPermissions(example, access, visit.customer) };
    } catch (error) {
      if (!(error instanceof BankUnavailable)) throw error;
      noExample(error.message);
      return asked;
    }
  };

/** No more is asked of the bank than is to be shown. */
function accessWithin(access: AccountAccess, cluster: Cluster): AccountAccess {
  const lines = linesFor(access.permissions).filter((line) => line.cluster === cluster);
  return { ...access, permissions: new Set(lines.flatMap(({ covers }) => covers)) };
}

/**
 * From what the bank offers for this customer: what the browser sent only picks among it. Before they said in which
 * capacity they act any account will do, and after that none but of that one (P-09).
 */
function accountToShow(
  offered: OpenQuestion["offered"],
  draft: NonNullable<OpenQuestion["draft"]>,
): BankAccount | undefined {
  const usable = (draft.profile ? inProfile(offered, draft.profile) : offered).filter(
    ({ unavailable }) => !unavailable,
  );
  return (usable.find(({ account }) => draft.chosen.includes(account.id)) ?? usable[0])?.account;
}
