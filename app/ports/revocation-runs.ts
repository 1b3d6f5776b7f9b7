import type { ClosedBecause } from "~/domain/consent/closed-because";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { RevocationReason } from "~/domain/revocation/bulk-revocation";
import type { ChangeId, ClientId, ConsentId } from "~/domain/shared/ids";

/**
 * The running of lists that were approved. One runner at a time has a list, for some seconds at once, so that one that was
 * killed holds up nobody; and every step is one statement, so that it leaves nothing half done.
 *
 * @throws DeskUnavailable from every method
 */
export interface RevocationRuns {
  /** Takes a list that is to be run and that nobody runs. */
  claim(runner: string): Promise<RevocationRun | undefined>;
  /** Goes on having it. @returns false when somebody else has it */
  hold(run: RevocationRun): Promise<boolean>;
  /**
   * Records the end of the next consents as intended, each with its audit event; from then on they are denied at the
   * gateway. Finds what had ended before.
   */
  begin(run: RevocationRun, most: number): Promise<BatchBegun>;
  /** What was begun and has no result: a runner before this one was killed, or the authorization server was away. */
  unfinished(run: RevocationRun, most: number): Promise<readonly BegunRevocation[]>;
  /** Keeps what the authorization server made of them: our picture, its version, audit, outbox, and the result. */
  finish(run: RevocationRun, results: readonly RevocationResult[]): Promise<void>;
  /** Whether the authorization server answers. */
  authority(run: RevocationRun, away: boolean): Promise<void>;
  /** Done, or stopped, when nothing is left. @returns whether it is */
  end(run: RevocationRun): Promise<boolean>;
  /** Somebody else may have it at once. */
  release(run: RevocationRun): Promise<void>;
}

export interface RevocationRun {
  readonly id: string;
  readonly runner: string;
  readonly reason: RevocationReason;
  readonly correlationId: string;
  readonly startedSecondsAgo: number;
}

export interface BatchBegun {
  readonly begun: readonly BegunRevocation[];
  readonly endedBefore: number;
  /** Whether some may be left that could not be taken now: somebody else works on them. */
  readonly more: boolean;
}

export interface BegunRevocation {
  readonly change: ChangeId;
  readonly consentId: ConsentId;
  readonly clientId: ClientId;
  readonly kind: ConsentKind;
}

export type RevocationResult = { readonly change: ChangeId } & (
  | { readonly outcome: "took-effect"; readonly revision?: number }
  | { readonly outcome: "stands-already" }
  | { readonly outcome: "not-allowed"; readonly because: ClosedBecause }
);
