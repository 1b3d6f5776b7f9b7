import { BANK } from "../../personas.ts";
import type { Person } from "../people.ts";
import { CODE_MINUTES, type SignIn } from "../sign-in.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { page } from "./layout.tsx";
import { LockedMessage } from "./locked-message.tsx";

export type CodeError =
  | { readonly kind: "not_six_digits" | "wrong" | "expired" }
  | { readonly kind: "no_more"; readonly sent: number }
  | { readonly kind: "locked"; readonly minutes: number };

export interface CodePageProps {
  readonly uid: string;
  readonly signIn: SignIn;
  readonly error?: CodeError;
}

/** The second factor. */
export function codePage({ uid, signIn, error }: CodePageProps): string {
  const sentAgain = signIn.codesSent > 1;
  const invalid = error !== undefined && error.kind !== "no_more";
  return page(
    "Enter your code",
    <>
      {error && <CodeProblem error={error} />}
      <p className="step">Step 2 of 2</p>
      <h1>Enter your code</h1>
      <p role={sentAgain ? "status" : undefined}>
        We sent {sentAgain ? "a new" : "a"} six-digit code to {phoneOf(signIn.person)}. It works once, for{" "}
        {CODE_MINUTES} minutes.
      </p>
      <p>
        The message has the reference <strong className="reference">{signIn.reference}</strong>.
      </p>
      <form method="post" action={`/sign-in/${uid}/code`} noValidate autoComplete="off">
        <div className="field">
          <label htmlFor="code">Code</label>
          <input
            id="code"
            name="code"
            className="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            aria-invalid={invalid || undefined}
            aria-describedby="code-hint"
          />
          <p className="hint" id="code-hint">
            Six digits. You can paste them.
          </p>
        </div>
        <div className="actions">
          <button type="submit">Sign in</button>
          <button type="submit" className="secondary" formAction={`/sign-in/${uid}/cancel`}>
            Cancel
          </button>
        </div>
        <p className="resend">
          No message yet?{" "}
          <button type="submit" className="link" formAction={`/sign-in/${uid}/resend`}>
            Send a new code
          </button>
        </p>
      </form>
      <aside aria-label="Stay safe">
        <p>Give this code to nobody, not even to someone who says they are from {BANK.name}.</p>
      </aside>
      <aside className="sandbox" aria-label="Sandbox">
        <p>
          Sandbox only: no real message is sent.{" "}
          <a href="/phone" target="_blank" rel="noopener">
            Open the sandbox phone in a new tab
          </a>
          .
        </p>
      </aside>
    </>,
    { failed: error !== undefined },
  );
}

const phoneOf = ({ phone }: Person) => (phone ? `your phone ending ${phone.slice(-4)}` : "your work phone");

function CodeProblem({ error }: { error: CodeError }) {
  switch (error.kind) {
    case "locked":
      return <LockedMessage minutes={error.minutes} />;
    case "wrong":
      return (
        <ErrorSummary title="We could not sign you in">
          <p>
            <a href="#code">The code does not match</a>. Nothing was shared.
          </p>
        </ErrorSummary>
      );
    case "not_six_digits":
      return (
        <ErrorSummary title="Check the code">
          <p>
            <a href="#code">Enter the six digits of the message</a>
          </p>
        </ErrorSummary>
      );
    case "expired":
      return (
        <ErrorSummary title="This code is too old">
          <p>A code works for {CODE_MINUTES} minutes. Send a new one below. Nothing was shared.</p>
        </ErrorSummary>
      );
    case "no_more":
      return (
        <ErrorSummary title="We sent no new code">
          <p>
            You had {error.sent} codes for this sign-in. Use the last one, or cancel and start again. Nothing was
            shared.
          </p>
        </ErrorSummary>
      );
  }
}
