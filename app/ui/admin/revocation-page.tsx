import { paths } from "~/paths";
import { type DataColumn, DataTable } from "../data-table";
import { ToldCustomer } from "./consent-act";
import type { BreakdownView, RevocationView, RunView, SampleView } from "./revocation-view";
import { StaffFacts } from "./staff-facts";
import "./revocation.css";

/** One list: what is in it, what it would do or does, and what came of it. */
export function RevocationPage({ view }: { view: RevocationView }) {
  const { id, says, facts, breakdown, sample, told, run, ways, rest } = view;
  return (
    <>
      <p className="revocation-says" role="status">
        {says}
      </p>
      {run && <Run view={run} />}
      {ways.length > 0 && (
        <p className="acts">
          {ways.map(({ label, href, first }) => (
            <a key={href} href={href} className={first ? "act first" : "act"}>
              {label}
            </a>
          ))}
        </p>
      )}
      {rest && <ListTheRest of={id} rest={rest} />}
      <section aria-labelledby="what">
        <h2 id="what">What it is</h2>
        <StaffFacts facts={facts} />
      </section>
      {breakdown.length > 0 && (
        <section aria-labelledby="parts">
          <h2 id="parts">By TPP and kind</h2>
          <DataTable
            caption="Consents by TPP and kind"
            columns={PARTS}
            rows={breakdown}
            keyOf={({ href, kind }) => `${href} ${kind}`}
            nothing={null}
          />
        </section>
      )}
      {sample.length > 0 && (
        <section aria-labelledby="sample">
          <h2 id="sample">A sample</h2>
          <DataTable
            caption="Some of the consents"
            columns={SAMPLE}
            rows={sample}
            keyOf={(row) => row.id}
            nothing={null}
          />
        </section>
      )}
      {told && <ToldCustomer view={told} />}
      <p className="revocation-id">
        List <code>{id}</code>
      </p>
    </>
  );
}

const PARTS: readonly DataColumn<BreakdownView>[] = [
  {
    id: "tpp",
    header: "TPP",
    names: true,
    cell: ({ tpp, href }) => (
      <a href={href}>
        <bdi>{tpp}</bdi>
      </a>
    ),
  },
  { id: "kind", header: "Kind", cell: ({ kind }) => kind },
  { id: "count", header: "Consents", numeric: true, cell: ({ count }) => count },
];

const SAMPLE: readonly DataColumn<SampleView>[] = [
  { id: "id", header: "Consent", names: true, unbroken: true, cell: ({ id }) => <code>{id}</code> },
  { id: "tpp", header: "TPP", cell: ({ tpp }) => <bdi>{tpp}</bdi> },
  { id: "kind", header: "Kind", cell: ({ kind }) => kind },
  { id: "since", header: "Since (UTC)", unbroken: true, cell: ({ since }) => since },
];

/** Nothing is revoked by it: the rest is a list of its own, which somebody else approves. */
function ListTheRest({ of, rest: { key, reason } }: { of: string; rest: NonNullable<RevocationView["rest"]> }) {
  return (
    <form method="post" action={paths.adminPrepareRevocation()} className="revocation-rest">
      <input type="hidden" name="by" value="rest" />
      <input type="hidden" name="of" value={of} />
      <input type="hidden" name="reason" value={reason} />
      <input type="hidden" name="key" value={key} />
      <button type="submit" className="act">
        List the rest again
      </button>
      <span className="hint">A list of its own, of what is still live. Somebody else approves it.</span>
    </form>
  );
}

function Run({ view: { over, count, says, tallies, away } }: { view: RunView }) {
  return (
    <div className="revocation-run">
      {away && <p className="notice wait">{away}</p>}
      <p>
        <progress max={count} value={over} aria-label="How many have their result" />
        <span>{says}</span>
      </p>
      <ul>
        {tallies.map(({ label, count: many, href }) => (
          <li key={label}>
            <a href={href}>
              <strong>{many}</strong> {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
