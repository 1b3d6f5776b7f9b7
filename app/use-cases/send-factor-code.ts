import { randomBytes } from "node:crypto";
import { CODE_SECONDS, codeFrom } from "~/domain/factor/code";
import type { Visit, VisitRecord } from "~/ports/consent-desk";
import type { FactorDesk, FactorRequest } from "~/ports/factor-desk";
import { type Factors, FactorsUnavailable } from "~/ports/factors";
import type { CodeMac } from "./code-mac";
import type { FactorStanding } from "./factor-standing";
import type { OpenQuestion } from "./view-consent-request";

interface Carriers {
  readonly factorDesk: Pick<FactorDesk, "sendCode" | "takeBackCode">;
  readonly factors: Pick<Factors, "sendCode">;
  readonly codeMac: CodeMac;
}

interface Needs {
  readonly standing: (visit: Visit) => Promise<FactorStanding>;
  readonly bring: ReturnType<typeof bringCode>;
}

/** What is asked, as far as a message or the page that confirms it says it. */
export type Confirmable = Pick<OpenQuestion, "request" | "offered" | "payeeCheck" | "vrpUse">;

/** What the message is made of. */
export interface CodeToSend {
  readonly code: string;
  readonly reference: string;
  readonly until: Date;
  readonly question: Confirmable;
}

export type CodeBrought = { readonly is: "sent" | "no-more" | "not-sent" };
export type CodeSent =
  | CodeBrought
  | { readonly is: "elsewhere"; readonly standing: Exclude<FactorStanding, { is: "open" }> };

/**
 * Sends a code for exactly what was asked. It is counted before it is sent, so that no outage makes more of them, and
 * taken back where it could not be sent.
 */
export const bringCode =
  ({ factorDesk, factors, codeMac }: Carriers) =>
  async (
    visit: VisitRecord,
    { asked, question }: { readonly asked: FactorRequest; readonly question: Confirmable },
    textOf: (message: CodeToSend) => string,
  ): Promise<CodeBrought> => {
    const { challenge } = asked;
    const code = codeFrom(randomBytes(16));
    const reference = randomBytes(2).toString("hex").toUpperCase();
    if (!(await factorDesk.sendCode(visit, challenge, { mac: codeMac.of(challenge, code), reference }))) {
      return { is: "no-more" };
    }
    const until = new Date(Math.min(asked.now.getTime() + CODE_SECONDS * 1_000, asked.expiresAt.getTime()));
    const lifetimeSeconds = Math.floor((until.getTime() - asked.now.getTime()) / 1_000);
    const text = textOf({ code, reference, until, question });
    try {
      const context = { correlationId: visit.correlationId };
      await factors.sendCode(visit.customer, { code, reference, text, lifetimeSeconds }, context);
      return { is: "sent" };
    } catch (error) {
      if (!(error instanceof FactorsUnavailable)) throw error;
      await factorDesk.takeBackCode(visit, challenge);
      return { is: "not-sent" };
    }
  };

/**
 * Sends a code for what a visit's yes waits for, with everything read anew.
 *
 * @param challenge names what the page showed; a code for anything else is not sent.
 */
export const sendFactorCode =
  ({ standing, bring }: Needs) =>
  async (visit: Visit, challenge: string, textOf: (message: CodeToSend) => string): Promise<CodeSent> => {
    const now = await standing(visit);
    if (now.is !== "open") return { is: "elsewhere", standing: now };
    if (now.asked.challenge !== challenge) return { is: "elsewhere", standing: { is: "over" } };
    return bring(visit, now, textOf);
  };
