import type { RefusalReasonsView } from "./consent-page-view";
import { Sentence } from "./sentence";

/**
 * Why not, for whoever wants to say it: each reason is the answer and its reason in one press (P-25). Folded, so that
 * "no" itself never asks for one.
 */
export function RefusalReasons({ view }: { view: RefusalReasonsView }) {
  return (
    <details className="mt-4 rounded border border-line text-base print:hidden">
      <summary className="flex min-h-11 items-center justify-between gap-4 px-4 py-2">
        <span>{view.title}</span>
        <span className="chevron" />
      </summary>
      <div className="px-4 pb-4">
        <p className="mb-3 text-soft">
          <Sentence>{view.hint}</Sentence>
        </p>
        <ul className="flex flex-wrap gap-3">
          {view.reasons.map(({ id, label }) => (
            <li key={id} className="flex">
              <button type="submit" name="choice" value={`refuse:${id}`} className="quiet">
                {label}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
