import type { ConsentRequest } from "./consent-request";

/**
 * The request as one text, the same for the same request: what is hashed to tell whether it changed between being shown
 * and being answered, and to bind what was shown to what was decided.
 */
export function canonicalText(request: ConsentRequest): string {
  const { id, subject, requester, customer, scopes } = request;
  return JSON.stringify(sorted({ id, subject, requester, customer, scopes }));
}

/** Keys in order, sets as sorted lists, dates and integers as text: JSON alone would leave these to chance. */
function sorted(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Set) return [...value].sort();
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
  }
  return value;
}
