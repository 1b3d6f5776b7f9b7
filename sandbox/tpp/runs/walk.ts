import type { Topology } from "../../topology.ts";
import type { ServerMetadata } from "../protocol/server-metadata.ts";
import type { TppIdentities, TppIdentity } from "../protocol/tpp-identity.ts";
import { type Journal, openJournal, StepEnded } from "./journal.ts";
import type { Run, RunSecrets } from "./run.ts";
import { StepFault } from "./step-fault.ts";

export interface Workbench {
  readonly topology: Topology;
  readonly identities: TppIdentities;
}

/** A run while it is being taken further: who acts, what is written down, what is known by now. */
export interface Walk {
  readonly bench: Workbench;
  readonly identity: TppIdentity;
  readonly journal: Journal;
  run: Run;
}

/**
 * Takes `run` along `path` and answers what became of it. A step that ends the walk fails the run, unless the customer
 * has allowed it by then: a later call that goes wrong does not undo that.
 */
export async function walk(bench: Workbench, run: Run, path: (walk: Walk) => Promise<void>): Promise<Run> {
  const identity = bench.identities[run.order.tppId];
  const journal = openJournal(identity, run.interactionId, run.steps);
  const current: Walk = { bench, identity, journal, run };
  try {
    await path(current);
  } catch (error) {
    if (!(error instanceof StepEnded)) throw error;
    const settled = ["authorised", "refused", "revoked"].includes(current.run.phase);
    if (!settled) current.run = { ...current.run, phase: "failed" };
  }
  return { ...current.run, steps: journal.steps };
}

/** Adds to what the run keeps and never shows. */
export function remember(walk: Walk, secrets: RunSecrets): void {
  walk.run = { ...walk.run, secrets: { ...walk.run.secrets, ...secrets } };
}

/** The one address that both clients are registered with. */
export const redirectUri = (walk: Walk) => `${walk.bench.topology.tpp}/callback`;

/** What the discovery step found; later steps of the same run use no other (mix-up, RFC 9207). */
export function metadataOf(walk: Walk): ServerMetadata {
  return required(walk.run.secrets.metadata, "server metadata");
}

/** For what an earlier step has put there; its absence is a fault of ours, said without showing anything. */
export function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new StepFault(`This run has no ${what}.`);
  return value;
}
