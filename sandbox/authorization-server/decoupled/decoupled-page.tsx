import type { Language } from "../pages/languages.ts";
import { page, WithApp, withApp } from "../pages/page.tsx";
import type { PageWords } from "../pages/words/words.ts";
import type { DecoupledRequest } from "./decoupled-store.ts";

/** What came of the log-in before. */
export type After = keyof PageWords["decoupled"]["after"];

interface Props {
  readonly language: Language;
  readonly request: Pick<DecoupledRequest, "open" | "answered" | "bindingMessage">;
  /** The TPP's name. */
  readonly app: string;
  readonly after?: After;
}

/** A whole HTML document: what the notice was about, or that it is over. */
export function decoupledPage({ language, request, app, after }: Props): string {
  const words = language.words.decoupled;
  if (!request.open) {
    const { title, text, next } = words[request.answered ? "answered" : "ranOut"];
    const children = (
      <>
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <WithApp text={next} app={app} />
        </p>
      </>
    );
    return page({ language, title, children });
  }
  const children = (
    <>
      {after && <p role="alert">{words.after[after]}</p>}
      <h1>
        <WithApp text={words.title} app={app} />
      </h1>
      <p>
        <WithApp text={words.compare} app={app} />
      </p>
      <p>
        <strong className="match">
          <bdi>{request.bindingMessage}</bdi>
        </strong>
      </p>
      <p>{words.otherwise}</p>
      <form method="post">
        <button type="submit">{words.signIn}</button>
      </form>
    </>
  );
  return page({ language, title: withApp(words.title, app), children });
}
