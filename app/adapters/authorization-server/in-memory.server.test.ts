import { randomUUID } from "node:crypto";
import { A_SUBJECT_OF, aConsentRequest } from "~/domain/consent/builders";
import { asConsentId } from "~/domain/shared/ids";
import { authorizationServerContract } from "./contract";
import { createInMemoryAuthorizationServer } from "./in-memory.server";

authorizationServerContract("the in-memory adapter", async () => {
  const adapter = createInMemoryAuthorizationServer();
  const unreachable = createInMemoryAuthorizationServer();
  unreachable.down = true;
  return {
    adapter,
    unreachable,
    customer: "cus-1",
    async handOff(kind) {
      const subject = A_SUBJECT_OF[kind]();
      const handoff = adapter.handOff(aConsentRequest({ id: asConsentId(randomUUID()), subject }));
      return { handoff, query: new URLSearchParams({ kind, ref: handoff.ref, proof: handoff.proof }) };
    },
    withdraw: async (handoff) => adapter.withdraw(handoff),
    timeOut: async (handoff) => adapter.timeOut(handoff),
    events: async () => adapter.pushed,
    follow: async (handoff, nextHop) => void adapter.resume(handoff, nextHop),
    close: async () => {},
  };
});
