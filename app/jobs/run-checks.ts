import type { AskedChecks, CheckKind, ClaimedCheck, Look } from "~/ports/asked-checks";
import type { Job } from "./job";

interface Needs {
  readonly checks: Pick<AskedChecks, "claim" | "cameTo" | "end">;
  readonly looks: Readonly<Record<CheckKind, Look>>;
}

/** Milliseconds between one word about how far it has come and the next; several of them fit into a lease. */
const TOLD_EVERY = 2_000;

const NONE = { done: 0, failed: 0, stopped: 0 };
type Outcome = keyof typeof NONE;

/**
 * Carries out the long looks that staff asked for, one at a time in each process and beside the rounds: one takes longer
 * than a round may. Whoever is killed leaves its look to another, which begins it anew.
 */
export function runChecks({ checks, looks }: Needs): Job & { stop(): Promise<void> } {
  const stopping = new AbortController();
  let running: Promise<Outcome> | undefined;
  const counts = { begun: 0, ...NONE };
  /** Why the last look failed: the next round fails with it, so that it is seen. */
  let problem: unknown;

  async function carryOut(check: ClaimedCheck): Promise<Outcome> {
    let looked = 0;
    let isStopped = false;
    let toldAt = Number.NEGATIVE_INFINITY;
    const cameTo = async (far: number, expected?: number) => {
      stopping.signal.throwIfAborted();
      looked = far;
      if (performance.now() - toldAt < TOLD_EVERY) return;
      toldAt = performance.now();
      isStopped = !(await checks.cameTo(check.id, looked, expected));
      if (isStopped) throw new Error("whoever asked for it stopped it");
    };
    try {
      const result = await looks[check.kind]({ cameTo });
      await checks.end(check, { outcome: "done", looked, result });
      return "done";
    } catch (error) {
      if (isStopped) return "stopped";
      if (!stopping.signal.aborted) problem = error;
      // Another worker takes up what a process that stops has left.
      if (!stopping.signal.aborted) await checks.end(check, { outcome: "failed", looked }).catch(() => {});
      return "failed";
    }
  }

  return {
    name: "run-checks",
    everyMs: TOLD_EVERY,
    async round() {
      if (problem !== undefined) {
        const failed = problem;
        problem = undefined;
        throw failed;
      }
      if (!running && !stopping.signal.aborted) {
        const check = await checks.claim();
        if (check) {
          counts.begun += 1;
          running = carryOut(check).then((outcome) => {
            counts[outcome] += 1;
            running = undefined;
            return outcome;
          });
        }
      }
      const told = { ...counts };
      Object.assign(counts, { begun: 0, ...NONE });
      return { counts: told, more: false };
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
