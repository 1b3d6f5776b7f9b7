import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Decision } from "~/domain/consent/decision";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { asAccountId, asClientId, asConsentId, type ConsentId } from "~/domain/shared/ids";
import type { AuthorityEvent, AuthorizationServer, Handoff, NextHop } from "~/ports/authorization-server";

/** What the suite needs of the world around an adapter. */
export interface Surroundings {
  readonly adapter: AuthorizationServer;
  /** The same adapter with nobody at the other end. */
  readonly unreachable: AuthorizationServer;
  /** The TPP `tpp-beacon` has asked and the customer `customer` has logged in: what the browser brings us. */
  handOff(kind: ConsentKind): Promise<{ readonly handoff: Handoff; readonly query: URLSearchParams }>;
  /** The TPP deletes what it asked for. */
  withdraw(handoff: Handoff): Promise<void>;
  /** The bodies of all events that the server has pushed so far. */
  events(): Promise<readonly string[]>;
  /** The browser follows the next hop. */
  follow(handoff: Handoff, nextHop: NextHop): Promise<void>;
  readonly customer: string;
  close(): Promise<void>;
}

const context = { correlationId: "6a1f5f0e-58a4-4c2e-9f5e-0b9a7c1d2e3f" };
const client = asClientId("tpp-beacon");
const allow = (...accountIds: string[]): Decision => ({
  outcome: "allowed",
  accountIds: accountIds.map(asAccountId),
  scopes: ["openid", "accounts"],
});
const stopped = { by: "customer", reason: "customer_stopped" } as const;
const refuse: Decision = { outcome: "refused", reason: "customer-declined" };

