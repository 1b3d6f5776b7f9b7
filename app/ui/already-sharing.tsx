import { Sentence } from "./sentence";

/** What the app has already, before the customer gives more (P-12). */
export interface AlreadyView {
  readonly title: string;
  readonly items: readonly { readonly text: string; readonly accounts?: string }[];
  readonly more?: string;
  readonly whatNow: string;
}

/** A note beside the question and no step of its own: it asks for nothing. */
export function AlreadySharing({ view }: { view: AlreadyView }) {
  return (
    <section aria-labelledby="already" className="mt-8 border-s-4 border-edge bg-tint px-4 py-3 text-base print:mt-2">
      <h2 id="already" className="text-lg font-semibold">
        <Sentence>{view.title}</Sentence>
      </h2>
      <ul className="mt-1">
        {view.items.map(({ text, accounts }) => (
          <li key={`${text} ${accounts}`} className="mt-1">
            <Sentence>{accounts ? `${text} ${accounts}` : text}</Sentence>
          </li>
        ))}
      </ul>
      {view.more && <p className="mt-1">{view.more}</p>}
      <p className="mt-2">
        <Sentence>{view.whatNow}</Sentence>
      </p>
    </section>
  );
}
