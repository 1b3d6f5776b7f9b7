import { randomUUID } from "node:crypto";
import { stoppedAs } from "~/domain/evidence/shown-page";
import { asDecisionId, type VisitId } from "~/domain/shared/ids";
import type { ConsentDesk, PageSeen, RecordedDecision, Standing, Visit } from "~/ports/consent-desk";

/** A consent desk in this process, for tests of what is done with one. The real one is proved against PostgreSQL. */
export function createInMemoryDesk(): ConsentDesk {
  const visits = new Map<VisitId, Visit>();
  const sending = new Set<string>();
  const followed = new Set<string>();
  const shown = new Map<string, PageSeen>();
  const drafts = new Map<VisitId, NonNullable<Standing["draft"]>>();
  const decisions = new Map<VisitId, RecordedDecision>();

  const end = async ({ id }: Visit, recorded: RecordedDecision, change: Partial<RecordedDecision>) => {
    const now = decisions.get(id) ?? recorded;
    const ended = now.state === "intended" ? { ...now, ...change } : now;
    decisions.set(id, ended);
    return ended;
  };
  const replace = (recorded: RecordedDecision, change: (now: RecordedDecision) => RecordedDecision) => {
    for (const [visit, now] of decisions) if (now.id === recorded.id) decisions.set(visit, change(now));
  };

  return {
    async openVisit(visit) {
      const first = !visits.has(visit.id);
      visits.set(visit.id, visit);
      return first;
    },
    decisionOf: async (visit) => decisions.get(visit),
    async standing({ id }) {
      const recorded = decisions.get(id);
      const draft = drafts.get(id);
      return recorded ? { recorded } : draft ? { draft } : {};
    },
    async keepDraft({ id }, draft, seen) {
      const payloadHash = shown.get(`${id} ${seen}`)?.payloadHash;
      if (payloadHash !== undefined) drafts.set(id, { draft, payloadHash });
    },
    async keepShown({ id }, { shownHash, payloadHash, shown: page }) {
      const stopped = stoppedAs(page);
      shown.set(`${id} ${shownHash}`, {
        payloadHash,
        choosable: page.choosable,
        ...(stopped && { stoppedAs: stopped }),
      });
    },
    pageShown: async ({ id }, hash) => shown.get(`${id} ${hash}`),
    otherLogInAsked: async () => {},
    async intend({ id }, decision) {
      const recorded = decisions.get(id) ?? { id: asDecisionId(randomUUID()), decision, state: "intended" };
      decisions.set(id, recorded);
      return recorded;
    },
    intendConfirmed(visit, decision, seen) {
      return this.intend(visit, decision, seen);
    },
    async takeToSend({ id }) {
      const free = !sending.has(id);
      sending.add(id);
      return free;
    },
    unfinished: async () =>
      [...decisions].flatMap(([id, recorded]) => {
        const visit = visits.get(id);
        return visit && recorded.state === "intended" && !sending.has(recorded.id)
          ? [{ visit: async () => visit, recorded, waitingSeconds: 0 }]
          : [];
      }),
    giveBack: async ({ id }) => void sending.delete(id),
    settle: (visit, recorded, nextHop) => end(visit, recorded, { state: "settled", ...(nextHop && { nextHop }) }),
    close: (visit, recorded, closedBecause) => end(visit, recorded, { state: "closed", closedBecause }),
    async follow({ id }) {
      const first = !followed.has(id);
      followed.add(id);
      return first;
    },
    async renewNextHop(recorded, nextHop) {
      followed.delete(recorded.id);
      replace(recorded, (now) => ({ ...now, nextHop }));
    },
    forgetNextHop: async (recorded) => replace(recorded, ({ nextHop: _, ...now }) => now),
  };
}
