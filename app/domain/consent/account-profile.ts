import { PROFILES, type Profile } from "./draft";
import type { OfferedAccount } from "./offered-account";

const profileOf = ({ account }: OfferedAccount): Profile => account.profile ?? "personal";

/** The capacities in which this customer could say yes. A choice is asked for from two on (P-09). */
export function profilesOf(offered: readonly OfferedAccount[]): readonly Profile[] {
  const usable = new Set(offered.filter(({ unavailable }) => unavailable === undefined).map(profileOf));
  return PROFILES.filter((profile) => usable.has(profile));
}

/**
 * The accounts of the capacity in which the customer acts: all of them where there is but one, none before they said
 * which.
 */
export function inProfile(offered: readonly OfferedAccount[], profile: Profile | undefined): readonly OfferedAccount[] {
  if (profilesOf(offered).length < 2) return offered;
  return offered.filter((offer) => profileOf(offer) === profile);
}
