import type { Allowance } from "~/domain/consent/decision";
import type { RecordedDecision, Visit } from "~/ports/consent-desk";
import type { FactorDesk, FactorRequest } from "~/ports/factor-desk";
import type { AgreedNow, NotTaken } from "./agree-now";
import { challengeOf } from "./challenge-of";
import type { OpenQuestion } from "./view-consent-request";

interface Needs {
  readonly factorDesk: Pick<FactorDesk, "of">;
  readonly agreeNow: (
    visit: Visit,
    answer: { readonly seen: string; readonly accountIds: readonly string[] },
  ) => Promise<AgreedNow>;
}

export type FactorStanding =
  | { readonly is: "answered"; readonly recorded: RecordedDecision }
  /** Nobody was asked, or whoever was is not to answer any more. */
  | { readonly is: "none" | "over" }
  | { readonly is: "locked"; readonly asked: FactorRequest }
  | ({ readonly is: "not-taken" } & NotTaken)
  | {
      readonly is: "open";
      readonly asked: FactorRequest;
      readonly question: OpenQuestion;
      readonly decision: Allowance;
    };

/**
 * Where the factor of a visit stands. What it is bound to is read anew and hashed again: had one byte of it changed since
 * it was asked for, it is as good as changed on the page (B-05).
 *
 * @throws AuthorityError, BankUnavailable, DeskUnavailable
 */
export const factorStanding =
  ({ factorDesk, agreeNow }: Needs) =>
  async (visit: Visit): Promise<FactorStanding> => {
    const asked = await factorDesk.of(visit);
    if (!asked) return { is: "none" };
    const now = await agreeNow(visit, { seen: asked.shownHash, accountIds: asked.accountIds });
    if (now.is === "answered") return now;
    if (asked.state === "locked") return { is: "locked", asked };
    if (asked.state !== "open") return { is: "over" };
    if (now.is === "not-taken") return now;
    const { question, decision } = now;
    if (challengeOf(visit, question, decision, asked) !== asked.challenge) {
      return { is: "not-taken", problem: "request-changed", question };
    }
    return { is: "open", asked, question, decision };
  };
