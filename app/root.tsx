import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteError,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { LanguageSwitchContext } from "~/ui/language-switch";
import { presentLanguages } from "~/ui/present-languages";
import { ProblemMessage, problemOf } from "~/ui/problem-message";
import { correlationId } from "~/web/correlation.server";
import { useNonce, useReference, useSpoken } from "~/web/document-context";
import { documentLanguage } from "~/web/document-language";
import { spokenTo, wordsFor } from "~/web/language.server";
import { isScriptFree } from "~/web/script-free";
import "./styles.css";

export function loader({ request }: LoaderFunctionArgs) {
  return {
    reference: correlationId(),
    languages: presentLanguages(wordsFor(request), request.url),
    ...spokenTo(request),
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const { locale, problems } = useSpoken();
  const error = useRouteError();
  const scriptFree = isScriptFree(useMatches().map((match) => match.handle));
  return (
    <html {...documentLanguage(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {/* Not in `meta`, which is not told the language where the root's loader did not run. */}
        {error !== undefined && error !== null && <title>{problemOf(error, problems).title}</title>}
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Links />
      </head>
      <body>
        {children}
        {!scriptFree && <ScrollRestoration nonce={nonce} />}
        {!scriptFree && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return (
    <LanguageSwitchContext.Provider value={useLoaderData<typeof loader>().languages}>
      <Outlet />
    </LanguageSwitchContext.Provider>
  );
}

export function ErrorBoundary() {
  const { problems } = useSpoken();
  return <ProblemMessage problem={problemOf(useRouteError(), problems)} words={problems} reference={useReference()} />;
}
