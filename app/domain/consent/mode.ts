import type { ConsentSubject } from "../consent-kinds/index";
import type { AccountId, ConsentId } from "../shared/ids";
import { inProfile, profilesOf } from "./account-profile";
import type { Draft } from "./draft";
import type { BankAccount, OfferedAccount } from "./offered-account";

/** How a request stands to what its customer agreed to before. One without a mode is new. */
export type Mode = Again | InsteadOf;

/** The very same consent, as it is: nothing in it is asked anew but the yes (P-10, E-05). */
export interface Again extends Given {
  readonly is: "again";
  /** When it was first agreed to, where that is told: limits go on counting from then (P-20). */
  readonly first?: Date;
  /** It was revoked meanwhile: a yes takes it up again (T17). */
  readonly wasStopped?: true;
  /** Of the consent when it was asked about. Absent at a server that does not count. */
  readonly revision?: number;
}

/** Another consent in its place: the earlier one ends with a yes, and stays with a no (P-11). */
export interface InsteadOf extends Given {
  readonly is: "instead-of";
  readonly consentId: ConsentId;
  readonly subject: ConsentSubject;
}

interface Given {
  readonly since: Date;
  readonly accounts: readonly AccountId[];
}

/** What a visit has to know of it where nobody can be asked. */
export type ModeInShort = Pick<Again, "is" | "wasStopped" | "revision"> | Pick<InsteadOf, "is" | "consentId">;

export function inShort(mode: Mode): ModeInShort {
  if (mode.is === "instead-of") return { is: mode.is, consentId: mode.consentId };
  const { since: _since, first: _first, accounts: _accounts, ...short } = mode;
  return short;
}

/**
 * Of the accounts of somebody who is asked again, those of the consent, as far as there are any (S-03). Where none of
 * them can be used any more, all are offered: without one there is nothing to say yes with.
 */
export function offeredAgain(offered: readonly OfferedAccount[], mode: Mode | undefined): readonly OfferedAccount[] {
  if (mode?.is !== "again") return offered;
  const former = offered.filter(({ account }) => mode.accounts.includes(account.id));
  return former.some(isAvailable) ? former : offered;
}

/** Whether every account of it can still be used, so that there is nothing to choose. */
export const keepsAccounts = (mode: Mode | undefined, offered: readonly OfferedAccount[]): mode is Again =>
  mode?.is === "again" && mode.accounts.length > 0 && goneFrom(mode, offered).count === 0;

/** The accounts that it can not go on with; of some the bank still says what they were. */
export function goneFrom(
  { accounts }: Mode,
  offered: readonly OfferedAccount[],
): { readonly count: number; readonly known: readonly BankAccount[] } {
  const available = new Set(offered.filter(isAvailable).map(({ account }) => account.id));
  const gone = new Set(accounts.filter((id) => !available.has(id)));
  return { count: gone.size, known: offered.flatMap(({ account }) => (gone.has(account.id) ? account : [])) };
}

/**
 * What is chosen before its customer chose anything: the accounts of the consent that this one is to replace, as far as
 * they can be chosen, and in every other request nothing at all (U-07). They were chosen in one capacity or the other,
 * which is not asked anew (S-07).
 */
export function draftToBegin(mode: Mode | undefined, offered: readonly OfferedAccount[]): Draft | undefined {
  if (mode?.is !== "instead-of") return undefined;
  const isFormer = (offer: OfferedAccount) => isAvailable(offer) && mode.accounts.includes(offer.account.id);
  const idsOf = (offers: readonly OfferedAccount[]) => offers.filter(isFormer).map(({ account }) => account.id);
  const profiles = profilesOf(offered);
  if (profiles.length < 2) return { chosen: idsOf(offered) };
  const [profile, other] = [...profiles].sort(
    (one, another) => idsOf(inProfile(offered, another)).length - idsOf(inProfile(offered, one)).length,
  );
  const chosen = idsOf(inProfile(offered, profile));
  if (!profile || chosen.length === 0) return undefined;
  return { profile, chosen, setAside: idsOf(inProfile(offered, other)) };
}

const isAvailable = ({ unavailable }: OfferedAccount): boolean => unavailable === undefined;
