import type { Body, Exchange, Field } from "../protocol/exchange.ts";

/** A request and its response, side by side where there is room. */
export function ExchangeView({ exchange, label }: { readonly exchange: Exchange; readonly label: string }) {
  const { request, response, problem, milliseconds } = exchange;
  return (
    <div className="exchange">
      <div className="side">
        <h4>Request</h4>
        <p className="line">
          <strong>{request.method}</strong> {request.url}
        </p>
        <Pairs fields={request.headers} />
        <BodyView body={request.body} label={`${label}: request body`} />
      </div>
      <div className="side">
        <h4>Response</h4>
        <p className="line">
          <strong>{response?.status ?? "No answer"}</strong> {problem} <span className="quiet">{milliseconds} ms</span>
        </p>
        <Pairs fields={response?.headers ?? []} />
        <BodyView body={response?.body} label={`${label}: response body`} />
      </div>
    </div>
  );
}

/** Names with their values, as in headers and parameters. */
export function Pairs({ fields }: { readonly fields: readonly Field[] }) {
  if (fields.length === 0) return null;
  return (
    <dl className="pairs">
      {fields.map(({ name, value }, index) => (
        // A header or parameter may occur twice, so the name alone is no key.
        // biome-ignore lint/suspicious/noArrayIndexKey: a static list, rendered once
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Focusable, because it may scroll (WCAG 2.1.1). */
export function Code({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a scrolling pre needs a name and a tab stop, and has no element of its own
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll
    <pre tabIndex={0} role="region" aria-label={label}>
      {text}
    </pre>
  );
}

function BodyView({ body, label }: { readonly body: Body | undefined; readonly label: string }) {
  if (!body) return <p className="quiet">No body</p>;
  return body.type === "form" ? <Pairs fields={body.fields} /> : <Code text={body.text} label={label} />;
}
