import { BeforeChange, TagOf } from "../change-tag";
import { type DataColumn, DataTable } from "../data-table";
import { Sentence } from "../sentence";
import type { CaseRow, ChangeRow, DeliveryRow, ReadRow, SignerRow, VersionRow } from "./consent-detail-view";
import { Standing } from "./standing";

const VERSION_COLUMNS: readonly DataColumn<VersionRow>[] = [
  { id: "version", header: "Version", names: true, cell: ({ version }) => version },
  { id: "when", header: "When", unbroken: true, cell: ({ when }) => when },
  { id: "what", header: "What", cell: ({ what }) => what },
  { id: "who", header: "By", cell: ({ who }) => who },
  { id: "status", header: "Then", cell: ({ status }) => <Standing view={status} /> },
  {
    id: "changed",
    header: "Changed",
    cell: ({ changed, shown }) => (
      <>
        {changed.map(({ text, tag }) => (
          <p key={text}>
            <TagOf tag={tag} /> <Sentence>{text}</Sentence> <BeforeChange tag={tag} />
          </p>
        ))}
        {shown ? <a href={shown}>What the customer saw</a> : changed.length === 0 && "–"}
      </>
    ),
  },
];

export const VersionsTable = ({ rows }: { rows: readonly VersionRow[] }) => (
  <DataTable
    caption="Versions, newest first"
    columns={VERSION_COLUMNS}
    rows={rows}
    keyOf={({ version }) => String(version)}
    nothing="Nothing has become of it yet."
  />
);

const READ_COLUMNS: readonly DataColumn<ReadRow>[] = [
  { id: "day", header: "Day", names: true, unbroken: true, cell: ({ day }) => day },
  { id: "what", header: "Data", cell: ({ what }) => what },
  { id: "account", header: "Account", cell: ({ account }) => <Sentence>{account}</Sentence> },
  { id: "times", header: "Bank time", cell: ({ times }) => times },
  { id: "how", header: "How", cell: ({ how }) => how },
  { id: "reads", header: "Reads", numeric: true, cell: ({ reads }) => reads },
  { id: "records", header: "Entries", numeric: true, cell: ({ records }) => records },
];

export const ReadsTable = ({ rows }: { rows: readonly ReadRow[] }) => (
  <DataTable
    caption="Reads by day"
    columns={READ_COLUMNS}
    rows={rows}
    keyOf={({ id }) => id}
    nothing="Nothing was read."
  />
);

const CHANGE_COLUMNS: readonly DataColumn<ChangeRow>[] = [
  { id: "when", header: "When", names: true, unbroken: true, cell: ({ when }) => when },
  { id: "what", header: "What", cell: ({ what }) => what },
  {
    id: "why",
    header: "Why",
    cell: ({ why, note }) => (
      <>
        {why}
        {note && (
          <q className="said">
            <Sentence>{note}</Sentence>
          </q>
        )}
      </>
    ),
  },
  { id: "who", header: "By", unbroken: true, cell: ({ who }) => <Sentence>{who}</Sentence> },
  { id: "outcome", header: "Outcome", unbroken: true, cell: ({ outcome }) => <Standing view={outcome} /> },
];

export const ChangesTable = ({ rows }: { rows: readonly ChangeRow[] }) => (
  <DataTable
    caption="What was asked for outside the consent page, newest first"
    columns={CHANGE_COLUMNS}
    rows={rows}
    keyOf={({ id }) => id}
    nothing="Nobody has stopped, held or released it."
  />
);

const DELIVERY_COLUMNS: readonly DataColumn<DeliveryRow>[] = [
  { id: "when", header: "When", names: true, unbroken: true, cell: ({ when }) => when },
  { id: "to", header: "To", cell: ({ to }) => to },
  { id: "what", header: "Of", cell: ({ what }) => what },
  {
    id: "outcome",
    header: "Outcome",
    cell: ({ outcome, problem }) => (
      <>
        <Standing view={outcome} />
        {problem && (
          <p>
            <Sentence>{problem}</Sentence>
          </p>
        )}
      </>
    ),
  },
];

export const DeliveriesTable = ({ rows }: { rows: readonly DeliveryRow[] }) => (
  <DataTable
    caption="Who was told, newest first"
    columns={DELIVERY_COLUMNS}
    rows={rows}
    keyOf={({ id }) => id}
    nothing="Nobody was told of anything yet."
  />
);

const SIGNER_COLUMNS: readonly DataColumn<SignerRow>[] = [
  {
    id: "name",
    header: "Signer",
    names: true,
    cell: ({ id, name }) => (
      <>
        <Sentence>{name}</Sentence> <code>{id}</code>
      </>
    ),
  },
  { id: "state", header: "Answer", cell: ({ state }) => <Standing view={state} /> },
  { id: "when", header: "Since", unbroken: true, cell: ({ when }) => when },
];

export const SignersTable = ({ rows }: { rows: readonly SignerRow[] }) => (
  <DataTable
    caption="Who has to agree"
    columns={SIGNER_COLUMNS}
    rows={rows}
    keyOf={({ id }) => id}
    nothing="Nobody was asked."
  />
);

const CASE_COLUMNS: readonly DataColumn<CaseRow>[] = [
  { id: "reference", header: "Case", names: true, cell: ({ reference }) => <code>{reference}</code> },
  { id: "what", header: "What the customer said", cell: ({ what }) => what },
  { id: "opened", header: "Opened", unbroken: true, cell: ({ opened }) => opened },
  { id: "state", header: "State", cell: ({ state }) => <Standing view={state} /> },
];

export const CasesTable = ({ rows }: { rows: readonly CaseRow[] }) => (
  <DataTable
    caption="Cases, newest first"
    columns={CASE_COLUMNS}
    rows={rows}
    keyOf={({ reference }) => reference}
    nothing="The customer has not reported it."
  />
);
