import { randomUUID } from "node:crypto";
import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { Decision } from "~/domain/consent/decision";
import { moveReasonOf } from "~/domain/consent/lifecycle";
import type { FileRow } from "~/domain/consent-kinds/file-payment";
import { CONSENT_KINDS, isConsentKind, traitsOf } from "~/domain/consent-kinds/index";
import type { ConsentId } from "~/domain/shared/ids";
import type { RegisteredApp } from "~/domain/tpp/app-facts";
import {
  AuthorityError,
  type AuthorizationServer,
  type Handoff,
  type Instruction,
  type NextHop,
} from "~/ports/authorization-server";
import { createConsentBook, recordOf } from "./in-memory-consents";

/** An authorization server in this process: for tests that need one to misbehave on command. */
export interface InMemoryAuthorizationServer extends AuthorizationServer {
  /** A TPP has asked, the customer has logged in: what the browser now brings. */
  handOff(request: ConsentRequest): Handoff;
  /** The TPP deletes its consent. */
  withdraw(handoff: Handoff): void;
  /** The hand-off lapses. */
  lapse(handoff: Handoff): void;
  /** Nobody has answered, and what was asked for ends. */
  timeOut(handoff: Handoff): void;
  /** The browser follows a next hop. Only the newest opens anything, once; from then on no answer is taken again. */
  resume(handoff: Handoff, nextHop: NextHop): boolean;
  /** What it would have pushed so far, oldest first: each body is good for `readEvent`. */
  readonly pushed: readonly string[];
  /** Consents that open nothing before others have signed. */
  readonly heldBack: Set<ConsentId>;
  /** Who is registered. */
  clients: readonly RegisteredApp[];
  /** What it reads in every file, if not what its first rows are. */
  file?: readonly FileRow[];
  /** While true every call fails as an unreachable server does. */
  down: boolean;
}

interface Pending {
  readonly proof: string;
  request: ConsentRequest;
  decision?: Decision;
  hop?: string;
  /** Somebody else is to log in. */
  passedOn?: boolean;
  resumed: boolean;
}

/** To answer in, at first and again. */
const TERM_MS = 600_000;

const whyOf = ({ reason, successor }: Instruction) => {
  const known = moveReasonOf(reason);
  return { ...(known && { reason: known }), ...(successor && { supersededBy: successor }) };
};
const actorOf = (by: Instruction["by"]) => (by === "bank" ? "staff" : by);

