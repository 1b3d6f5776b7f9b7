import { refuse } from "~/domain/consent/decision";
import type { ConsentDesk, RecordedDecision, Visit } from "~/ports/consent-desk";
import type { FactorRequest } from "~/ports/factor-desk";
import type { FactorStanding } from "./factor-standing";
import type { FactorTried, meetFactor, Proof } from "./meet-factor";

interface Needs {
  readonly standing: (visit: Visit) => Promise<FactorStanding>;
  readonly desk: Pick<ConsentDesk, "intend" | "intendConfirmed">;
  readonly meet: ReturnType<typeof meetFactor>;
}

export type Confirmed =
  | { readonly is: "decided"; readonly recorded: RecordedDecision }
  | Extract<FactorTried, { is: "no-code" | "code-over" | "wrong" }>
  | { readonly is: "elsewhere"; readonly standing: Exclude<FactorStanding, { is: "open" | "answered" | "locked" }> };

/**
 * Takes the factor that a yes was waiting for, and records the yes with it in one statement: it is used once, on its own
 * visit, in its time, for exactly what it was bound to, and everything that it is bound to is read anew (B-05). The last
 * wrong try ends the request (T7).
 *
 * @throws AuthorityError, BankUnavailable, DeskUnavailable, FactorsUnavailable
 */
export const confirmConsent = ({ standing, desk, meet }: Needs) => {
  const end = async (visit: Visit, { shownHash }: FactorRequest): Promise<Confirmed> => ({
    is: "decided",
    recorded: await desk.intend(visit, refuse("sca-failed"), shownHash),
  });

  /** What there is to say of a request that is not open, or not the one that was answered. */
  const over = async (visit: Visit, now: FactorStanding): Promise<Confirmed> => {
    if (now.is === "answered") return { is: "decided", recorded: now.recorded };
    if (now.is === "locked") return end(visit, now.asked);
    return { is: "elsewhere", standing: now.is === "open" ? { is: "over" } : now };
  };

  return async (visit: Visit, proof: Proof): Promise<Confirmed> => {
    const now = await standing(visit);
    if (now.is !== "open") return over(visit, now);
    const { asked, decision } = now;
    // Of a page that is older than the newest question: what it showed may not be what is asked now.
    if (asked.challenge !== proof.challenge) return over(visit, now);
    const tried = await meet(visit, asked, proof);
    if (tried.is === "gone") return over(visit, await standing(visit));
    if (tried.is === "wrong" && tried.left === 0) return end(visit, asked);
    if (tried.is !== "met") return tried;
    const { by, challenge } = tried.met;
    const confirmed = { by, at: asked.now.toISOString(), challenge } as const;
    const recorded = await desk.intendConfirmed(visit, { ...decision, confirmed }, asked.shownHash, tried.met);
    return recorded ? { is: "decided", recorded } : { is: "elsewhere", standing: { is: "over" } };
  };
};
