import type { Cluster } from "../permissions/clusters";

/**
 * What a customer has done on the page and not answered with yet. Kept, so that another language, a search or a reload
 * costs nobody their choices (WCAG 2.2, 3.3.7). Never a grant: only an answer is.
 */
export interface Draft {
  /** What was ticked, as the browser sent it. */
  readonly chosen: readonly string[];
  /** What is looked for among many accounts (S-04). */
  readonly find?: string;
  /** How many parts of a long list of accounts are shown; one unless said. */
  readonly parts?: number;
  /** In which capacity the customer acts, where they have more than one (P-09). */
  readonly profile?: Profile;
  /** What was ticked in the other capacity: no part of the answer, and back with its accounts (P-09). */
  readonly setAside?: readonly string[];
  /** The cluster of which their own data is shown as an example (P-05). */
  readonly example?: Cluster | undefined;
  /** The page that stood before the question was read (P-16). */
  readonly tookMoment?: true;
}

export const PROFILES = ["personal", "business"] as const;

export type Profile = (typeof PROFILES)[number];

/**
 * Into the other capacity: what was ticked in the one before is set aside, for an answer is given in one capacity alone,
 * and what was set aside when the customer left this one is ticked again (P-09). Pressed twice it does what it did once.
 *
 * @param kept what was done before.
 * @param ticked on the page on which it was pressed, which is of the other capacity.
 */
export function actingAs(
  profile: Profile,
  kept: Partial<Draft>,
  ticked: readonly string[],
): Partial<Draft> & Pick<Draft, "chosen"> {
  const chosen = (kept.profile === profile ? kept.chosen : kept.setAside) ?? [];
  return { profile, chosen, setAside: ticked, find: "", parts: 1 };
}
