import { expect, test } from "vitest";
import { createInMemoryAuthorizationServer } from "~/adapters/authorization-server/in-memory.server";
import { aConsentRequest } from "~/domain/consent/builders";
import { refuse } from "~/domain/consent/decision";
import { createInMemoryDesk } from "~/use-cases/in-memory-desk";
import { openVisit } from "~/use-cases/open-visit";
import { settleDecision } from "~/use-cases/settle-decision";
import { settleUnfinished } from "./settle-unfinished";

const unhurried = new AbortController().signal;

test("a refusal that the customer left behind reaches the authorization server, once it is back", async () => {
  const authorizationServer = createInMemoryAuthorizationServer();
  const desk = createInMemoryDesk();
  const opened = await openVisit({ authorizationServer, desk })(
    authorizationServer.handOff(aConsentRequest()),
    "c-1",
    async () => "",
  );
  if (!opened.ok) throw new Error("opened");
  await desk.intend(opened.value.visit, refuse("customer-declined"));

  authorizationServer.down = true;
  const settle = settleDecision({ authorizationServer, desk });
  const job = settleUnfinished({ unfinished: desk.unfinished, settle });
  expect(await job.round(unhurried)).toEqual({ counts: { found: 1, ended: 0 }, lagSeconds: 0, more: false });
  authorizationServer.down = false;
  expect(await job.round(unhurried)).toMatchObject({ counts: { found: 1, ended: 1 } });
  expect(await desk.decisionOf(opened.value.visit.id)).toMatchObject({ state: "settled" });
  expect(await job.round(unhurried)).toMatchObject({ counts: { found: 0, ended: 0 } });
});
