import { paths } from "~/paths";
import { type DataColumn, DataTable, Pages } from "../data-table";
import type { AuditLineView, AuditSearchView, AuditView } from "./audit-view";
import { StaffFacts } from "./staff-facts";
import { Standing } from "./standing";
import "./audit.css";

const COLUMNS: readonly DataColumn<AuditLineView>[] = [
  { id: "what", header: "What", names: true, cell: ({ href, what }) => <a href={href}>{what}</a> },
  { id: "at", header: "When (UTC)", cell: ({ at }) => <span className="at">{at}</span> },
  { id: "who", header: "Who", cell: ({ who }) => <bdi>{who}</bdi> },
  {
    id: "consent",
    header: "Consent",
    cell: ({ consent, consentHref }) =>
      consentHref ? (
        <a href={consentHref}>
          <code>{consent}</code>
        </a>
      ) : (
        "–"
      ),
  },
  { id: "tpp", header: "TPP", cell: ({ tpp }) => (tpp ? <code>{tpp}</code> : "–") },
  { id: "place", header: "Place", numeric: true, cell: ({ place }) => place },
];

/** the light of the record, what is looked for, and what was found. */
export function AuditPage({ view }: { view: AuditView }) {
  const { light, facts, search, notices, lines, exports, isNarrowed, newer, older } = view;
  return (
    <>
      <section className="audit-standing" aria-labelledby="standing">
        <h2 id="standing">The record</h2>
        <p className="light">
          <Standing view={light} />
        </p>
        <StaffFacts facts={facts} />
        <p className="acts">
          <a className="act" href={paths.adminAuditVerify}>
            Verify the record
          </a>
        </p>
      </section>
      <h2>Events</h2>
      <SearchForm search={search} />
      {notices.map((notice) => (
        <p key={notice} className="notice wait">
          {notice}
        </p>
      ))}
      <DataTable
        caption="Events of the record, newest first"
        columns={COLUMNS}
        rows={lines}
        keyOf={({ id }) => id}
        nothing={
          isNarrowed ? (
            <p>
              No event is like that. <a href={paths.adminAudit}>Show all events</a>
            </p>
          ) : (
            <p>Nothing has been written down yet.</p>
          )
        }
      />
      <Pages previous={newer} next={older} />
      {exports && (
        <form method="post" action={paths.adminAuditExport} className="audit-export">
          {exports.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" className="act">
            Take these events away with their proof
          </button>
          <p className="hint">
            Every event that matches, its place in the chain and what signed it, as one file. Anybody with the bank’s
            public keys can check it without us.
          </p>
        </form>
      )}
    </>
  );
}

function SearchForm({ search }: { search: AuditSearchView }) {
  const { consent, who, type, tpp, from, until, types } = search;
  return (
    <>
      <form action={paths.adminAudit} className="audit-search">
        <Field name="consent" label="Consent" value={consent} />
        <Field name="who" label="Staff id or customer pseudonym" value={who} />
        <label>
          <span>Kind of event</span>
          <select name="type" defaultValue={type}>
            <option value="">Any</option>
            {types.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <Field name="tpp" label="TPP" value={tpp} />
        <Field name="from" label="From (UTC)" value={from} type="datetime-local" />
        <Field name="until" label="Until (UTC)" value={until} type="datetime-local" />
        <div className="audit-go">
          <button type="submit" className="act first">
            Search
          </button>
          <a href={paths.adminAudit}>Clear</a>
        </div>
        <p className="hint">That you looked for a person will be on record.</p>
      </form>
      <details className="audit-customer">
        <summary>Look for a customer by number</summary>
        <form method="post" action={paths.adminAuditCustomer} className="audit-search">
          <Field name="customer" label="Customer number" value="" />
          <div className="audit-go">
            <button type="submit" className="act">
              Find their events
            </button>
          </div>
        </form>
      </details>
    </>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly type?: string;
}

function Field({ name, label, value, type = "text" }: FieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input name={name} type={type} defaultValue={value} maxLength={256} autoComplete="off" />
    </label>
  );
}
