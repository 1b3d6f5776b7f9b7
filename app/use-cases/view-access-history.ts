import type { BankAccount } from "~/domain/consent/offered-account";
import type { AccountId, ConsentId, CustomerId } from "~/domain/shared/ids";
import type { AccessHistory, AccessSummary, ClusterUse, ReadDay } from "~/ports/access-history";
import type { CallContext } from "~/ports/authorization-server";
import { type Bank, BankUnavailable } from "~/ports/bank";
import type { ConsentRegister, RegisteredConsent } from "~/ports/consent-register";

interface Needs {
  readonly register: Pick<ConsentRegister, "find">;
  readonly access: AccessHistory;
  readonly bank: Pick<Bank, "accountsOf">;
}

/** Which of the reads are looked at. */
export interface ReadsAsked {
  readonly account?: AccountId;
  /** Days before this one, as 2026-05-03. */
  readonly before?: string;
}

/** What an app really read with one consent of a customer's own (D-05). */
export interface OwnReads {
  readonly consent: RegisteredConsent;
  /** Newest first. */
  readonly days: readonly ReadDay[];
  /** There are earlier ones. */
  readonly more: boolean;
  /** Which accounts were ever read. */
  readonly accountIds: readonly AccountId[];
  /** The customer's accounts at the bank, for their names; empty while it is away. */
  readonly accounts: readonly BankAccount[];
  /** Absent where nothing was ever read. */
  readonly used?: AccessSummary;
  readonly clusters: readonly ClusterUse[];
  /** Up to when all reads are here; absent where nobody has told of any. */
  readonly toldUntil?: Date;
}

/** Days on one page. */
const PAGE = 14;

/**
 * What an app read, day by day.
 *
 * @returns undefined alike for a consent that does not exist and for somebody else's (C-07).
 * @throws DeskUnavailable
 */
export const viewAccessHistory =
  ({ register, access, bank }: Needs) =>
  async (
    id: ConsentId,
    customer: CustomerId,
    asked: ReadsAsked,
    context: CallContext,
  ): Promise<OwnReads | undefined> => {
    const consent = await register.find(id, { customer });
    if (!consent) return undefined;
    const [days, accountIds, summaries, clusters, toldUntil, accounts] = await Promise.all([
      // One more than is shown, to know whether there are earlier ones.
      access.daysOf(id, customer, { ...asked, size: PAGE + 1 }),
      access.accountsReadOf(id, customer),
      access.summaryOf([id]),
      access.clustersOf(id, customer),
      access.toldUntil(),
      accountsAtTheBank(bank, customer, context),
    ]);
    const used = summaries.get(id);
    return {
      consent,
      days: days.slice(0, PAGE),
      more: days.length > PAGE,
      accountIds,
      accounts,
      ...(used && { used }),
      clusters,
      ...(toldUntil && { toldUntil }),
    };
  };

/** Their names are all that is missing without it. */
export async function accountsAtTheBank(bank: Needs["bank"], customer: CustomerId, context: CallContext) {
  return bank.accountsOf(customer, context).catch((error: unknown): readonly BankAccount[] => {
    if (!(error instanceof BankUnavailable)) throw error;
    return [];
  });
}
