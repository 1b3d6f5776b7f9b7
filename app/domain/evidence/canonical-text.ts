/** A value as one text, the same for the same value: JSON, whose order and whose dates are not left to chance. */
export const canonicalText = (value: unknown): string => JSON.stringify(sorted(value));

/** Keys in order, sets as sorted lists, dates and integers as text. */
function sorted(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Set) return [...value].sort();
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value === "object" && value !== null) {
    // Without a prototype every key is one, `__proto__` too.
    const inOrder: Record<string, unknown> = Object.create(null);
    for (const key of Object.keys(value).sort()) {
      const inner = (value as Record<string, unknown>)[key];
      if (inner !== undefined) inOrder[key] = sorted(inner);
    }
    return inOrder;
  }
  return value;
}
