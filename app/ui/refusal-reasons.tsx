import type { RefusalReasonsView } from "./consent-page-view";
import { Sentence } from "./sentence";

/**
 * Why not, for whoever wants to say it: each reason is the answer and its reason in one press (P-25). Folded, so that
 * "no" itself never asks for one.
 */
export function RefusalReasons({ view }: { view: RefusalReasonsView }) {
  return (
    <details className="reasons">
      <summary>{view.title}</summary>
      <div>
        <p>
          <Sentence>{view.hint}</Sentence>
        </p>
        <ul>
          {view.reasons.map(({ id, label }) => (
            <li key={id}>
              <button type="submit" name="choice" value={`refuse:${id}`}>
                {label}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
