import { failed, ok, type Result } from "~/domain/shared/result";
import type { AuthorizationServer } from "~/ports/authorization-server";
import type { AskedChange, ConsentChanges, NotIntended, RecordedChange } from "~/ports/consent-changes";

interface Needs {
  readonly authorizationServer: Pick<AuthorizationServer, "capabilities">;
  readonly changes: ConsentChanges;
  readonly settleChange: (change: RecordedChange, patienceMs: number) => Promise<RecordedChange>;
}

/** How long a page waits for the authorization server, in milliseconds. The job goes on where this leaves off. */
const PATIENCE = 3_000;

/**
 * Stops, terminates, suspends or resumes a consent, or takes one account out of it. Whatever happens after it was recorded, it is on record and will be
 * brought to its end: still `intended` means that it is on its way and that nothing has to be asked for again.
 *
 * @throws DeskUnavailable when it could not be recorded
 */
export const changeConsent =
  ({ authorizationServer, changes, settleChange }: Needs) =>
  async (asked: AskedChange): Promise<Result<RecordedChange, NotIntended>> => {
    const { suspend, removeAccount } = authorizationServer.capabilities;
    if ((asked.move === "suspend" || asked.move === "resume") && !suspend) return failed("not-allowed");
    if (asked.move === "remove-account" && !removeAccount) return failed("not-allowed");
    const intended = await changes.intend(asked);
    if (!intended.ok) return intended;
    // A fault here is met again by the job, which reports it; the customer's change is safe either way.
    const settling = settleChange(intended.value, PATIENCE).catch(() => intended.value);
    return ok(await Promise.race([settling, after(PATIENCE, intended.value)]));
  };

function after<Value>(ms: number, value: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms).unref());
}
