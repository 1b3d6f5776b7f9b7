import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { type CustomerCase, caseReference } from "~/domain/cases/customer-case";
import { type AllowProblem, allow, isEnd, type RefusalReason, refuse } from "~/domain/consent/decision";
import { obstacleTo } from "~/domain/consent-kinds/obstacle";
import { asCaseId } from "~/domain/shared/ids";
import { failed, ok, type Result } from "~/domain/shared/result";
import type { ConsentDesk, RecordedDecision, Visit } from "~/ports/consent-desk";
import type { ConsentView, OpenQuestion } from "./view-consent-request";
import { whyEnded } from "./why-ended";

interface Needs {
  readonly desk: ConsentDesk;
  readonly viewConsentRequest: (visit: Visit) => Promise<ConsentView>;
  /** The server's clock, which the page was made by too. */
  readonly now: () => Date;
}

/** Why the answer cannot be taken, and the question as it is now: nobody has to be asked twice. */
export interface NotTaken {
  readonly problem: AllowProblem;
  readonly question: OpenQuestion;
}

/** What the browser sent. */
export type Answer = {
  /** The page that was answered, by its hash. */
  readonly seen: string;
} & (
  | { readonly choice: "allow"; readonly accountIds: readonly string[] }
  | { readonly choice: "refuse"; readonly reason: RefusalReason }
);

/**
 * Records the customer's answer. Everything is read anew for "allow": the request, whether it is the one that was
 * shown, and what the customer owns now. "Don't allow" works with the bank down; "this was not me" opens a case too; a
 * page without a question is only ended, which is nobody's no (T7). The page that was answered is on record since it was
 * shown, and the decision rests on it: it grants no more than was there.
 *
 * A visit has one decision: whoever answers second gets the first one back.
 *
 * @throws AuthorityError, BankUnavailable
 */
export const decideConsent = ({ desk, viewConsentRequest, now }: Needs) => {
  const endedBecause = whyEnded({ desk, viewConsentRequest });
  return async (visit: Visit, answer: Answer): Promise<Result<RecordedDecision, NotTaken>> => {
    if (answer.choice === "refuse") {
      const opening = answer.reason === "not-me" ? newCase() : undefined;
      const isPlain = answer.reason === "customer-declined" || isEnd(answer.reason);
      const reason = isPlain ? ((await endedBecause(visit, answer.seen)) ?? "customer-declined") : answer.reason;
      return ok(await desk.intend(visit, refuse(reason), answer.seen, opening));
    }
    const [view, shown] = await Promise.all([viewConsentRequest(visit), desk.pageShown(visit, answer.seen)]);
    if (view.state === "answered") return ok(view.recorded);
    // It may have ended while the page was open; nobody can agree to what is over (P-14).
    if (obstacleTo(view.request.subject, now())) {
      return failed({ problem: "request-closed", question: view });
    }
    // An account that the answered page did not show is not granted, however the form came by it (N-10).
    const choosable = new Set(shown?.choosable);
    const decision = allow(
      view.request,
      view.offered.filter(({ account }) => choosable.has(account.id)),
      { ...answer, seen: shown?.payloadHash },
      view.payloadHash,
    );
    return decision.ok
      ? ok(await desk.intend(visit, decision.value, answer.seen))
      : failed({ problem: decision.error, question: view });
  };
};

const newCase = (): CustomerCase => ({
  id: asCaseId(uuidv7()),
  kind: "not-expected",
  reference: caseReference(randomBytes(8)),
});
