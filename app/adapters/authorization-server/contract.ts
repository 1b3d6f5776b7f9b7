import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Decision } from "~/domain/consent/decision";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { asAccountId, asClientId, asConsentId } from "~/domain/shared/ids";
import type { AuthorizationServer, Handoff, NextHop } from "~/ports/authorization-server";

/** What the suite needs of the world around an adapter. */
export interface Surroundings {
  readonly adapter: AuthorizationServer;
  /** The same adapter with nobody at the other end. */
  readonly unreachable: AuthorizationServer;
  /** The TPP `tpp-beacon` has asked and the customer `customer` has logged in: what the browser brings us. */
  handOff(kind: ConsentKind): Promise<{ readonly handoff: Handoff; readonly query: URLSearchParams }>;
  /** The TPP deletes what it asked for. */
  withdraw(handoff: Handoff): Promise<void>;
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
      expect(await consent()).toMatchObject({ status: "authorised", accountIds: ["acc-1", "acc-2"] });
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
      const handoff = await handOff();
      const consent = await statusOf(handoff);
      await the.adapter.decide(handoff, allow("acc-1"), context);
      const id = (await consent())?.id;
      if (!id) throw new Error("it was listed");
      await the.adapter.revokeConsent(id, context);
      await the.adapter.revokeConsent(id, context);
      expect(await consent()).toMatchObject({ status: "revoked" });
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
    });
  });
}
