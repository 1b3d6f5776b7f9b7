import { Sentence } from "./sentence";

/** What stands above what may be out of date, where the authorization server cannot be asked (B-14). */
export interface AuthorityAwayView {
  readonly title: string;
  readonly lines: readonly string[];
}

/** No alarm: nothing has happened to the customer, and nothing is asked of them. */
export function AuthorityAway({ view }: { view: AuthorityAwayView | undefined }) {
  if (!view) return null;
  return (
    <div className="mt-4 border-s-4 border-edge bg-tint px-4 py-3">
      <p>
        <strong>{view.title}</strong>
      </p>
      {view.lines.map((line) => (
        <p key={line}>
          <Sentence>{line}</Sentence>
        </p>
      ))}
    </div>
  );
}
