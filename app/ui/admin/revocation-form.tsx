import { REVOCATION_SCOPES } from "~/domain/revocation/revocation-scope";
import { paths } from "~/paths";
import { TERMINATE_REASONS } from "./terminate-reasons";

export interface RevocationFormView {
  readonly key: string;
  readonly by?: string | undefined;
  readonly of: string;
  readonly reason?: string | undefined;
  readonly wrong: readonly ("by" | "of" | "reason")[];
}

const SCOPES = {
  customer: "One customer",
  tpp: "One TPP",
  account: "One account",
} as const satisfies Record<(typeof REVOCATION_SCOPES)[number], string>;

const WRONG = {
  by: "Say whose consents.",
  of: "Enter the id as the bank writes it, without blanks.",
  reason: "Say why they are revoked.",
} as const;

/** Whose consents, and why. It lists them, and revokes none. */
export function RevocationForm({ view: { key, by, of, reason, wrong } }: { view: RevocationFormView }) {
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
      <fieldset>
        <legend>All live consents of</legend>
        {REVOCATION_SCOPES.map((scope) => (
          <label key={scope} className="choice">
            <input type="radio" name="by" value={scope} required defaultChecked={scope === by} />
            <span>{SCOPES[scope]}</span>
          </label>
        ))}
      </fieldset>
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
        <a href={paths.adminRevocations}>Not now</a>
      </p>
    </form>
  );
}
