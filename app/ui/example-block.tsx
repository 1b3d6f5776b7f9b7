import type { ExampleView } from "./example-view";
import { Sentence } from "./sentence";

/** What of the customer's own data a group stands for. On the screen alone: it is no part of what is agreed to. */
export function ExampleBlock({ view }: { view: ExampleView }) {
  return (
    <section
      id="example"
      tabIndex={-1}
      aria-labelledby="example-title"
      className="mt-1 mb-3 border-s-4 border-edge ps-4 text-base print:hidden"
    >
      <h3 id="example-title" className="font-semibold">
        <span aria-hidden="true">
          <Sentence>{view.title}</Sentence>
        </span>
        <span className="sr-only">
          <Sentence>{view.spokenTitle}</Sentence>
        </span>
      </h3>
      {view.failed ? (
        <p>{view.failed}</p>
      ) : (
        <>
          {view.lines.map((line) => (
            <ExampleLines key={line.id} line={line} />
          ))}
          <p className="mt-2 text-soft">
            <Sentence>{view.note}</Sentence>
          </p>
        </>
      )}
    </section>
  );
}

function ExampleLines({ line }: { line: ExampleView["lines"][number] }) {
  return (
    <div className="mt-2">
      <p className="text-soft">{line.label}</p>
      {line.rows.length === 0 ? (
        <p>{line.none}</p>
      ) : (
        <ul className="rows">
          {line.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server; two rows may say the same
            <li key={at} className="flex flex-wrap justify-between gap-x-4 py-1">
              <span className="min-w-0 flex-1 basis-40">
                <span aria-hidden={row.spoken ? true : undefined}>
                  <Sentence>{row.text}</Sentence>
                </span>
                {row.spoken && (
                  <span className="sr-only">
                    <Sentence>{row.spoken}</Sentence>
                  </span>
                )}
              </span>
              {row.amount && <span className="figures ms-auto">{row.amount}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
