import type { Handoff } from "./handoff.ts";

const MINUTE = 60;

/** For so long the consent page may be read before it is answered. */
export const ANSWER_WITHIN_SECONDS = 10 * MINUTE;

/** Whoever needs longer may say so this often (WCAG 2.2, 2.2.1). */
const MOST_EXTENSIONS = 10;

/**
 * How long an interaction waits at most, whatever is asked for: ten more terms, each asked for when two minutes are left
 * of the one before.
 */
export const INTERACTION_SECONDS = ANSWER_WITHIN_SECONDS + MOST_EXTENSIONS * (ANSWER_WITHIN_SECONDS - 2 * MINUTE);

/** Whether asking for more time would give any. */
export const isExtensible = ({ decision, extensions, expiresAt, endsAt }: Handoff): boolean =>
  decision === undefined && extensions < MOST_EXTENSIONS && expiresAt < endsAt;
