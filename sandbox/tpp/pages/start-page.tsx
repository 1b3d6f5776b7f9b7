import { BANK, TPPS, type Tpp } from "../../personas.ts";
import type { OrderFields } from "../order/field.ts";
import { KIND_NAMES, KINDS } from "../order/kinds/index.ts";
import type { Order } from "../order/order.ts";
import { REACH_GROUP } from "../order/reach.ts";
import { renderPage } from "./layout.tsx";
import { OrderGroups } from "./order-groups.tsx";
import { PermissionFields } from "./permission-fields.tsx";

export interface StartPageProps {
  readonly kind: Order["kind"];
  readonly fields: OrderFields;
  /** The preset that `fields` came from. */
  readonly preset?: string;
  /** The run whose consent the new one is to stand in place of. */
  readonly replaces?: { readonly runId: string; readonly consentId: string };
  /** By field name. */
  readonly problems?: Readonly<Record<string, string>>;
}

const PROFILES: Record<Tpp["profile"], string> = {
  "fapi1-advanced": "FAPI 1.0 Advanced · mutual TLS, signed request, code id_token",
  fapi2: "FAPI 2.0 · private_key_jwt, pushed request, PKCE, JARM",
};

const VERSIONS = [
  { value: "v3.1", name: "v3.1.11" },
  { value: "v4.0", name: "v4.0" },
];

/** Where a run begins: who asks, in which version, for what. */
export function renderStartPage({ kind, fields, preset, replaces, problems = {} }: StartPageProps): string {
  const faults = Object.entries(problems);
  const title = replaces ? "Ask for more, in place of what there is" : `New run: ${KINDS[kind].name.toLowerCase()}`;
  return renderPage({
    title: faults.length > 0 ? `Check the form: ${title}` : title,
    here: "new",
    narrow: true,
    children: (
      <>
        <div className="stack">
          <h1>{title}</h1>
          <p className="quiet">
            Takes one consent from a TPP through {BANK.name} and back, and shows every request and response on the way.
          </p>
        </div>
        {replaces ? (
          <p>
            When the customer allows it, the consent <code>{replaces.consentId}</code> ends in the same moment.
          </p>
        ) : (
          <nav className="tabs" aria-label="What to ask for">
            {KIND_NAMES.map((each) => (
              <a key={each} href={`/?kind=${each}`} aria-current={kind === each ? "page" : undefined}>
                {KINDS[each].name}
              </a>
            ))}
          </nav>
        )}
        {faults.length > 0 && (
          <div className="summary" role="alert">
            <h2>Nothing was sent yet</h2>
            <ul>
              {faults.map(([name, problem]) => (
                <li key={name}>
                  <a href={`#${name}`}>{problem}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
        <form className="order" method="post" action="/runs">
          <input type="hidden" name="kind" value={kind} />
          {replaces && <input type="hidden" name="replaces" value={replaces.runId} />}
          <fieldset className="card" id="tpp">
            <legend>Who asks</legend>
            <div className="choices">
              {Object.values(TPPS).map((tpp) => (
                <label className="choice" key={tpp.id}>
                  <input type="radio" name="tpp" value={tpp.id} defaultChecked={fields.tpp === tpp.id} required />
                  <span>{tpp.name}</span>
                  <small>{PROFILES[tpp.profile]}</small>
                </label>
              ))}
            </div>
          </fieldset>
          <fieldset className="card" id="version">
            <legend>UK Read/Write API version</legend>
            <div className="choices">
              {VERSIONS.map(({ value, name }) => (
                <label className="choice" key={value}>
                  <input type="radio" name="version" value={value} defaultChecked={fields.version === value} required />
                  <span>{name}</span>
                </label>
              ))}
            </div>
          </fieldset>
          {kind === "account_access" && (
            <PermissionFields fields={fields} preset={preset} replaces={replaces?.runId} problems={problems} />
          )}
          <OrderGroups
            groups={[...KINDS[kind].groups, ...(replaces ? [] : [REACH_GROUP])]}
            fields={fields}
            problems={problems}
          />
          <div>
            <button className="button primary wide" type="submit">
              Connect to {BANK.name}
            </button>
          </div>
        </form>
      </>
    ),
  });
}
