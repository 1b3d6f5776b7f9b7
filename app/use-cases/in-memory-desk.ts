import { randomUUID } from "node:crypto";
import { asDecisionId, type VisitId } from "~/domain/shared/ids";
import type { ConsentDesk, RecordedDecision } from "~/ports/consent-desk";

/** A consent desk in this process, for tests of what is done with one. The real one is proved against PostgreSQL. */
export function createInMemoryDesk(): ConsentDesk {
  const opened = new Set<VisitId>();
  const followed = new Set<string>();
  const decisions = new Map<VisitId, RecordedDecision>();
  return {
    async openVisit({ id }) {
      const first = !opened.has(id);
      opened.add(id);
      return first;
    },
    decisionOf: async (visit) => decisions.get(visit),
    async intend({ id }, decision) {
      const recorded = decisions.get(id) ?? { id: asDecisionId(randomUUID()), decision, state: "intended" };
      decisions.set(id, recorded);
      return recorded;
    },
    async settle({ id }, decision, nextHop) {
      decisions.set(id, { ...decision, state: "settled", nextHop });
    },
    async follow({ id }) {
      const first = !followed.has(id);
      followed.add(id);
      return first;
    },
    async close({ id }, decision) {
      decisions.set(id, { ...decision, state: "closed" });
    },
  };
}
