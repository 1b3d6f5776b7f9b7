import { type ConsentFilter, searchQueryOf } from "./consent-filter";

/** Instead of what names somebody, wherever a filter is kept for good. */
const SOMEBODY = "…";

/** A filter for evidence and for whoever approves: all of it, but for what names a customer or an account. */
export function withoutNames(filter: ConsentFilter): URLSearchParams {
  const query = new URLSearchParams(searchQueryOf({ filter, order: "asked" }));
  const hidden =
    filter.as === "consent" || filter.as === "tpp" ? ["customer", "account"] : ["q", "customer", "account"];
  for (const name of hidden) if (query.has(name)) query.set(name, SOMEBODY);
  return query;
}

/** The same, part by part. */
export function partsOfFilter(filter: ConsentFilter): Readonly<Record<string, readonly string[]>> {
  const query = withoutNames(filter);
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}
