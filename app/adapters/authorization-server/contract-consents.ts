import { expect, test } from "vitest";
import { asAccountId, asClientId, asConsentId } from "~/domain/shared/ids";
import { aRegisteredApp } from "~/domain/tpp/builders";
import { allow, client, context, createSteps, paused, removed, type Surroundings, stopped } from "./contract-steps";

/** Consents as the server holds them: found, listed, paused, ended. */
export function consentContract(the: () => Surroundings): void {
  const { handOff, authorised } = createSteps(the);

  test("a consent that is not there is not found", async () => {
    const consent = { id: asConsentId("aac-none"), clientId: client, kind: "account-access" } as const;
    expect(await the().adapter.findConsent(consent, context)).toBeUndefined();
  });

  test("nor is one of another TPP or of another kind", async () => {
    const { request } = await the().adapter.describe(await handOff(), context);
    const ours = { id: request.id, clientId: client, kind: "account-access" } as const;
    expect(await the().adapter.findConsent(ours, context)).toMatchObject({ id: request.id, revision: 1 });
    for (const other of [
      { ...ours, clientId: asClientId("tpp-tallybook") },
      { ...ours, kind: "domestic-payment" as const },
    ]) {
      expect(await the().adapter.findConsent(other, context)).toBeUndefined();
    }
  });

  test("a status that the server has no word for finds nothing", async () => {
    await handOff();
    expect(await the().adapter.listConsents({ statuses: ["terminated"] }, { size: 100 }, context)).toEqual([]);
  });

  test("consents are listed newest first, page after page, none twice and none left out", async () => {
    for (let count = 0; count < 3; count++) await handOff();
    const all = await the().adapter.listConsents({ clientId: client }, { size: 100 }, context);
    const paged = [];
    for (let after = undefined as (typeof all)[number]["id"] | undefined; ; ) {
      const page = await the().adapter.listConsents(
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
    await the().adapter.revokeConsent(id, stopped, context);
    await the().adapter.revokeConsent(id, stopped, context);
    expect(await consent()).toMatchObject({ status: "revoked", revision: 3 });
  });

  test("what was never authorised cannot be revoked, suspended or resumed", async () => {
    const { request } = await the().adapter.describe(await handOff(), context);
    const { adapter } = the();
    const notAllowed = { failure: "decision-not-allowed" };
    await expect(adapter.revokeConsent(request.id, stopped, context)).rejects.toMatchObject(notAllowed);
    for (const id of [request.id, asConsentId("aac-none")]) {
      await expect(adapter.suspendConsent(id, paused, context)).rejects.toMatchObject(notAllowed);
      await expect(adapter.resumeConsent(id, paused, context)).rejects.toMatchObject(notAllowed);
    }
  });

  test("a consent is suspended and resumed, each as often as it is asked for (T9, T10)", async () => {
    const { id, consent } = await authorised();
    const { adapter } = the();
    expect(adapter.capabilities.suspend).toBe(true);
    for (const _twice of [1, 2]) await adapter.suspendConsent(id, paused, context);
    expect(await consent()).toMatchObject({ status: "suspended", accountIds: ["acc-1"], revision: 3 });
    const listed = await adapter.listConsents({ statuses: ["suspended"] }, { size: 100 }, context);
    expect(listed).toContainEqual(await consent());
    for (const _twice of [1, 2]) await adapter.resumeConsent(id, paused, context);
    expect(await consent()).toMatchObject({ status: "authorised", revision: 4 });
  });

  test("one account leaves a consent that goes on, as often as it is asked for, and the last one does not (T8)", async () => {
    const { id, consent } = await authorised("acc-1", "acc-2");
    const { adapter } = the();
    expect(adapter.capabilities.removeAccount).toBe(true);
    for (const _twice of [1, 2]) await adapter.removeAccount(id, asAccountId("acc-1"), removed, context);
    expect(await consent()).toMatchObject({ status: "authorised", accountIds: ["acc-2"], revision: 3 });
    const notAllowed = { failure: "decision-not-allowed" };
    const last = asAccountId("acc-2");
    await expect(adapter.removeAccount(id, last, removed, context)).rejects.toMatchObject(notAllowed);
    await expect(adapter.removeAccount(asConsentId("aac-none"), last, removed, context)).rejects.toMatchObject(
      notAllowed,
    );
    await adapter.suspendConsent(id, paused, context);
    await expect(adapter.removeAccount(id, last, removed, context)).rejects.toMatchObject(notAllowed);
    expect(await consent()).toMatchObject({ accountIds: ["acc-2"] });
    await adapter.revokeConsent(id, stopped, context);
  });

  test("what is suspended can be revoked, and what is revoked not taken up again (T11)", async () => {
    const { id, consent } = await authorised();
    await the().adapter.suspendConsent(id, paused, context);
    await the().adapter.revokeConsent(id, stopped, context);
    const notAllowed = { failure: "decision-not-allowed" };
    await expect(the().adapter.resumeConsent(id, paused, context)).rejects.toMatchObject(notAllowed);
    expect(await consent()).toMatchObject({ status: "revoked" });
  });

  test("D-20: every TPP that is registered, with what its registration says", async () => {
    const clients = await the().adapter.listClients(context);
    expect(clients.filter(({ clientId }) => clientId === client)).toEqual([aRegisteredApp()]);
  });

  test("revoking a TPP's consents says how many ended", async () => {
    const authorised = async () =>
      (await the().adapter.listConsents({ clientId: client, statuses: ["authorised"] }, { size: 100 }, context)).length;
    await the().adapter.decide(await handOff(), allow("acc-1"), context);
    const live = await authorised();
    expect(await the().adapter.revokeByClient(client, ["account-access"], context)).toBe(live);
    expect(await authorised()).toBe(0);
  });
}
