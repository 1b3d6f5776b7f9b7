import type { RecordedDecision, Visit } from "~/ports/consent-desk";

interface Needs {
  unfinished(limit: number): Promise<readonly { readonly visit: Visit; readonly recorded: RecordedDecision }[]>;
  settle(visit: Visit, recorded: RecordedDecision): Promise<RecordedDecision>;
  /** Told of each round that had something to do, and of each that failed. */
  report(round: { readonly found: number; readonly ended: number } | { readonly failed: unknown }): void;
}

/** How many in one round; the rest waits for the next. */
const BATCH = 50;

/**
 * Brings to an end what was left between our record and the authorization server, when the customer does not come back
 * to do so. Two at once are safe: each decision has one sender at a time.
 *
 * @param everyMs between the end of a round and the next.
 */
export function startSettlingUnfinished({ unfinished, settle, report }: Needs, everyMs = 15_000): { stop(): void } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const round = async () => {
    try {
      const found = await unfinished(BATCH);
      let ended = 0;
      for (const { visit, recorded } of found) {
        if (stopped) break;
        if ((await settle(visit, recorded)).state !== "intended") ended += 1;
      }
      if (found.length > 0) report({ found: found.length, ended });
    } catch (failed) {
      report({ failed });
    }
    if (!stopped) timer = setTimeout(round, everyMs).unref();
  };
  timer = setTimeout(round, everyMs).unref();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
