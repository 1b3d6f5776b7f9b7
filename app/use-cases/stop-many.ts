import type { AskedBatch, ConsentChanges, RecordedChange, StopBatch } from "~/ports/consent-changes";

interface Needs {
  readonly changes: Pick<ConsentChanges, "stopMany">;
  readonly settleChange: (change: RecordedChange, patienceMs: number) => Promise<RecordedChange>;
}

/** How long a page waits for the authorization server, in milliseconds. The job goes on where this leaves off. */
const PATIENCE = 3_000;

/** How many are brought to the authorization server at once: others ask it too. */
const AT_ONCE = 8;

/**
 * Stops everything that a customer has, or everything of one app (D-10). Once it is recorded all of it will be brought to
 * its end, whatever becomes of this request.
 *
 * @throws DeskUnavailable when it could not be recorded; then nothing is
 */
export const stopMany =
  ({ changes, settleChange }: Needs) =>
  async (asked: AskedBatch): Promise<StopBatch> => {
    const batch = await changes.stopMany(asked);
    const waiting = batch.changes.filter(({ state }) => state === "intended");
    // A fault here is met again by the job, which reports it; what the customer wants is safe either way.
    const settling = Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await settleChange(next, 0).catch(() => {});
    });
    await Promise.race([Promise.all(settling), late()]);
    return batch;
  };

const late = () => new Promise<void>((resolve) => setTimeout(resolve, PATIENCE).unref());
