import { paths } from "~/paths";
import { type DataColumn, DataTable } from "../data-table";
import type { AuthorityClientView } from "./operations-view";
import { OperationsWays } from "./operations-ways";
import { Standing } from "./standing";
import "./operations.css";

const COLUMNS: readonly DataColumn<AuthorityClientView>[] = [
  {
    id: "name",
    header: "Client",
    names: true,
    cell: ({ name, id }) => (
      <>
        <bdi>{name}</bdi>
        <br />
        <code>{id}</code>
      </>
    ),
  },
  { id: "whose", header: "Standing", cell: ({ whose }) => <Standing view={whose} /> },
  { id: "workspace", header: "Workspace", cell: ({ workspace }) => <bdi className="workspace">{workspace}</bdi> },
  { id: "authentication", header: "Proves who it is by", cell: ({ authentication }) => <bdi>{authentication}</bdi> },
  {
    id: "certificate",
    header: "Certificate ends",
    cell: ({ certificate }) =>
      certificate ? (
        <span className="states">
          <span className="whole">{certificate.until}</span>
          {certificate.warning && <Standing view={certificate.warning} />}
        </span>
      ) : (
        "Not told"
      ),
  },
  {
    id: "keys",
    header: "Keys",
    cell: ({ keys }) =>
      keys.length === 0 ? (
        "–"
      ) : (
        <ul className="operations-keys">
          {keys.map((key) => (
            <li key={key}>
              <code>{key}</code>
            </li>
          ))}
        </ul>
      ),
  },
  { id: "scopes", header: "Scopes", cell: ({ scopes }) => <bdi>{scopes}</bdi> },
];

/** Who may use the authorization server. */
export function AuthorityPage({ clients }: { clients: readonly AuthorityClientView[] | undefined }) {
  return (
    <>
      <OperationsWays here={paths.adminAuthority} />
      {clients === undefined ? (
        <p className="notice bad">
          The authorization server does not answer now, so that nobody can say who is registered.
        </p>
      ) : (
        <>
          <p className="hint">
            The authorization server tells whose a certificate is, and not until when: its end is as the register of
            TPPs has it, which names none of the bank’s own.
          </p>
          <DataTable
            caption="Clients of the authorization server"
            columns={COLUMNS}
            rows={clients}
            keyOf={({ id }) => id}
            nothing={<p>Nobody is registered.</p>}
          />
        </>
      )}
    </>
  );
}
