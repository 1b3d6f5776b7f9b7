import { expect, test, vi } from "vitest";
import { createInMemoryAuthorizationServer } from "~/adapters/authorization-server/in-memory.server";
import { aConsentRequest } from "~/domain/consent/builders";
import { refuse } from "~/domain/consent/decision";
import { createInMemoryDesk } from "./in-memory-desk";
import { logInAgain } from "./log-in-again";
import { openVisit } from "./open-visit";
import { settleDecision } from "./settle-decision";

async function atThePage() {
  const authorizationServer = createInMemoryAuthorizationServer();
  const desk = createInMemoryDesk();
  const asked = vi.spyOn(desk, "otherLogInAsked");
  const needs = { authorizationServer, desk };
  const handoff = authorizationServer.handOff(aConsentRequest());
  const opened = await openVisit(needs)(handoff, "c-1", async () => "sealed");
  if (!opened.ok) throw new Error("the first browser owns the hand-off");
  return { ...needs, asked, visit: opened.value.visit, settle: settleDecision(needs), pass: logInAgain(needs) };
}

test("somebody else logs in: it is on record, and the visit is over without an answer", async () => {
  const { authorizationServer, desk, visit, asked, pass } = await atThePage();
  expect(await pass(visit)).toHaveProperty("to");
  expect(asked).toHaveBeenCalledExactlyOnceWith(visit);
  expect(await desk.decisionOf(visit.id)).toBeUndefined();
  const described = authorizationServer.describe(visit.handoff, { correlationId: "c-1" });
  await expect(described).rejects.toMatchObject({ failure: "handoff-passed-on" });
});

test("an answer that was given stands, and nobody else is asked for one", async () => {
  const { authorizationServer, desk, visit, asked, pass } = await atThePage();
  await desk.intend(visit, refuse("customer-declined"));
  expect(await pass(visit)).toBeUndefined();
  expect(asked).not.toHaveBeenCalled();
  await expect(authorizationServer.describe(visit.handoff, { correlationId: "c-1" })).resolves.toBeDefined();
});

test("a page that was left open answers nothing for whoever logged in since", async () => {
  const { authorizationServer, desk, visit, pass, settle } = await atThePage();
  await pass(visit);
  const closed = await settle(visit, await desk.intend(visit, refuse("customer-declined")));
  expect(closed).toMatchObject({ state: "closed", closedBecause: "spent" });
  const { consentId: id, clientId, kind } = visit;
  const held = await authorizationServer.findConsent({ id, clientId, kind }, { correlationId: "c-1" });
  expect(held).toMatchObject({ status: "pending" });
});

test("while the authorization server is down nothing is lost: asking again goes through", async () => {
  const { authorizationServer, visit, pass } = await atThePage();
  authorizationServer.down = true;
  await expect(pass(visit)).rejects.toMatchObject({ failure: "unavailable" });
  authorizationServer.down = false;
  expect(await pass(visit)).toHaveProperty("to");
});
