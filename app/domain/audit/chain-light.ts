/** How the record of evidence stands, as one light with a word. */
export type ChainLight =
  /** A look through all of it found what is not as it was. */
  | { readonly is: "changed"; readonly findings: number }
  /** What was written down waits too long for its link: nothing guards it yet. */
  | { readonly is: "not-sealed" }
  | { readonly is: "never-verified" }
  /** The last look could not be carried out, or is long ago. */
  | { readonly is: "not-verified-lately" }
  | { readonly is: "whole"; readonly verifiedAt: Date };

export interface ChainStanding {
  /** How long the oldest event has waited for its link, in seconds; undefined while none waits. */
  readonly waitedSeconds?: number;
  /** The last look through all of it that came to its end. */
  readonly verified?: { readonly at: Date; readonly findings: number };
  readonly now: Date;
}

/** As `audit:verify` has it: an event has its link within seconds. */
const PATIENCE_SECONDS = 60;
const LATELY_MS = 7 * 24 * 60 * 60_000;

export function chainLight({ waitedSeconds = 0, verified, now }: ChainStanding): ChainLight {
  if (verified && verified.findings > 0) return { is: "changed", findings: verified.findings };
  if (waitedSeconds > PATIENCE_SECONDS) return { is: "not-sealed" };
  if (!verified) return { is: "never-verified" };
  if (now.getTime() - verified.at.getTime() > LATELY_MS) return { is: "not-verified-lately" };
  return { is: "whole", verifiedAt: verified.at };
}
