import { NAMED_SCOPES } from "~/domain/revocation/revocation-scope";
import { paths } from "~/paths";
import { StaffFacts } from "./staff-facts";
import { TERMINATE_REASONS } from "./terminate-reasons";

export interface RevocationFormView {
  readonly key: string;
  readonly by?: string | undefined;
  readonly of: string;
  readonly reason?: string | undefined;
  readonly wrong: readonly (keyof typeof WRONG)[];
  /** A search that was made before, in the place of an id. */
  readonly search?: SearchedView | undefined;
}

interface SearchedView {
  /** As the list of consents reads it from an address. */
  readonly query: string;
  readonly sentence: string;
  /** The list of consents that it is of. */
  readonly back: string;
}

const SCOPES = {
  customer: "One customer",
  tpp: "One TPP",
  account: "One account",
} as const satisfies Record<(typeof NAMED_SCOPES)[number], string>;

const WRONG = {
  by: "Say whose consents.",
  of: "Enter the id as the bank writes it, without blanks.",
  reason: "Say why they are revoked.",
  everything: "There is no list of all consents. Narrow the search to a customer, a TPP, an account, a kind or dates.",
  "not-live": "What has ended or has not begun cannot be revoked. Search for consents that are live or held.",
  nothing: "Nobody and nothing with a consent is called that.",
  "too-many": "More than 100 customers or consents are meant by that. Type more of the name or of the id.",
} as const;

/** Whose consents, and why. It lists them, and revokes none. */
export function RevocationForm({ view }: { view: RevocationFormView }) {
  const { key, reason, wrong, search } = view;
  return (
    <form method="post" className="fields">
      <p>This lists what is live now, and revokes nothing. The list runs only when somebody else approves it.</p>
      <input type="hidden" name="key" value={key} />
      {wrong.length > 0 && (
        <div className="notice bad" role="alert" id="wrong">
          {wrong.map((field) => (
            <p key={field}>{WRONG[field]}</p>
          ))}
        </div>
      )}
      {search ? <Searched view={search} /> : <Named view={view} />}
      <fieldset>
        <legend>Why are they revoked?</legend>
        {Object.entries(TERMINATE_REASONS).map(([code, words]) => (
          <label key={code} className="choice">
            <input type="radio" name="reason" value={code} required defaultChecked={code === reason} />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <p className="acts">
        <button type="submit" className="act first">
          List them
        </button>
        <a href={search?.back ?? paths.adminRevocations}>Not now</a>
      </p>
    </form>
  );
}

function Searched({ view: { query, sentence } }: { view: SearchedView }) {
  return (
    <>
      <input type="hidden" name="by" value="search" />
      <input type="hidden" name="search" value={query} />
      <StaffFacts facts={[{ label: "Search", value: sentence, is: "text" }]} />
    </>
  );
}

function Named({ view: { by, of, wrong } }: { view: RevocationFormView }) {
  return (
    <>
      <fieldset>
        <legend>All live consents of</legend>
        {NAMED_SCOPES.map((scope) => (
          <label key={scope} className="choice">
            <input type="radio" name="by" value={scope} required defaultChecked={scope === by} />
            <span>{SCOPES[scope]}</span>
          </label>
        ))}
      </fieldset>
      <p className="hint">
        For any others, <a href={paths.adminConsents}>search for consents</a> and revoke what is found.
      </p>
      <label>
        <span>Its id</span>
        <span className="hint" id="of-hint">
          The customer’s, the TPP’s client id or the account’s id, never an account number.
        </span>
        <input
          name="of"
          maxLength={128}
          required
          autoComplete="off"
          spellCheck={false}
          defaultValue={of}
          aria-describedby={wrong.length > 0 ? "of-hint wrong" : "of-hint"}
          aria-invalid={wrong.includes("of") || undefined}
        />
      </label>
    </>
  );
}
