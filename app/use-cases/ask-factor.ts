import { randomBytes } from "node:crypto";
import type { Allowance } from "~/domain/consent/decision";
import { factorFor } from "~/domain/factor/factor-policy";
import type { VisitRecord } from "~/ports/consent-desk";
import type { FactorDesk } from "~/ports/factor-desk";
import { challengeOf } from "./challenge-of";
import type { OpenQuestion } from "./view-consent-request";

interface Needs {
  readonly factorDesk: Pick<FactorDesk, "ask" | "of">;
  readonly now: () => Date;
}

export type FactorAnswer = "not-needed" | "asked" | "locked";

/** Asks for one more factor where the log-in is not enough for this yes (P-22, P-23), bound to exactly this yes. */
export const askFactor =
  ({ factorDesk, now }: Needs) =>
  async (
    visit: VisitRecord,
    question: Pick<OpenQuestion, "request" | "payloadHash" | "draft" | "risk">,
    decision: Pick<Allowance, "accountIds">,
    shownHash: string,
  ): Promise<FactorAnswer> => {
    const { request, draft } = question;
    // Whoever took the moment that was asked of them was at high risk then (P-16).
    const risk = draft?.tookMoment ? "high" : question.risk;
    const needed = factorFor({
      kind: request.subject.kind,
      ...(request.authentication && { authentication: request.authentication }),
      ...(risk && { risk }),
      now: now(),
    });
    // Whoever was asked once is asked until they meet it: a risk that goes down again opens nothing, least of all a lock.
    if (needed === "none" && !(await factorDesk.of(visit))) return "not-needed";
    const nonce = randomBytes(16).toString("base64url");
    const challenge = challengeOf(visit, question, decision, { nonce, shownHash });
    const { accountIds } = decision;
    return (await factorDesk.ask(visit, { nonce, challenge, shownHash, accountIds })) ? "asked" : "locked";
  };
