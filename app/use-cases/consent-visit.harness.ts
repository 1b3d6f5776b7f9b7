import { createInMemoryAuthorizationServer } from "~/adapters/authorization-server/in-memory.server";
import { createInMemoryBank } from "~/adapters/bank/in-memory.server";
import { aBankAccount, aConsentRequest } from "~/domain/consent/builders";
import type { Risk } from "~/domain/consent/risk";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import { ok } from "~/domain/shared/result";
import type { Handoff } from "~/ports/authorization-server";
import type { Visit } from "~/ports/consent-desk";
import { type Answer, decideConsent, TO_BE_CONFIRMED } from "./decide-consent";
import { goOn } from "./go-on";
import { createInMemoryDesk } from "./in-memory-desk";
import { keepShown } from "./keep-shown";
import { openVisit } from "./open-visit";
import { settleDecision } from "./settle-decision";
import { viewConsentRequest } from "./view-consent-request";

export const mine = aBankAccount({ id: asAccountId("acc-mine") });
export const foreign = aBankAccount({
  id: asAccountId("acc-foreign"),
  holders: [{ customer: asCustomerId("cus-2"), name: "Somebody Else" }],
});

/** A customer in front of the question, and everything around them in this process. */
export async function aConsentVisit(request = aConsentRequest()) {
  const clock = { now: new Date("2026-03-14T10:00:00Z") };
  const authorizationServer = createInMemoryAuthorizationServer();
  const bank = createInMemoryBank([mine, foreign]);
  const desk = createInMemoryDesk();
  const riskSignal = { level: "normal" as Risk, riskOf: async () => riskSignal.level };
  const needs = { authorizationServer, bank, desk, riskSignal };
  const view = viewConsentRequest(needs);
  const keep = keepShown(needs);
  const deciding = decideConsent({ desk, viewConsentRequest: view, now: () => clock.now });
  /** At a bank whose log-in is enough. */
  const decide = async (visit: Visit, answer: Answer) => {
    const decided = await deciding(visit, answer);
    if (!decided.ok) return decided;
    if (decided.value === TO_BE_CONFIRMED) throw new Error("nobody asks for a factor here");
    return ok(decided.value);
  };
  const open = (handoff: Handoff) => openVisit(needs)(handoff, "c-1", async (visit) => `sealed ${visit.id}`);

  const handoff = authorizationServer.handOff(request);
  const opened = await open(handoff);
  if (!opened.ok) throw new Error("the first browser owns the hand-off");
  const { visit } = opened.value;

  /** Shows the page as it would be now, and names it. */
  const seenNow = async (choosable = [mine, foreign], said: unknown = choosable) => {
    const now = await view(visit);
    if (now.state !== "open") throw new Error("the question is open");
    const { payloadHash, request, offered } = now;
    return keep(visit, {
      locale: "en",
      catalogueVersion: "1",
      payloadHash,
      made: { request, offered, bank: { name: "Test Bank", phone: "0000" }, now: new Date(0) },
      said,
      choosable: choosable.map(({ id }) => id),
    });
  };
  const allow = async (accountIds = ["acc-mine"]) =>
    decide(visit, { choice: "allow", accountIds, seen: await seenNow() });

  return {
    ...needs,
    clock,
    handoff,
    visit,
    view,
    open,
    decide,
    seenNow,
    allow,
    settle: settleDecision(needs),
    goOn: goOn(needs),
  };
}
