import { expect, test, vi } from "vitest";
import { createInMemoryAuthorizationServer } from "~/adapters/authorization-server/in-memory.server";
import { aConsentRequest } from "~/domain/consent/builders";
import { refuse } from "~/domain/consent/decision";
import { createInMemoryDesk } from "~/use-cases/in-memory-desk";
import { openVisit } from "~/use-cases/open-visit";
import { settleDecision } from "~/use-cases/settle-decision";
import { startSettlingUnfinished } from "./settle-unfinished";

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
  const report = vi.fn();
  const settle = settleDecision({ authorizationServer, desk });
  const job = startSettlingUnfinished({ unfinished: desk.unfinished, settle, report }, 1);
  await vi.waitFor(() => expect(report).toHaveBeenCalledWith({ found: 1, ended: 0 }));
  authorizationServer.down = false;
  await vi.waitFor(() => expect(report).toHaveBeenCalledWith({ found: 1, ended: 1 }));
  job.stop();
  expect(await desk.decisionOf(opened.value.visit.id)).toMatchObject({ state: "settled" });
});

test("a round that fails is reported and does not end the job", async () => {
  const report = vi.fn();
  const unfinished = vi.fn().mockRejectedValueOnce(new Error("no database")).mockResolvedValue([]);
  const job = startSettlingUnfinished({ unfinished, settle: vi.fn(), report }, 1);
  await vi.waitFor(() => expect(unfinished.mock.calls.length).toBeGreaterThan(1));
  job.stop();
  expect(report).toHaveBeenCalledWith({ failed: expect.any(Error) });
});
