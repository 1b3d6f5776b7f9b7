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
  /** The cluster of which their own data is shown as an example (P-05). */
  readonly example?: Cluster | undefined;
  /** The page that stood before the question was read (P-16). */
  readonly tookMoment?: true;
}

export const PROFILES = ["personal", "business"] as const;

export type Profile = (typeof PROFILES)[number];
