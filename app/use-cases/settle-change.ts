import { setTimeout as sleep } from "node:timers/promises";
import { outcomeOf } from "~/domain/consent/change";
import { asAccountId } from "~/domain/shared/ids";
import { AuthorityError, type AuthorizationServer, type CallContext } from "~/ports/authorization-server";
import type { ConsentChanges, RecordedChange } from "~/ports/consent-changes";

interface Needs {
  readonly authorizationServer: AuthorizationServer;
  readonly changes: ConsentChanges;
}

type ChangeToTell = Pick<
  RecordedChange,
  "consentId" | "clientId" | "kind" | "move" | "reason" | "accountId" | "overPause" | "correlationId"
> & { readonly actor: Pick<RecordedChange["actor"], "type"> };

/**
 * Brings a recorded change to the authorization server, asks what it holds then, and answers what became of it. It may
 * be called again at any time: what has ended is read back, and asking for the same change twice is one change. Still
 * `intended` means: nothing is known, asking again is safe.
 *
 * @param patienceMs how long to wait for whoever is sending the same change.
 */
export const settleChange =
  ({ authorizationServer, changes }: Needs) =>
  async (change: RecordedChange, patienceMs: number): Promise<RecordedChange> => {
    if (!(await changes.takeToSend(change))) return whoeverSends(changes, change, patienceMs);
    const told = await tell(authorizationServer, change).catch(nothingKnown);
    switch (told.outcome) {
      case "took-effect":
        return changes.settle(change, told.revision === undefined ? {} : { revision: told.revision });
      case "stands-already":
        return changes.settle(change, undefined);
      case "not-allowed":
        return changes.close(change, "not-allowed");
      case "unclear":
        await changes.giveBack(change);
        return change;
    }
  };

/**
 * Asks the authorization server for a change, and then what it holds: what is known of it after that.
 *
 * @throws AuthorityError `unavailable`
 */
export async function tell(authorizationServer: AuthorizationServer, change: ChangeToTell) {
  const context = { correlationId: change.correlationId };
  const answer = await send(authorizationServer, change, context).then(
    () => "taken" as const,
    (error: unknown) => refusalOf(error),
  );
  // "Yes" is not enough: it also answers so when somebody else was first, or the consent has run out meanwhile.
  const { consentId: id, clientId, kind } = change;
  const held = await authorizationServer.findConsent({ id, clientId, kind }, context);
  return { outcome: outcomeOf(change, answer, held), revision: held?.revision };
}

function send(authorizationServer: AuthorizationServer, change: ChangeToTell, context: CallContext): Promise<void> {
  const { consentId, move, reason, actor, accountId, overPause } = change;
  const why = { by: actor.type === "customer" ? "customer" : "bank", reason } as const;
  switch (move) {
    case "stop":
    case "terminate":
      return authorizationServer.revokeConsent(consentId, why, context);
    case "suspend":
      return authorizationServer.suspendConsent(consentId, why, context);
    case "resume":
      // The customer's pause goes on.
      if (overPause) return Promise.resolve();
      return authorizationServer.resumeConsent(consentId, why, context);
    case "remove-account":
      return authorizationServer.removeAccount(consentId, asAccountId(accountId ?? ""), why, context);
  }
}

function refusalOf(error: unknown): "refused" {
  if (error instanceof AuthorityError && error.failure !== "unavailable") return "refused";
  throw error;
}

function nothingKnown(error: unknown): { readonly outcome: "unclear"; readonly revision: undefined } {
  if (error instanceof AuthorityError) return { outcome: "unclear", revision: undefined };
  throw error;
}

async function whoeverSends(changes: ConsentChanges, change: RecordedChange, patienceMs: number) {
  for (let waited = 0; ; waited += 100) {
    const now = await changes.again(change);
    if (now.state !== "intended" || waited >= patienceMs) return now;
    await sleep(100);
  }
}
