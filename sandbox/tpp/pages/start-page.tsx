import { BANK, TPPS, type Tpp } from "../../personas.ts";
import type { Order } from "../order/order.ts";
import type { OrderFields } from "../order/order-form.ts";
import { AccountAccessFields } from "./account-access-fields.tsx";
import { renderPage } from "./layout.tsx";
import { PaymentFields } from "./payment-fields.tsx";

export interface StartPageProps {
  readonly kind: Order["kind"];
  readonly fields: OrderFields;
  /** The preset that `fields` came from. */
  readonly preset?: string;
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
export function renderStartPage({ kind, fields, preset, problems = {} }: StartPageProps): string {
  const faults = Object.entries(problems);
  const title = kind === "account_access" ? "Ask for account access" : "Ask for a payment";
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
        <nav className="tabs" aria-label="What to ask for">
          <a href="/" aria-current={kind === "account_access" ? "page" : undefined}>
            Account access
          </a>
          <a href="/?kind=payment" aria-current={kind === "domestic_payment" ? "page" : undefined}>
            Payment
          </a>
        </nav>
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
          {kind === "account_access" ? (
            <AccountAccessFields fields={fields} preset={preset} problems={problems} />
          ) : (
            <PaymentFields fields={fields} problems={problems} />
          )}
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
