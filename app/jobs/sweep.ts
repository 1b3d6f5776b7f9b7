import { type Retention, SWEPT } from "~/ports/retention";
import type { Job } from "./job";

/**
 * Takes away what nobody needs any more, one job for each kind, step by step through all there is; then again some hours
 * later. Two at once are safe: one of each kind sweeps.
 */
export const sweeps = ({ retention }: { readonly retention: Retention }): readonly Job[] =>
  SWEPT.map((what) => ({
    name: `sweep-${what}`,
    everyMs: 6 * 60 * 60_000,
    round: () => retention.sweep(what),
  }));
