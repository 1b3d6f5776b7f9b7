import { createHash } from "node:crypto";
import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { Draft } from "~/domain/consent/draft";
import { draftToBegin, offeredAgain } from "~/domain/consent/mode";
import { type OfferedAccount, offerAccounts } from "~/domain/consent/offered-account";
import type { Risk } from "~/domain/consent/risk";
import { payeeOf } from "~/domain/consent-kinds/index";
import type { PayeeCheck } from "~/domain/consent-kinds/payee-check";
import type { VrpUse } from "~/domain/consent-kinds/vrp-use";
import { payloadText } from "~/domain/evidence/shown-page";
import { offeredToOne } from "~/domain/signers/signed-again";
import { AuthorityError, type AuthorizationServer } from "~/ports/authorization-server";
import type { Bank } from "~/ports/bank";
import type { ConsentDesk, RecordedDecision, Visit } from "~/ports/consent-desk";
import type { RiskSignal } from "~/ports/risk-signal";
import { isOfOneRequest } from "./moment-before";

interface Needs {
  readonly authorizationServer: AuthorizationServer;
  readonly bank: Bank;
  readonly desk: ConsentDesk;
  readonly riskSignal: RiskSignal;
}

export type ConsentView = { readonly state: "answered"; readonly recorded: RecordedDecision } | OpenQuestion;

export interface OpenQuestion {
  readonly state: "open";
  readonly request: ConsentRequest;
  readonly offered: readonly OfferedAccount[];
  /** Names this request as it is now: another one shows another page. */
  readonly payloadHash: string;
  /** What the customer did on the page of this very request so far. */
  readonly draft?: Draft;
  /** Of a payment: what was found of the payee's name. It stops nothing (P-17). */
  readonly payeeCheck?: PayeeCheck;
  /** Of payments within limits: what was paid so far, where they are in use. */
  readonly vrpUse?: VrpUse;
  /** Of those in place of which these are asked for: the same of the earlier ones. */
  readonly usedBefore?: VrpUse;
  /** What the bank's checks make of it. Not asked again of whoever took the moment that they asked for (P-16). */
  readonly risk?: Risk;
}

/**
 * What the page shows: the answer, once there is one, else the question. The authorization server, the bank and our
 * own record are asked at once, so the page waits for the slowest and not for the sum.
 *
 * @throws AuthorityError, BankUnavailable
 */
export const viewConsentRequest =
  ({ authorizationServer, bank, desk, riskSignal }: Needs) =>
  async (visit: Visit): Promise<ConsentView> => {
    const context = { correlationId: visit.correlationId };
    const described = authorizationServer.describe(visit.handoff, context);
    const question = Promise.all([
      described,
      bank.accountsOf(visit.customer, context),
      described.then(({ request: { subject } }) => {
        const payee = payeeOf(subject);
        return payee && bank.checkPayee(payee, context);
      }),
      described.then(({ request: { id, subject } }) =>
        subject.kind === "domestic-vrp" ? bank.vrpUseOf(visit.customer, id, context) : undefined,
      ),
      described.then(({ request: { mode, subject } }) =>
        mode?.is === "instead-of" && subject.kind === "domestic-vrp"
          ? bank.vrpUseOf(visit.customer, mode.consentId, context)
          : undefined,
      ),
    ]);
    const askedRisk = riskSignal.riskOf(visit, context);
    // With an answer on record nobody waits for the question, and its failure must not go unheard elsewhere.
    question.catch(() => {});
    askedRisk.catch(() => {});
    const { recorded, draft } = await desk.standing(visit);
    if (recorded) return { state: "answered", recorded };

    const [{ request }, accounts, payeeCheck, vrpUse, usedBefore] = await question;
    if (request.customer !== visit.customer || request.id !== visit.consentId) {
      throw new AuthorityError("handoff-unknown", "the hand-off now stands for another consent or customer");
    }
    const { holdsForSignatures } = authorizationServer.capabilities;
    const payloadHash = createHash("sha256").update(payloadText(request)).digest("base64url");
    const offered = offeredAgain(
      offeredToOne(offerAccounts(accounts, request.subject), request, holdsForSignatures),
      request.mode,
    );
    const begun = draftToBegin(request.mode, offered);
    // A changed request is a new question, and starts as one.
    const done = draft && isOfOneRequest(draft.payloadHash, payloadHash) ? draft.draft : undefined;
    // On the page that stands before the question nobody could choose, and what was begun with stands.
    const kept = begun && draft?.payloadHash !== payloadHash ? { ...done, ...begun } : done;
    const risk = kept?.tookMoment ? undefined : await askedRisk;
    return {
      state: "open",
      request,
      offered,
      payloadHash,
      ...(kept && { draft: kept }),
      ...(risk && { risk }),
      ...(payeeCheck && { payeeCheck }),
      ...(vrpUse && { vrpUse }),
      ...(usedBefore && { usedBefore }),
    };
  };
