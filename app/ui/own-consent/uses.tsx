import { Section } from "../section";
import { Sentence } from "../sentence";
import type { UsesView } from "./own-consent-view";

/** What was done with a consent, newest first: two columns, so that they stand on a narrow screen. */
export function Uses({ view: { title, items, note } }: { view: UsesView }) {
  return (
    <Section title={title}>
      {items.length > 0 && (
        <ul className="rows border-y border-line">
          {items.map(({ when, what, amount, outcome }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two alike are two, and nothing moves.
            <li key={at} className="flex justify-between gap-4 py-3">
              <span className="min-w-0 wrap-anywhere">
                <Sentence>{what}</Sentence>
                <span className="small block">{when}</span>
              </span>
              <span className="figures shrink-0 text-end">
                {amount && <strong className="block">{amount}</strong>}
                {amount ? <span className="small">{outcome}</span> : <strong>{outcome}</strong>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {note && <p className={items.length > 0 ? "small mt-2" : ""}>{note}</p>}
    </Section>
  );
}
