import { BANK } from "../../personas.ts";
import { LOCKED_MINUTES } from "../lockout.ts";
import { ErrorSummary } from "./error-summary.tsx";

/** Said to whoever types a locked name, whether or not it exists, and whichever factor failed. */
export function LockedMessage({ minutes }: { minutes: number }) {
  return (
    <ErrorSummary title="Signing in is paused">
      <p>
        There were several failed attempts with this user name, so we pause it for {LOCKED_MINUTES} minutes. Nothing was
        shared.
      </p>
      <p>
        Try again in {minutes === 1 ? "1 minute" : `${minutes} minutes`}, or call{" "}
        <span className="keep">{BANK.phone}</span>.
      </p>
    </ErrorSummary>
  );
}
