const counted = { taken: 0, repeated: 0, refused: 0, early: 0, unsigned: 0 };

export type ReadOutcome = keyof typeof counted;

/** Counts what became of reads that were reported; an unsigned report counts as one. */
export function countReads(outcomes: Readonly<Partial<Record<ReadOutcome, number>>>): void {
  for (const outcome of Object.keys(counted) as ReadOutcome[]) counted[outcome] += outcomes[outcome] ?? 0;
}

/** How often each was, since this process began. */
export const readsCounted = (): Readonly<Record<ReadOutcome, number>> => counted;
