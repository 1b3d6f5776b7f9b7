import type { Language } from "./languages.ts";
import { page } from "./page.tsx";

interface Problem {
  readonly language: Language;
  /** The OAuth error code. */
  readonly code: string;
  /** What the bank's staff finds in the log. */
  readonly reference: string;
}

/** A whole HTML document. What the request said is not repeated on it. */
export function errorPage({ language, code, reference }: Problem): string {
  const words = language.words.error;
  const children = (
    <>
      <h1>{words.title}</h1>
      <p>{words.why}</p>
      <p>
        <strong>{words.nothingDone}</strong>
      </p>
      <p>{words.again}</p>
      <dl>
        <div>
          <dt>{words.reference}</dt>
          <dd>
            <bdi>{reference}</bdi>
          </dd>
        </div>
        <div>
          <dt>{words.code}</dt>
          <dd>
            <bdi>{code}</bdi>
          </dd>
        </div>
      </dl>
    </>
  );
  return page({ language, title: words.title, children });
}
