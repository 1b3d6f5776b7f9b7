import type { MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { ProblemMessage, problemOf } from "~/ui/problem-message";
import { correlationId } from "~/web/correlation.server";
import { useNonce, useReference } from "~/web/document-context";
import { documentLanguage } from "~/web/document-language";
import { isScriptFree } from "~/web/script-free";
import "./styles.css";

export const meta: MetaFunction = ({ error }) => (error === undefined ? [] : [{ title: problemOf(error).title }]);

export function loader() {
  return { reference: correlationId() };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const scriptFree = isScriptFree(useMatches().map((match) => match.handle));
  return (
    <html {...documentLanguage()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
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
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ProblemMessage problem={problemOf(useRouteError())} reference={useReference()} />;
}
