import type { Result } from "~/domain/shared/result";
import type { NotIntended, RecordedChange } from "~/ports/consent-changes";

/** In the address of the consent: why nothing came of an act on it. */
export const NOT_DONE = "not-done";

const WORDS = {
  "changed-since": "Nothing was done: the consent had changed since you opened that page. This is how it stands now.",
  "another-under-way": "Nothing was done: another change of it is under way. Look again in a moment.",
  "not-allowed": "Nothing was done: it cannot be done any more. This is how it stands now.",
  "key-used":
    "Nothing was done this time: that page had been sent before, with another reason. This is how it stands now.",
  "not-taken": "The authorization server did not take it. This is how it stands now.",
  overtaken: "Nothing came of it: another change overtook it. This is how it stands now.",
} as const satisfies Record<Exclude<NotIntended, "not-found"> | "not-taken" | "overtaken", string>;

type NotDone = keyof typeof WORDS;

/** Undefined for what was done, or is on its way. */
export function whyNotDone(
  outcome: Result<Pick<RecordedChange, "state" | "closedBecause">, NotIntended>,
): NotDone | undefined {
  if (!outcome.ok) return outcome.error === "not-found" ? undefined : outcome.error;
  const { state, closedBecause } = outcome.value;
  if (state !== "closed") return undefined;
  return closedBecause === "spent" ? "overtaken" : "not-taken";
}

/** Undefined for what no address of ours says. */
export const notDoneWords = (code: string | null): string | undefined =>
  code !== null && Object.hasOwn(WORDS, code) ? WORDS[code as NotDone] : undefined;
