import { type DataColumn, DataTable } from "../data-table";
import { StaffFacts } from "./staff-facts";
import { StaffNotices } from "./staff-notices";
import { Standing } from "./standing";
import type { CertificateRowView, ChangeRowView, ComparedRowView, SuspensionRowView, TppView } from "./tpp-view";
import "./tpp.css";

/** One TPP: what holds it back, what its register says beside what the authorization server has, and what became of both. */
export function TppPage({ view }: { view: TppView }) {
  const { id, standing, notices, asOf, facts, suspensions, compared, certificates, changes } = view;
  return (
    <>
      <p className="states">
        <code>{id}</code> <Standing view={standing} />
      </p>
      <StaffNotices notices={notices} />
      <p className="read-at">{asOf}</p>
      <StaffFacts facts={facts} />
      <section aria-labelledby="suspensions">
        <h2 id="suspensions">Suspensions</h2>
        <DataTable
          caption="Suspensions, newest first, in UTC"
          columns={SUSPENSIONS}
          rows={suspensions}
          keyOf={({ id: key }) => key}
          nothing={<p>It was never suspended here.</p>}
        />
      </section>
      <section aria-labelledby="registered">
        <h2 id="registered">Registered as</h2>
        <DataTable
          caption="What the register says beside what the authorization server has"
          columns={COMPARED}
          rows={compared}
          keyOf={({ field }) => field}
          nothing={null}
        />
      </section>
      <section aria-labelledby="certificates">
        <h2 id="certificates">Certificates</h2>
        <DataTable
          caption="Certificates in the register, in UTC"
          columns={CERTIFICATES}
          rows={certificates}
          keyOf={({ thumbprint }) => thumbprint}
          nothing={<p>The register names no certificate of it.</p>}
        />
      </section>
      <section aria-labelledby="changes">
        <h2 id="changes">What the register changed</h2>
        <DataTable
          caption="Changes in the register, newest first, in UTC"
          columns={CHANGES}
          rows={changes}
          keyOf={({ key }) => key}
          nothing={<p>Nothing was seen to change.</p>}
        />
      </section>
    </>
  );
}

const SUSPENSIONS: readonly DataColumn<SuspensionRowView>[] = [
  { id: "what", header: "What", names: true, cell: ({ what }) => what },
  { id: "standing", header: "Standing", cell: ({ standing }) => <Standing view={standing} /> },
  { id: "from", header: "From", cell: ({ from }) => <span className="whole">{from}</span> },
  { id: "until", header: "Until", cell: ({ until }) => <span className="whole">{until}</span> },
  {
    id: "reason",
    header: "Why",
    cell: ({ reason, approval }) => (
      <>
        <bdi>{reason}</bdi> <a href={approval}>How it was approved</a>
      </>
    ),
  },
  {
    id: "lift",
    header: "End it",
    cell: ({ lift, what }) => (lift ? <a href={lift}>Lift: {what.toLowerCase()}</a> : "–"),
  },
];

const COMPARED: readonly DataColumn<ComparedRowView>[] = [
  { id: "field", header: "What", names: true, cell: ({ field }) => field },
  { id: "register", header: "Register", cell: ({ register }) => <bdi>{register}</bdi> },
  {
    id: "authority",
    header: "Authorization server",
    cell: ({ authority, differs }) => (
      <span className="states">
        <bdi>{authority}</bdi>
        {differs && <Standing view={{ word: "Differs", tone: "wait" }} />}
      </span>
    ),
  },
];

const CERTIFICATES: readonly DataColumn<CertificateRowView>[] = [
  { id: "use", header: "Use", names: true, cell: ({ use }) => <span className="whole">{use}</span> },
  { id: "state", header: "State", cell: ({ state }) => <Standing view={state} /> },
  { id: "from", header: "From", cell: ({ from }) => <span className="whole">{from}</span> },
  { id: "until", header: "Until", cell: ({ until }) => <span className="whole">{until}</span> },
  {
    id: "subject",
    header: "Subject",
    cell: ({ subject, thumbprint }) => (
      <>
        <bdi className="any-break">{subject}</bdi> <code>{thumbprint}</code>
      </>
    ),
  },
];

const CHANGES: readonly DataColumn<ChangeRowView>[] = [
  { id: "at", header: "Seen", names: true, cell: ({ at }) => <span className="whole">{at}</span> },
  { id: "what", header: "What", cell: ({ what }) => what },
  { id: "before", header: "Before", cell: ({ before }) => <bdi>{before}</bdi> },
  { id: "after", header: "After", cell: ({ after }) => <bdi>{after}</bdi> },
];
