import { randomUUID } from "node:crypto";
import { A_SUBJECT_OF, aConsentRequest } from "~/domain/consent/builders";
import type { Mode } from "~/domain/consent/mode";
import { asAccountId, asConsentId } from "~/domain/shared/ids";
import { aRegisteredApp } from "~/domain/tpp/builders";
import { authorizationServerContract } from "./contract";
import { context } from "./contract-steps";
import { createInMemoryAuthorizationServer } from "./in-memory.server";

authorizationServerContract("the in-memory adapter", async () => {
  const adapter = createInMemoryAuthorizationServer();
  adapter.clients = [aRegisteredApp()];
  const unreachable = createInMemoryAuthorizationServer();
  unreachable.down = true;
  return {
    adapter,
    unreachable,
    customer: "cus-1",
    async handOff(kind, after) {
      const subject = A_SUBJECT_OF[kind]();
      const [consent] = after
        ? await adapter
            .listConsents({}, { size: 100 }, context)
            .then((all) => all.filter(({ id }) => id === ("again" in after ? after.again : after.insteadOf)))
        : [];
      const before = consent && { since: consent.createdAt, accounts: consent.accountIds.map(asAccountId) };
      const id = after && "again" in after ? after.again : asConsentId(randomUUID());
      const mode: Mode | undefined =
        after &&
        before &&
        ("again" in after
          ? {
              is: "again",
              ...before,
              revision: consent.revision ?? 0,
              ...(consent.status === "revoked" && { wasStopped: true }),
            }
          : { is: "instead-of", ...before, consentId: after.insteadOf, subject });
      const handoff = adapter.handOff(aConsentRequest({ id, subject, ...(mode && { mode }) }));
      return { handoff, query: new URLSearchParams({ kind, ref: handoff.ref, proof: handoff.proof }) };
    },
    withdraw: async (handoff) => adapter.withdraw(handoff),
    timeOut: async (handoff) => adapter.timeOut(handoff),
    events: async () => adapter.pushed,
    follow: async (handoff, nextHop) => void adapter.resume(handoff, nextHop),
    close: async () => {},
  };
});
