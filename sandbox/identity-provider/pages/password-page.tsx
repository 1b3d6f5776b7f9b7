import { BANK } from "../../personas.ts";
import { type Acr, CA } from "../sign-in-policy.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { page } from "./layout.tsx";
import { LockedMessage } from "./locked-message.tsx";

export type PasswordError =
  | { readonly kind: "missing"; readonly username: boolean; readonly password: boolean }
  | { readonly kind: "wrong" }
  | { readonly kind: "locked"; readonly minutes: number };

export interface PasswordPageProps {
  readonly uid: string;
  readonly origin: string;
  /** What was asked for; whether something comes after the password. */
  readonly acr: Acr;
  readonly username?: string;
  readonly error?: PasswordError;
}

/** The first factor. */
export function passwordPage({ uid, origin, acr, username = "", error }: PasswordPageProps): string {
  const missing = error?.kind === "missing" ? error : { username: false, password: false };
  const invalid = error?.kind === "wrong" || undefined;
  return page(
    "Sign in",
    <>
      {error && <PasswordProblem error={error} />}
      {acr !== CA && <p className="step">Step 1 of 2</p>}
      <h1>Sign in</h1>
      <p>Signing in shares nothing. After it you see what is asked of you.</p>
      <form method="post" action={`/sign-in/${uid}`} noValidate>
        <div className="field">
          <label htmlFor="username">User name</label>
          {missing.username && (
            <p className="field-error" id="username-error">
              Enter your user name
            </p>
          )}
          <input
            id="username"
            name="username"
            defaultValue={username}
            autoComplete="username"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            aria-invalid={missing.username || invalid}
            aria-describedby={missing.username ? "username-error" : undefined}
          />
        </div>
        <div className="field">
          <label htmlFor="password">Password</label>
          {missing.password && (
            <p className="field-error" id="password-error">
              Enter your password
            </p>
          )}
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            aria-invalid={missing.password || invalid}
            aria-describedby={missing.password ? "password-error" : undefined}
          />
        </div>
        <div className="actions">
          <button type="submit">Continue</button>
          <button type="submit" className="secondary" formAction={`/sign-in/${uid}/cancel`}>
            Cancel
          </button>
        </div>
      </form>
      <aside aria-label="Stay safe">
        <p>
          {BANK.name} asks for your password only at <strong>{new URL(origin).host}</strong>. No app and no caller ever
          needs it.
        </p>
        <p>
          Trouble signing in? Call <span className="keep">{BANK.phone}</span>.
        </p>
      </aside>
    </>,
    { failed: error !== undefined },
  );
}

function PasswordProblem({ error }: { error: PasswordError }) {
  if (error.kind === "locked") return <LockedMessage minutes={error.minutes} />;
  if (error.kind === "wrong") {
    return (
      <ErrorSummary title="We could not sign you in">
        <p>
          <a href="#username">The user name or the password does not match</a>. Nothing was shared.
        </p>
      </ErrorSummary>
    );
  }
  return (
    <ErrorSummary title="Something is missing">
      <ul>
        {error.username && (
          <li>
            <a href="#username">Enter your user name</a>
          </li>
        )}
        {error.password && (
          <li>
            <a href="#password">Enter your password</a>
          </li>
        )}
      </ul>
    </ErrorSummary>
  );
}
