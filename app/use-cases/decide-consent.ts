import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { type CustomerCase, caseReference } from "~/domain/cases/customer-case";
import { type Allowance, isEnd, type RefusalReason, refuse } from "~/domain/consent/decision";
import { asCaseId } from "~/domain/shared/ids";
import { failed, ok, type Result } from "~/domain/shared/result";
import type { ConsentDesk, RecordedDecision, Visit } from "~/ports/consent-desk";
import { agreeNow, type NotTaken } from "./agree-now";
import type { FactorAnswer } from "./ask-factor";
import type { ConsentView, OpenQuestion } from "./view-consent-request";
import { whyEnded } from "./why-ended";

interface Needs {
  readonly desk: ConsentDesk;
  readonly viewConsentRequest: (visit: Visit) => Promise<ConsentView>;
  /** The server's clock, which the page was made by too. */
  readonly now: () => Date;
  /** Asks for one more factor where one is needed. A bank without any has its log-in alone. */
  readonly askFactor?: (
    visit: Visit,
    question: OpenQuestion,
    decision: Allowance,
    seen: string,
  ) => Promise<FactorAnswer>;
}

/** What the browser sent. */
export type Answer = {
  /** The page that was answered, by its hash. */
  readonly seen: string;
} & (
  | { readonly choice: "allow"; readonly accountIds: readonly string[] }
  | { readonly choice: "refuse"; readonly reason: RefusalReason }
);

/** Nothing is decided yet: the yes waits for one more factor. */
export const TO_BE_CONFIRMED = "to-be-confirmed";
export type Decided = RecordedDecision | typeof TO_BE_CONFIRMED;

/**
 * Records the customer's answer. Everything is read anew for "allow", which may need one more factor before it counts
 * (P-22). "Don't allow" works with the bank down; "this was not me" opens a case too; a page without a question is only
 * ended, which is nobody's no (T7). The page that was answered is on record since it was shown, and the decision rests on
 * it: it grants no more than was there.
 *
 * A visit has one decision: whoever answers second gets the first one back.
 *
 * @throws AuthorityError, BankUnavailable
 */
export const decideConsent = ({ askFactor, ...needs }: Needs) => {
  const { desk } = needs;
  const agreed = agreeNow(needs);
  const endedBecause = whyEnded(needs);
  return async (visit: Visit, answer: Answer): Promise<Result<Decided, NotTaken>> => {
    if (answer.choice === "refuse") {
      const opening = answer.reason === "not-me" ? newCase() : undefined;
      const isPlain = answer.reason === "customer-declined" || isEnd(answer.reason);
      const reason = isPlain ? ((await endedBecause(visit, answer.seen)) ?? "customer-declined") : answer.reason;
      return ok(await desk.intend(visit, refuse(reason), answer.seen, opening));
    }
    const now = await agreed(visit, answer);
    if (now.is === "answered") return ok(now.recorded);
    if (now.is === "not-taken") return failed(now);
    switch (await askFactor?.(visit, now.question, now.decision, answer.seen)) {
      case "asked":
        return ok(TO_BE_CONFIRMED);
      case "locked":
        return ok(await desk.intend(visit, refuse("sca-failed"), answer.seen));
      default:
        return ok(await desk.intend(visit, now.decision, answer.seen));
    }
  };
};

const newCase = (): CustomerCase => ({
  id: asCaseId(uuidv7()),
  kind: "not-expected",
  reference: caseReference(randomBytes(8)),
});
