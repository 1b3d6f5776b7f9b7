import { Sentence } from "../sentence";
import type { LabelledFact } from "./own-consent-view";

/** Facts, label by label; nothing where there is none. */
export function LabelledFacts({ items }: { items: readonly LabelledFact[] }) {
  if (items.length === 0) return null;
  return (
    <dl className="facts">
      {items.map(({ label, value, spoken, way }) => (
        <div key={`${label} ${value}`} className="margin-note wrap-anywhere">
          <dt>
            <Sentence>{label}</Sentence>
          </dt>
          <dd className="figures font-semibold">
            {spoken === undefined ? (
              <Sentence>{value}</Sentence>
            ) : (
              <>
                <span aria-hidden="true">
                  <Sentence>{value}</Sentence>
                </span>
                <span className="sr-only">
                  <Sentence>{spoken}</Sentence>
                </span>
              </>
            )}
            {way && (
              <a href={way.href} className="fact-way">
                {way.label}
                <span className="sr-only">
                  {": "}
                  <Sentence>{way.of}</Sentence>
                </span>
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
