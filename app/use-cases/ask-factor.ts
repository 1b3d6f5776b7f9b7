import { randomBytes } from "node:crypto";
import type { Allowance } from "~/domain/consent/decision";
import { onlyAmountOf } from "~/domain/factor/bound-request";
import { factorFor } from "~/domain/factor/factor-policy";
import type { Money } from "~/domain/shared/money";
import type { VisitRecord } from "~/ports/consent-desk";
import type { FactorDesk } from "~/ports/factor-desk";
import { challengeOf } from "./challenge-of";
import type { OpenQuestion } from "./view-consent-request";

interface Needs {
  readonly factorDesk: Pick<FactorDesk, "ask" | "of">;
  readonly now: () => Date;
  /** Payments up to it need nothing more after both factors, where the bank says so. */
  readonly freeUpTo?: Money | undefined;
}

export type FactorAnswer = "not-needed" | "asked" | "locked";

/** Asks for one more factor where the log-in is not enough for this yes (P-22, P-23), bound to exactly this yes. */
export const askFactor =
  ({ factorDesk, now, freeUpTo }: Needs) =>
  async (
    visit: VisitRecord,
    question: Pick<OpenQuestion, "request" | "payloadHash" | "draft" | "risk">,
    decision: Pick<Allowance, "accountIds">,
    shownHash: string,
  ): Promise<FactorAnswer> => {
    const { request, draft } = question;
    // Whoever took the moment that was asked of them was at high risk then (P-16).
    const risk = draft?.tookMoment ? "high" : question.risk;
    const amount = onlyAmountOf(request.subject);
    const needed = factorFor({
      kind: request.subject.kind,
      ...(amount && { amount }),
      ...(request.authentication && { authentication: request.authentication }),
      ...(risk && { risk }),
      now: now(),
      freeUpTo,
    });
    // Whoever was asked once is asked until they meet it: a risk that goes down again opens nothing, least of all a lock.
    if (needed === "none" && !(await factorDesk.of(visit))) return "not-needed";
    const nonce = randomBytes(16).toString("base64url");
    const challenge = challengeOf(visit, question, decision, { nonce, shownHash });
    const { accountIds } = decision;
    return (await factorDesk.ask(visit, { nonce, challenge, shownHash, accountIds })) ? "asked" : "locked";
  };
