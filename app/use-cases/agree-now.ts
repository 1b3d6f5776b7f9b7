import { type Allowance, type AllowProblem, allow } from "~/domain/consent/decision";
import { obstacleTo } from "~/domain/consent-kinds/obstacle";
import type { ConsentDesk, RecordedDecision, Visit } from "~/ports/consent-desk";
import type { ConsentView, OpenQuestion } from "./view-consent-request";

interface Needs {
  readonly desk: Pick<ConsentDesk, "pageShown">;
  readonly viewConsentRequest: (visit: Visit) => Promise<ConsentView>;
  /** The server's clock, which the page was made by too. */
  readonly now: () => Date;
}

/** Why the answer cannot be taken, and the question as it is now: nobody has to be asked twice. */
export interface NotTaken {
  readonly problem: AllowProblem;
  readonly question: OpenQuestion;
}

export type AgreedNow =
  | { readonly is: "answered"; readonly recorded: RecordedDecision }
  | ({ readonly is: "not-taken" } & NotTaken)
  | { readonly is: "agreed"; readonly question: OpenQuestion; readonly decision: Allowance };

/**
 * What "allow" comes to, with everything read anew: the request, whether it is the one that was shown, and what the
 * customer owns now. It grants no more than was on the page of that name.
 *
 * @throws AuthorityError, BankUnavailable, DeskUnavailable
 */
export const agreeNow =
  ({ desk, viewConsentRequest, now }: Needs) =>
  async (
    visit: Visit,
    answer: { readonly seen: string; readonly accountIds: readonly string[] },
  ): Promise<AgreedNow> => {
    const [view, shown] = await Promise.all([viewConsentRequest(visit), desk.pageShown(visit, answer.seen)]);
    if (view.state === "answered") return { is: "answered", recorded: view.recorded };
    // It may have ended while the page was open; nobody can agree to what is over (P-14).
    if (obstacleTo(view.request.subject, now())) return { is: "not-taken", problem: "request-closed", question: view };
    // An account that the answered page did not show is not granted, however the form came by it (N-10).
    const choosable = new Set(shown?.choosable);
    const decision = allow(
      view.request,
      view.offered.filter(({ account }) => choosable.has(account.id)),
      { ...answer, seen: shown?.payloadHash },
      view.payloadHash,
    );
    return decision.ok
      ? { is: "agreed", question: view, decision: decision.value }
      : { is: "not-taken", problem: decision.error, question: view };
  };
