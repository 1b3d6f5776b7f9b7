import { APP_ROLES, type AppRole } from "./app-facts";
import type { RegisterChange, RegisterStatement } from "./registration";

/**
 * For so many days a statement is believed after it was signed, and so long a register may be silent before somebody is
 * told. Its last signed word holds all the same: silence withdraws nobody, and lets nobody back (decision 50).
 */
export const BELIEVED_DAYS = 7;

const DAY_MS = 86_400_000;

/** For what its register lets a firm ask no customer: everything, once it is withdrawn. */
export const rolesBarred = ({ standing, roles }: Pick<RegisterStatement, "standing" | "roles">): readonly AppRole[] =>
  standing === "barred" ? APP_ROLES : APP_ROLES.filter((role) => !roles.includes(role));

/** What it may ask for no more that it could before; nothing for who is new, and nothing of its own once it is withdrawn. */
export function rolesTaken(before: RegisterStatement | undefined, after: RegisterStatement): readonly AppRole[] {
  if (!before || after.standing === "barred") return [];
  const barred = rolesBarred(after);
  return before.roles.filter((role) => barred.includes(role));
}

/** Whether it is now another thing what may be asked with a firm, which is evidence. */
export const changesAsking = (changes: readonly RegisterChange[]): boolean =>
  changes.some(
    ({ what, after }) => what === "standing" || what === "roles" || (what === "listed" && after === "barred"),
  );

/** Whole days for which the register was not heard. */
export const daysSilent = (readAt: Date, now: Date): number => Math.floor((now.getTime() - readAt.getTime()) / DAY_MS);

/**
 * The days of silence that somebody is to be told of now: each day once, from the one on which none of its statements
 * would be believed any more.
 *
 * @param last look at the register, before this one.
 */
export function silenceToTell(
  { readAt, triedAt }: { readonly readAt?: Date; readonly triedAt?: Date },
  now: Date,
): number | undefined {
  if (!readAt) return undefined;
  const days = daysSilent(readAt, now);
  const told = triedAt === undefined ? 0 : daysSilent(readAt, triedAt);
  return days >= BELIEVED_DAYS && told < days ? days : undefined;
}
