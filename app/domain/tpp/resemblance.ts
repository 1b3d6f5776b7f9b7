import type { ClientId } from "../shared/ids";
import { mixesAlphabets, skeletonOf } from "../shared/look-alike";

/** An app that customers of the bank share with now. */
export interface KnownApp {
  readonly clientId: ClientId;
  /** Plain text. */
  readonly name: string;
  /** Of the oldest sharing that goes on. */
  readonly since: Date;
}

/** Whose name a requester's looks like without being it: a fact about letters, found for every app in the same way (N-07). */
export type Resemblance =
  | { readonly to: "bank" }
  | { readonly to: "app"; readonly name: string; readonly clientId: ClientId }
  | { readonly to: "letters-of-two-alphabets" };

/** So short a name is found inside of too many others. */
const SHORTEST_WITHIN = 5;

/**
 * Compares the requester's name with the bank's and with those of apps that were here before it. The same spelling is no
 * resemblance among apps: one brand often has several registrations, and its directory answers for whose name it is.
 * Whoever was here first is not held to look like whoever came after.
 *
 * @param apps in any order, the requester among them perhaps.
 */
export function resemblanceOf(
  requester: { readonly clientId: ClientId; readonly name: string },
  bank: string,
  apps: readonly KnownApp[],
): Resemblance | undefined {
  const skeleton = skeletonOf(requester.name);
  const bankSkeleton = skeletonOf(bank);
  const within = bankSkeleton.length >= SHORTEST_WITHIN && skeleton.includes(bankSkeleton);
  if (skeleton !== "" && (within || skeleton === bankSkeleton)) return { to: "bank" };

  const since = apps.find(({ clientId }) => clientId === requester.clientId)?.since;
  const [alike] = apps
    .filter(({ clientId, name }) => clientId !== requester.clientId && spelling(name) !== spelling(requester.name))
    .filter((app) => skeleton !== "" && skeletonOf(app.name) === skeleton && (since === undefined || app.since < since))
    .sort((one, other) => one.since.getTime() - other.since.getTime());
  if (alike) return { to: "app", name: alike.name, clientId: alike.clientId };
  return mixesAlphabets(requester.name) ? { to: "letters-of-two-alphabets" } : undefined;
}

/** Case and spaces are how one brand writes itself here and there. */
const spelling = (name: string) => name.normalize("NFC").toLowerCase().replace(/\s+/g, "");
