import type { AskedRevocation, BulkRevocations } from "~/ports/bulk-revocations";

interface Needs {
  readonly revocations: Pick<BulkRevocations, "prepare" | "find" | "read">;
  /** How many consents a list can have. */
  readonly most: number;
}

/** How long a page waits for the list, in milliseconds. The job goes on where this leaves off. */
const PATIENCE = 1_500;

/**
 * Lists the consents that are to be ended at once, and ends none of them. Most lists are short, and there when the
 * page is.
 *
 * @returns the list's id
 * @throws DeskUnavailable
 */
export const prepareRevocation =
  ({ revocations, most }: Needs) =>
  async (asked: AskedRevocation): Promise<string> => {
    const id = await revocations.prepare(asked);
    const until = performance.now() + PATIENCE;
    while (performance.now() < until && (await revocations.find(id, most)));
    return id;
  };