/** One suite that every adapter of the authorization-server port runs. */
export function authorizationServerContract(name: string, surround: () => Promise<Surroundings>): void {
  describe(`${name} as an authorization server`, () => {
    let the: Surroundings;
    beforeAll(async () => {
      the = await surround();
    });
    afterAll(() => the.close());

    const handOff = async () => (await the.handOff("account-access")).handoff;
    const authorised = async () => {
      const handoff = await handOff();
      const { request } = await the.adapter.describe(handoff, context);
      const consent = await statusOf(handoff);
      await the.adapter.decide(handoff, allow("acc-1"), context);
      return { id: request.id, consent };
    };
    /** So many events of one consent, waited for, in the order of its revisions. */
    const eventsAbout = (id: ConsentId, count: number) =>
      vi.waitFor(
        async (): Promise<readonly AuthorityEvent[]> => {
          const read = await Promise.all((await the.events()).map((body) => the.adapter.readEvent(body)));
          const about = read.filter((event) => event !== undefined).filter((event) => event.record.id === id);
          expect(about).toHaveLength(count);
          return about.sort((a, b) => (a.record.revision ?? 0) - (b.record.revision ?? 0));
        },
        { timeout: 20_000, interval: 50 },
      );
    const statusOf = async (handoff: Handoff) => {
      const { request } = await the.adapter.describe(handoff, context);
      const consent = { id: request.id, clientId: client, kind: request.subject.kind };
      return () => the.adapter.findConsent(consent, context);
    };

    test("reads what the browser brought, and nothing that is half of it", async () => {
      const { handoff, query } = await the.handOff("account-access");
      expect(the.adapter.readHandoff(query)).toEqual(handoff);
      for (const key of query.keys()) {
        const half = new URLSearchParams(query);
        half.delete(key);
        expect(the.adapter.readHandoff(half)).toBeUndefined();
      }
    });

    test.each(["account-access", "domestic-payment"] as const)("describes %s in our words", async (kind) => {
      const { handoff } = await the.handOff(kind);
      const { request } = await the.adapter.describe(handoff, context);
      expect(request).toMatchObject({ subject: { kind }, customer: the.customer, open: true });
      expect(request.requester).toMatchObject({ clientId: "tpp-beacon", name: "Budget Beacon" });
      expect(request.scopes).toContain("openid");
    });

    test("a wrong proof and an unknown reference are the same failure", async () => {
      const handoff = await handOff();
      for (const wrong of [
        { ...handoff, proof: "guess" },
        { ...handoff, ref: "guess" },
      ]) {
        await expect(the.adapter.describe(wrong, context)).rejects.toMatchObject({ failure: "handoff-unknown" });
        await expect(the.adapter.decide(wrong, refuse, context)).rejects.toMatchObject({ failure: "handoff-unknown" });
      }
    });

    test("allowing gives the next hop and exactly the chosen accounts", async () => {
      const handoff = await handOff();
      const consent = await statusOf(handoff);
      const { to } = await the.adapter.decide(handoff, allow("acc-1", "acc-2"), context);
      expect(to).toBeInstanceOf(URL);
      expect(await consent()).toMatchObject({
        status: "authorised",
        accountIds: ["acc-1", "acc-2"],
        customer: the.customer,
        revision: 2,
        updatedAt: expect.any(Date),
        permissions: expect.arrayContaining(["ReadBalances"]),
      });
    });

    test("refusing gives the next hop and no access", async () => {
      const handoff = await handOff();
      const consent = await statusOf(handoff);
      await the.adapter.decide(handoff, refuse, context);
      expect(await consent()).toMatchObject({ status: "rejected", accountIds: [] });
    });

    test("the same answer again gives a next hop again; another answer is too late", async () => {
      const handoff = await handOff();
      await the.adapter.decide(handoff, allow("acc-1"), context);
      await expect(the.adapter.decide(handoff, allow("acc-1"), context)).resolves.toHaveProperty("to");
      const spent = { failure: "handoff-spent" };
      await expect(the.adapter.decide(handoff, allow("acc-2"), context)).rejects.toMatchObject(spent);
      await expect(the.adapter.decide(handoff, refuse, context)).rejects.toMatchObject(spent);
      // A server may still describe what was answered, as closed, or have forgotten it.
      const described = the.adapter.describe(handoff, context).then(({ request }) => request.open);
      await expect(described.catch(({ failure }) => failure)).resolves.toSatisfy((told) =>
        [false, "handoff-spent"].includes(told),
      );
    });

    test("once the browser went on, no answer is taken again", async () => {
      const handoff = await handOff();
      await the.follow(handoff, await the.adapter.decide(handoff, allow("acc-1"), context));
      const again = the.adapter.decide(handoff, allow("acc-1"), context);
      await expect(again).rejects.toMatchObject({ failure: "handoff-spent" });
    });

    test("allow against refuse at the same moment: one outcome", async () => {
      const handoff = await handOff();
      const answers = await Promise.allSettled(
        [allow("acc-1"), refuse, allow("acc-1"), refuse].map((answer) => the.adapter.decide(handoff, answer, context)),
      );
      const taken = answers.map(({ status }) => status === "fulfilled");
      expect([
        [true, false, true, false],
        [false, true, false, true],
      ]).toContainEqual(taken);
    });

    test("what the TPP took back cannot be allowed", async () => {
      const handoff = await handOff();
      await the.withdraw(handoff);
      const allowed = the.adapter.decide(handoff, allow("acc-1"), context);
      await expect(allowed).rejects.toMatchObject({ failure: "decision-not-allowed" });
    });

    test("a consent that is not there is not found", async () => {
      const consent = { id: asConsentId("aac-none"), clientId: client, kind: "account-access" } as const;
      expect(await the.adapter.findConsent(consent, context)).toBeUndefined();
    });

    test("nor is one of another TPP or of another kind", async () => {
      const { request } = await the.adapter.describe(await handOff(), context);
      const ours = { id: request.id, clientId: client, kind: "account-access" } as const;
      expect(await the.adapter.findConsent(ours, context)).toMatchObject({ id: request.id, revision: 1 });
      for (const other of [
        { ...ours, clientId: asClientId("tpp-tallybook") },
        { ...ours, kind: "domestic-payment" as const },
      ]) {
        expect(await the.adapter.findConsent(other, context)).toBeUndefined();
      }
    });

    test("a status that the server has no word for finds nothing", async () => {
      await handOff();
      expect(await the.adapter.listConsents({ statuses: ["terminated"] }, { size: 100 }, context)).toEqual([]);
    });

    test("consents are listed newest first, page after page, none twice and none left out", async () => {
      for (let count = 0; count < 3; count++) await handOff();
      const all = await the.adapter.listConsents({ clientId: client }, { size: 100 }, context);
      const paged = [];
      for (let after = undefined as (typeof all)[number]["id"] | undefined; ; ) {
        const page = await the.adapter.listConsents(
          { clientId: client },
          { size: 2, ...(after && { after }) },
          context,
        );
        if (page.length === 0) break;
        paged.push(...page);
        after = page.at(-1)?.id;
      }
      expect(paged).toEqual(all);
      expect([...all].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())).toEqual(all);
    });

    test("revoking ends one consent and may be asked for twice", async () => {
      const { id, consent } = await authorised();
      await the.adapter.revokeConsent(id, stopped, context);
      await the.adapter.revokeConsent(id, stopped, context);
      expect(await consent()).toMatchObject({ status: "revoked", revision: 3 });
    });

    test("what was never authorised cannot be revoked, suspended or resumed", async () => {
      const { request } = await the.adapter.describe(await handOff(), context);
      const { adapter } = the;
      const notAllowed = { failure: "decision-not-allowed" };
      await expect(adapter.revokeConsent(request.id, stopped, context)).rejects.toMatchObject(notAllowed);
      for (const id of [request.id, asConsentId("aac-none")]) {
        await expect(adapter.suspendConsent(id, context)).rejects.toMatchObject(notAllowed);
        await expect(adapter.resumeConsent(id, context)).rejects.toMatchObject(notAllowed);
      }
    });

    test("a consent is suspended and resumed, each as often as it is asked for (T9, T10)", async () => {
      const { id, consent } = await authorised();
      const { adapter } = the;
      expect(adapter.capabilities.suspend).toBe(true);
      for (const _twice of [1, 2]) await adapter.suspendConsent(id, context);
      expect(await consent()).toMatchObject({ status: "suspended", accountIds: ["acc-1"], revision: 3 });
      const listed = await adapter.listConsents({ statuses: ["suspended"] }, { size: 100 }, context);
      expect(listed).toContainEqual(await consent());
      for (const _twice of [1, 2]) await adapter.resumeConsent(id, context);
      expect(await consent()).toMatchObject({ status: "authorised", revision: 4 });
    });

    test("what is suspended can be revoked, and what is revoked not taken up again (T11)", async () => {
      const { id, consent } = await authorised();
      await the.adapter.suspendConsent(id, context);
      await the.adapter.revokeConsent(id, stopped, context);
      const notAllowed = { failure: "decision-not-allowed" };
      await expect(the.adapter.resumeConsent(id, context)).rejects.toMatchObject(notAllowed);
      expect(await consent()).toMatchObject({ status: "revoked" });
    });

    test("every change is told in an event, which carries the consent as it was left", async () => {
      const { id, consent } = await authorised();
      await the.adapter.suspendConsent(id, context);
      await the.adapter.resumeConsent(id, context);
      await the.adapter.revokeConsent(id, stopped, context);
      const told = await eventsAbout(id, 5);
      expect(told.map(({ record, cause, by }) => [record.revision, record.status, cause, by])).toEqual([
        [1, "pending", "created", "tpp"],
        [2, "authorised", "authorised", "customer"],
        [3, "suspended", "suspended", "staff"],
        [4, "authorised", "resumed", "staff"],
        [5, "revoked", "revoked", "customer"],
      ]);
      expect(told[4]?.record).toEqual(await consent());
      expect(new Set(told.map((event) => event.id)).size).toBe(5);
      for (const event of told) expect(event.at).toBeInstanceOf(Date);
    });

    test("the TPP's own end and a refusal are told as such (T6, T12)", async () => {
      const [withdrawn, refused] = [await handOff(), await handOff()];
      const ids = await Promise.all(
        [withdrawn, refused].map(async (one) => (await the.adapter.describe(one, context)).request.id),
      );
      await the.withdraw(withdrawn);
      await the.adapter.decide(refused, refuse, context);
      const [, deleted] = await eventsAbout(ids[0]!, 2);
      expect(deleted).toMatchObject({ cause: "deleted", by: "tpp", record: { status: "revoked" } });
      const [, rejected] = await eventsAbout(ids[1]!, 2);
      expect(rejected).toMatchObject({ cause: "rejected", by: "customer", record: { status: "rejected" } });
    });

    test("what the server has not pushed is no event", async () => {
      const [genuine = ""] = await the.events();
      for (const body of ["", "event", "{}", `${genuine}x`, genuine.slice(1), `${genuine}.${genuine}`]) {
        expect(await the.adapter.readEvent(body)).toBeUndefined();
      }
      expect(await the.adapter.readEvent(genuine)).toBeDefined();
    });

    test("revoking a TPP's consents says how many ended", async () => {
      const authorised = async () =>
        (await the.adapter.listConsents({ clientId: client, statuses: ["authorised"] }, { size: 100 }, context)).length;
      await the.adapter.decide(await handOff(), allow("acc-1"), context);
      const live = await authorised();
      expect(await the.adapter.revokeByClient(client, ["account-access"], context)).toBe(live);
      expect(await authorised()).toBe(0);
    });

    test("nobody at the other end: unavailable, and nothing else is claimed", async () => {
      const handoff = await handOff();
      const unavailable = { failure: "unavailable" };
      await expect(the.unreachable.describe(handoff, context)).rejects.toMatchObject(unavailable);
      await expect(the.unreachable.decide(handoff, refuse, context)).rejects.toMatchObject(unavailable);
      await expect(the.unreachable.suspendConsent(asConsentId("aac-1"), context)).rejects.toMatchObject(unavailable);
      const [event = ""] = await the.events();
      await expect(the.unreachable.readEvent(event)).rejects.toMatchObject(unavailable);
    });
  });
}
