import { AuthorityError, type AuthorizationServer } from "~/ports/authorization-server";
import type { BegunRevocation, RevocationResult, RevocationRun, RevocationRuns } from "~/ports/revocation-runs";
import { tell } from "./settle-change";

interface Needs {
  readonly runs: RevocationRuns;
  readonly authorizationServer: AuthorizationServer;
}

/**
 * How many are on their way at most. All of them are denied at the gateway meanwhile, and a stop is in time for all
 * others.
 */
export const BATCH = 1_000;
/** How many are brought to the authorization server at once: others ask it too. */
const AT_ONCE = 16;
/** How many results are kept by one statement: for so long customers who decide may have to wait for a lock or the disk. */
const KEPT_AT_ONCE = 500;
/** A result that waits longer would be lost with the process; in milliseconds, and far less than the runner's lease. */
const KEEP_AFTER = 1_500;

export interface RevocationRound {
  readonly begun: number;
  readonly endedBefore: number;
  readonly ended: number;
  /** Nothing was left: it is over. */
  readonly over: boolean;
}

/**
 * Goes on with one approved list until it is over, the round ends, or the authorization server is away. It may be killed
 * at any moment: what was begun is on record, and whoever comes next asks the authorization server for it again, which is
 * the same change.
 *
 * @throws AuthorityError `unavailable`; DeskUnavailable
 */
export const runRevocation =
  ({ runs, authorizationServer }: Needs) =>
  async (run: RevocationRun, signal: AbortSignal): Promise<RevocationRound> => {
    const did = { begun: 0, endedBefore: 0, ended: 0, over: false };
    const bring = bringing({ runs, authorizationServer }, run, signal);
    did.ended += await bring(await runs.unfinished(run, BATCH));
    while (!signal.aborted) {
      const batch = await runs.begin(run, BATCH);
      did.begun += batch.begun.length;
      did.endedBefore += batch.endedBefore;
      did.ended += await bring(batch.begun);
      if (batch.begun.length > 0 || batch.endedBefore > 0) continue;
      // Stopped, over, or nothing that could be taken now: somebody else is at those.
      did.over = await runs.end(run);
      break;
    }
    return did;
  };

/** Brings what was begun to the authorization server, and keeps what comes of it every now and then. */
const bringing =
  ({ runs, authorizationServer }: Needs, run: RevocationRun, signal: AbortSignal) =>
  async (begun: readonly BegunRevocation[]): Promise<number> => {
    if (begun.length === 0) return 0;
    const waiting = [...begun].reverse();
    const troubles: unknown[] = [];
    let results: RevocationResult[] = [];
    let kept = 0;
    const keep = async () => {
      const [now, before] = [results, kept];
      results = [];
      kept += now.length;
      for (let from = 0; from < now.length; from += KEPT_AT_ONCE)
        await runs.finish(run, now.slice(from, from + KEPT_AT_ONCE));
      if (before === kept) await runs.hold(run);
    };
    const keeping = everyNowAndThen(keep);
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = waiting.pop(); next && troubles.length === 0 && !signal.aborted; next = waiting.pop()) {
          const result = await bringOne(authorizationServer, run, next).catch((error: unknown) => {
            troubles.push(error);
            return undefined;
          });
          if (result) results.push(result);
        }
      }),
    );
    await keeping.stop();
    await keep();
    await runs.authority(
      run,
      troubles.some((trouble) => trouble instanceof AuthorityError),
    );
    if (troubles.length > 0) throw troubles[0];
    return kept;
  };

/** @returns undefined where the authorization server contradicts itself: it is asked again in a later round */
async function bringOne(
  authorizationServer: AuthorizationServer,
  { reason, correlationId }: RevocationRun,
  { change, ...consent }: BegunRevocation,
): Promise<RevocationResult | undefined> {
  const asked = { ...consent, move: "terminate", reason, correlationId, actor: { type: "staff" } } as const;
  const { outcome, revision } = await tell(authorizationServer, asked);
  switch (outcome) {
    case "took-effect":
      return { change, outcome, ...(revision !== undefined && { revision }) };
    case "stands-already":
      return { change, outcome };
    case "not-allowed":
      return { change, outcome, because: "not-allowed" };
    case "unclear":
      return undefined;
  }
}

/** One after the other, and never two at once. */
function everyNowAndThen(work: () => Promise<void>) {
  let running: Promise<void> = Promise.resolve();
  let failed: unknown;
  const timer = setInterval(() => {
    running = running.then(work).catch((error: unknown) => {
      failed ??= error;
    });
  }, KEEP_AFTER);
  return {
    async stop() {
      clearInterval(timer);
      await running;
      if (failed !== undefined) throw failed;
    },
  };
}
