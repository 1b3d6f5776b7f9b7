import { renderToStaticMarkup } from "react-dom/server";
import { BANK } from "../../personas.ts";
import { ERROR_PAGE_STYLES } from "../pages/styles.ts";
import type { DecoupledRequest } from "./decoupled-store.ts";

/** What came of the log-in before. */
export type After = "failure" | "another" | "outage";

interface Props {
  readonly request: Pick<DecoupledRequest, "open" | "answered" | "bindingMessage" | "linkId">;
  /** The TPP's name. */
  readonly app: string;
  readonly after?: After;
}

const SAID: Readonly<Record<After, string>> = {
  failure: "We could not sign you in. You can try again.",
  another: "This request is for another customer. If it is yours, sign in with your own user name.",
  outage: "We cannot sign you in at the moment. Try again in a minute.",
};

/** A whole HTML document: what the notice was about, or that it is over. */
export function decoupledPage({ request, app, after }: Props): string {
  const title = request.open ? `${app} is asking you` : OVER[request.answered ? "answered" : "ranOut"].title;
  const page = (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${BANK.name}`}</title>
        <style>{ERROR_PAGE_STYLES}</style>
      </head>
      <body>
        <main>
          <p className="bank">{BANK.name}</p>
          {after && request.open && <p role="alert">{SAID[after]}</p>}
          <h1>
            <bdi>{request.open ? app : title}</bdi>
            {request.open && " is asking you"}
          </h1>
          {request.open ? <Question {...request} app={app} /> : <Over app={app} answered={request.answered} />}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

function Question({ bindingMessage, app }: { readonly bindingMessage: string; readonly app: string }) {
  return (
    <>
      <p>
        Look at the screen where you use <bdi>{app}</bdi>. It must show this:
      </p>
      <p>
        <strong className="match">
          <bdi>{bindingMessage}</bdi>
        </strong>
      </p>
      <p>If it shows something else, or you did not start this, close this page. Nothing happens then.</p>
      <form method="post">
        <button type="submit">Sign in and look at the request</button>
      </form>
    </>
  );
}

const OVER = {
  answered: {
    title: "You can close this page",
    text: "You have answered this request. There is nothing more to do here.",
    next: "You can go on where you use",
  },
  ranOut: {
    title: "The time for this request is over",
    text: "Nobody answered it in time, so nothing was shared or paid. You can close this page.",
    next: "If you still want to, you can start again where you use",
  },
} as const;

function Over({ app, answered }: { readonly app: string; readonly answered: boolean }) {
  const { text, next } = OVER[answered ? "answered" : "ranOut"];
  return (
    <>
      <p>{text}</p>
      <p>
        {next} <bdi>{app}</bdi>.
      </p>
    </>
  );
}
