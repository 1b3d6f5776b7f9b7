import { expect, vi } from "vitest";
import type { Decision } from "~/domain/consent/decision";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { asAccountId, asClientId, type ConsentId } from "~/domain/shared/ids";
import type { AuthorityEvent, AuthorizationServer, Handoff, NextHop } from "~/ports/authorization-server";

/** What the suite needs of the world around an adapter. */
export interface Surroundings {
  readonly adapter: AuthorizationServer;
  /** The same adapter with nobody at the other end. */
  readonly unreachable: AuthorizationServer;
  /** The TPP `tpp-beacon` has asked and the customer `customer` has logged in: what the browser brings us. */
  handOff(kind: ConsentKind, after?: After): Promise<{ readonly handoff: Handoff; readonly query: URLSearchParams }>;
  /** The TPP deletes what it asked for. */
  withdraw(handoff: Handoff): Promise<void>;
  /** Nobody answers, for as long as one may. */
  timeOut(handoff: Handoff): Promise<void>;
  /** The bodies of all events that the server has pushed so far. */
  events(): Promise<readonly string[]>;
  /** The browser follows the next hop. */
  follow(handoff: Handoff, nextHop: NextHop): Promise<void>;
  readonly customer: string;
  close(): Promise<void>;
}

/** The consent that is asked for again, or that a new one is to take the place of: given, or revoked after that. */
export type After = { readonly again: ConsentId } | { readonly insteadOf: ConsentId };

export const context = { correlationId: "6a1f5f0e-58a4-4c2e-9f5e-0b9a7c1d2e3f" };
export const client = asClientId("tpp-beacon");
export const allow = (...accountIds: string[]): Decision => ({
  outcome: "allowed",
  accountIds: accountIds.map(asAccountId),
  scopes: ["openid", "accounts"],
});
export const refuse: Decision = { outcome: "refused", reason: "customer-declined" };
export const stopped = { by: "customer", reason: "customer_stopped" } as const;
export const paused = { by: "bank", reason: "scheme_hold" } as const;

export const removed = { by: "customer", reason: "account_removed" } as const;

/** What the suite does again and again. @param the surroundings, once they stand. */
export function createSteps(the: () => Surroundings) {
  const handOff = async () => (await the().handOff("account-access")).handoff;

  /** Looks up the consent of a hand-off whenever it is called. */
  async function consentOf(handoff: Handoff) {
    const { request } = await the().adapter.describe(handoff, context);
    const consent = { id: request.id, clientId: client, kind: request.subject.kind };
    return () => the().adapter.findConsent(consent, context);
  }

  async function authorised(...accounts: string[]) {
    const handoff = await handOff();
    const { request } = await the().adapter.describe(handoff, context);
    const consent = await consentOf(handoff);
    await the().adapter.decide(handoff, allow(...(accounts.length > 0 ? accounts : ["acc-1"])), context);
    return { id: request.id, consent };
  }

  /** So many events of one consent, waited for, in the order of its revisions. */
  const eventsAbout = (id: ConsentId, count: number) =>
    vi.waitFor(
      async (): Promise<readonly AuthorityEvent[]> => {
        const read = await Promise.all((await the().events()).map((body) => the().adapter.readEvent(body)));
        const about = read.filter((event) => typeof event === "object").filter((event) => event.record.id === id);
        expect(about).toHaveLength(count);
        return about.sort((a, b) => (a.record.revision ?? 0) - (b.record.revision ?? 0));
      },
      { timeout: 20_000, interval: 50 },
    );

  /** The body of some event that the server has pushed. */
  const anEvent = async (): Promise<string> => {
    await handOff();
    return vi.waitFor(
      async () => {
        const [event] = await the().events();
        if (event === undefined) throw new Error("nothing was pushed yet");
        return event;
      },
      { timeout: 20_000, interval: 50 },
    );
  };

  return { handOff, consentOf, authorised, eventsAbout, anEvent };
}
