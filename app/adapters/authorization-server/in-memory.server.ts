import { randomUUID } from "node:crypto";
import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { Decision } from "~/domain/consent/decision";
import {
  AuthorityError,
  type AuthorizationServer,
  type ConsentRecord,
  type Handoff,
  type NextHop,
} from "~/ports/authorization-server";

/** An authorization server in this process: for tests that need one to misbehave on command. */
export interface InMemoryAuthorizationServer extends AuthorizationServer {
  /** A TPP has asked, the customer has logged in: what the browser now brings. */
  handOff(request: ConsentRequest): Handoff;
  /** The TPP deletes its consent. */
  withdraw(handoff: Handoff): void;
  /** The hand-off lapses. */
  lapse(handoff: Handoff): void;
  /** The browser follows a next hop. Only the newest opens anything, once; from then on no answer is taken again. */
  resume(handoff: Handoff, nextHop: NextHop): boolean;
  /** While true every call fails as an unreachable server does. */
  down: boolean;
}

interface Pending {
  readonly proof: string;
  request: ConsentRequest;
  decision?: Decision;
  hop?: string;
  resumed: boolean;
  record: ConsentRecord;
}

export function createInMemoryAuthorizationServer(): InMemoryAuthorizationServer {
  const pending = new Map<string, Pending>();

  /** Lapsed hand-offs are forgotten, consents are not. */
  const lapsed: ConsentRecord[] = [];
  const everything = () => [...lapsed, ...[...pending.values()].map(({ record }) => record)];

  const find = (handoff: Handoff): Pending => {
    if (server.down) throw new AuthorityError("unavailable", "told to be down");
    const found = pending.get(handoff.ref);
    if (!found || found.proof !== handoff.proof) throw new AuthorityError("handoff-unknown", "no such hand-off");
    return found;
  };

  const server: InMemoryAuthorizationServer = {
    down: false,
    capabilities: { stages: "one", revokeUnit: "consent", listBy: new Set(["client", "account"]) },

    handOff(request) {
      const handoff = { authority: "memory", kind: request.subject.kind, ref: randomUUID(), proof: randomUUID() };
      const record: ConsentRecord = {
        id: request.id,
        clientId: request.requester.clientId,
        clientName: request.requester.name,
        kind: request.subject.kind,
        status: "pending",
        createdAt: new Date(),
        accountIds: [],
      };
      pending.set(handoff.ref, { proof: handoff.proof, request, resumed: false, record });
      return handoff;
    },
    withdraw(handoff) {
      const found = find(handoff);
      found.request = { ...found.request, open: false };
    },
    lapse(handoff) {
      lapsed.push(find(handoff).record);
      pending.delete(handoff.ref);
    },
    resume(handoff, nextHop) {
      const found = find(handoff);
      const opens = !found.resumed && found.hop === nextHop.to.href;
      if (opens) found.resumed = true;
      return opens;
    },

    readHandoff(query) {
      const [kind, ref, proof] = ["kind", "ref", "proof"].map((name) => query.get(name));
      if ((kind !== "account-access" && kind !== "domestic-payment") || !ref || !proof) return undefined;
      return { authority: "memory", kind, ref, proof };
    },

    async describe(handoff) {
      const { request, decision } = find(handoff);
      return { request: decision ? { ...request, open: false } : request };
    },

    async decide(handoff, decision) {
      const found = find(handoff);
      if (found.decision && (found.resumed || JSON.stringify(found.decision) !== JSON.stringify(decision))) {
        throw new AuthorityError("handoff-spent", "answered");
      }
      if (!found.request.open) throw new AuthorityError("decision-not-allowed", "withdrawn");
      found.decision = decision;
      found.record =
        decision.outcome === "allowed"
          ? { ...found.record, status: "authorised", accountIds: decision.accountIds }
          : { ...found.record, status: "rejected" };
      found.hop = `https://authorization-server.example/resume?answer=${randomUUID()}`;
      return { to: new URL(found.hop) };
    },

    async findConsent({ id }) {
      if (server.down) throw new AuthorityError("unavailable", "told to be down");
      return everything().find((record) => record.id === id);
    },

    async listConsents(filter, page) {
      const records = everything().reverse();
      const from = page.after ? records.findIndex(({ id }) => id === page.after) + 1 : 0;
      return records
        .slice(from)
        .filter((record) => !filter.clientId || record.clientId === filter.clientId)
        .filter((record) => !filter.kinds || filter.kinds.includes(record.kind))
        .filter((record) => !filter.statuses || filter.statuses.includes(record.status))
        .filter((record) => !filter.accountIds || record.accountIds.some((id) => filter.accountIds?.includes(id)))
        .slice(0, page.size);
    },

    async revokeConsent(id) {
      for (const entry of pending.values()) if (entry.record.id === id) revoke(entry);
    },

    async revokeByClient(id, kinds) {
      const live = [...pending.values()].filter(
        ({ record }) => record.clientId === id && kinds.includes(record.kind) && record.status === "authorised",
      );
      live.forEach(revoke);
      return live.length;
    },
  };
  return server;
}

function revoke(entry: Pending): void {
  if (entry.record.status === "authorised") entry.record = { ...entry.record, status: "revoked" };
}
