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
    <section className="part border-s-4 border-line ps-4">
      <h2>{view.title}</h2>
      {view.lines.map((line) => (
        <p key={line} className="text-base text-soft">
          <Sentence>{line}</Sentence>
        </p>
      ))}
    </section>
  );
}