export function createInMemoryAuthorizationServer(): InMemoryAuthorizationServer {
  /** Hand-offs lapse, consents do not. */
  const pending = new Map<string, Pending>();
  const { consents, events, pushed, keep, change, end } = createConsentBook();

  const reach = () => {
    if (server.down) throw new AuthorityError("unavailable", "told to be down");
  };

  const find = (handoff: Handoff): Pending => {
    reach();
    const found = pending.get(handoff.ref);
    if (!found || found.proof !== handoff.proof) throw new AuthorityError("handoff-unknown", "no such hand-off");
    return found;
  };

  const pause =
    (from: "authorised" | "suspended", to: "authorised" | "suspended", cause: "suspended" | "resumed") =>
    async (id: ConsentId, why: Instruction) => {
      reach();
      if (consents.get(id)?.status === to) return;
      if (change(id, [from], { status: to, ...whyOf(why) }, cause, actorOf(why.by))) return;
      throw new AuthorityError("decision-not-allowed", `not to be ${cause}`);
    };

  const server: InMemoryAuthorizationServer = {
    down: false,
    heldBack: new Set(),
    clients: [],
    pushed,
    capabilities: {
      stages: "one",
      revokeUnit: "consent",
      suspend: true,
      removeAccount: true,
      holdsForSignatures: true,
      kinds: new Set(CONSENT_KINDS),
      listBy: new Set(["client", "account"]),
    },

    handOff(request) {
      const handoff = { authority: "memory", kind: request.subject.kind, ref: randomUUID(), proof: randomUUID() };
      const open = {
        answerBy: new Date(Date.now() + TERM_MS),
        extensible: true,
        loginRepeatable: true,
        fileReadable: true,
        ...request,
      };
      pending.set(handoff.ref, { proof: handoff.proof, request: open, resumed: false });
      if (!consents.has(request.id)) keep(recordOf(request), "created", "tpp");
      return handoff;
    },
    withdraw(handoff) {
      const found = find(handoff);
      found.request = { ...found.request, open: false };
      change(found.request.id, ["pending", "authorised", "suspended"], { status: "revoked" }, "deleted", "tpp");
    },
    lapse(handoff) {
      find(handoff);
      pending.delete(handoff.ref);
    },
    timeOut(handoff) {
      const { id } = find(handoff).request;
      change(id, ["pending"], { status: "rejected", reason: "timed-out" }, "rejected", "system");
    },
    resume(handoff, nextHop) {
      const found = find(handoff);
      const opens = !found.resumed && found.hop === nextHop.to.href;
      if (opens) found.resumed = true;
      return opens;
    },

    readHandoff(query) {
      const [kind, ref, proof] = ["kind", "ref", "proof"].map((name) => query.get(name));
      if (!kind || !isConsentKind(kind) || !ref || !proof) return undefined;
      return { authority: "memory", kind, ref, proof };
    },

    async describe(handoff) {
      const { request, decision, passedOn } = find(handoff);
      if (passedOn) throw new AuthorityError("handoff-passed-on", "another log-in was asked for");
      return { request: decision ? { ...request, open: false } : request };
    },

    async readFile(handoff) {
      const { request, decision } = find(handoff);
      if (decision) throw new AuthorityError("handoff-spent", "answered");
      const { subject } = request;
      if (subject.kind !== "file-payment") throw new AuthorityError("handoff-unknown", "there is no file");
      return server.file ?? subject.content.firstRows;
    },

    async decide(handoff, decision) {
      const found = find(handoff);
      if (found.passedOn) throw new AuthorityError("handoff-spent", "another log-in was asked for");
      if (found.decision && (found.resumed || JSON.stringify(found.decision) !== JSON.stringify(decision))) {
        throw new AuthorityError("handoff-spent", "answered");
      }
      if (!found.request.open) throw new AuthorityError("decision-not-allowed", "withdrawn");
      if (!found.decision) {
        const { id, customer, mode } = found.request;
        if (decision.outcome === "refused") change(id, ["pending"], { status: "rejected" }, "rejected", "customer");
        else {
          const granted = { status: "authorised", accountIds: decision.accountIds, customer } as const;
          change(id, mode?.is === "again" ? ["authorised", "revoked"] : ["pending"], granted, "authorised", "customer");
          if (decision.awaits && traitsOf(found.request.subject.kind).moves === "data") server.heldBack.add(id);
          if (mode?.is === "instead-of" && !decision.awaits) {
            end(mode.consentId, "customer", { reason: "superseded", supersededBy: id });
          }
        }
      }
      found.decision = decision;
      found.hop = `https://authorization-server.example/resume?answer=${randomUUID()}`;
      return { to: new URL(found.hop) };
    },

    async turnAway(handoff) {
      const found = find(handoff);
      if (found.decision) throw new AuthorityError("handoff-spent", "answered");
      change(found.request.id, ["pending"], { status: "rejected" }, "rejected", "system");
      found.decision = { outcome: "refused", reason: "customer-declined" };
      found.hop = `https://authorization-server.example/resume?answer=${randomUUID()}`;
      return { to: new URL(found.hop) };
    },

    async extend(handoff) {
      const found = find(handoff);
      if (found.decision) throw new AuthorityError("handoff-spent", "answered");
      if (!found.request.extensible) throw new AuthorityError("decision-not-allowed", "no more time");
      const answerBy = new Date(Number(found.request.answerBy) + TERM_MS);
      found.request = { ...found.request, answerBy, extensible: false };
      return answerBy;
    },

    async logInAgain(handoff) {
      const found = find(handoff);
      if (found.decision || found.resumed) throw new AuthorityError("handoff-spent", "answered");
      found.passedOn = true;
      found.hop = `https://authorization-server.example/resume?answer=${randomUUID()}`;
      return { to: new URL(found.hop) };
    },

    async findConsent({ id, clientId, kind }) {
      reach();
      const record = consents.get(id);
      return record?.clientId === clientId && record.kind === kind ? record : undefined;
    },

    async listConsents(filter, page) {
      reach();
      const records = [...consents.values()].reverse();
      const from = page.after ? records.findIndex(({ id }) => id === page.after) + 1 : 0;
      return records
        .slice(from)
        .filter((record) => !filter.clientId || record.clientId === filter.clientId)
        .filter((record) => !filter.kinds || filter.kinds.includes(record.kind))
        .filter((record) => !filter.statuses || filter.statuses.includes(record.status))
        .filter((record) => !filter.accountIds || record.accountIds.some((id) => filter.accountIds?.includes(id)))
        .slice(0, page.size);
    },

    async revokeConsent(id, why) {
      reach();
      const status = consents.get(id)?.status;
      if (!status || status === "revoked" || end(id, actorOf(why.by), whyOf(why))) return;
      throw new AuthorityError("decision-not-allowed", "never authorised");
    },
    suspendConsent: pause("authorised", "suspended", "suspended"),
    resumeConsent: pause("suspended", "authorised", "resumed"),

    async signaturesComplete(id) {
      reach();
      const status = consents.get(id)?.status;
      if (status !== "authorised" && status !== "suspended") {
        throw new AuthorityError("decision-not-allowed", "not authorised");
      }
      server.heldBack.delete(id);
    },

    async removeAccount(id, account, why) {
      reach();
      const { accountIds = [], kind, status } = consents.get(id) ?? {};
      const left = accountIds.filter((each) => each !== account);
      const can = kind === "account-access" && status === "authorised" && left.length > 0;
      if (!can) throw new AuthorityError("decision-not-allowed", "no account can leave it");
      if (left.length === accountIds.length) return;
      change(id, ["authorised"], { status, accountIds: left, ...whyOf(why) }, "amended", actorOf(why.by));
    },

    async revokeByClient(id, kinds) {
      reach();
      const theirs = [...consents.values()].filter(({ clientId, kind }) => clientId === id && kinds.includes(kind));
      return theirs.filter((record) => end(record.id, "staff")).length;
    },

    async listClients() {
      reach();
      return server.clients;
    },

    async readEvent(body) {
      reach();
      return events.get(body);
    },
  };
  return server;
}
