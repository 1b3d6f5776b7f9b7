import { expect, test } from "vitest";
import type { Decision } from "~/domain/consent/decision";
import { asConsentId } from "~/domain/shared/ids";
import { allow, client, context, createSteps, refuse, type Surroundings, stopped } from "./contract-steps";

/** What was agreed to before: asked for again, or to be replaced. */
export function modeContract(the: () => Surroundings): void {
  const { handOff, consentOf } = createSteps(the);

  /** A consent that is given, and a way to look it up. */
  async function given() {
    const handoff = await handOff();
    const { request } = await the().adapter.describe(handoff, context);
    await the().follow(handoff, await the().adapter.decide(handoff, allow("acc-1"), context));
    const reference = { id: request.id, clientId: client, kind: request.subject.kind };
    return { request, consent: () => the().adapter.findConsent(reference, context) };
  }

  test("a request that nobody agreed to before is new", async () => {
    expect((await the().adapter.describe(await handOff(), context)).request.mode).toBeUndefined();
  });

  test("P-10: asked for again it is the same request, with its accounts; a no leaves it, a yes is one change more", async () => {
    const { request, consent } = await given();
    const again = async () => (await the().handOff("account-access", { again: request.id })).handoff;
    const first = await again();
    expect((await the().adapter.describe(first, context)).request).toMatchObject({
      id: request.id,
      subject: request.subject,
      open: true,
      mode: { is: "again", accounts: ["acc-1"], since: expect.any(Date), revision: 2 },
    });
    await the().adapter.decide(first, refuse, context);
    expect(await consent()).toMatchObject({ status: "authorised", accountIds: ["acc-1"], revision: 2 });
    await the().adapter.decide(await again(), allow("acc-1"), context);
    expect(await consent()).toMatchObject({ status: "authorised", accountIds: ["acc-1"], revision: 3 });
  });

  test("T17: what was revoked is asked for again as that, and a yes takes it up", async () => {
    const { request, consent } = await given();
    await the().adapter.revokeConsent(request.id, stopped, context);
    const { handoff } = await the().handOff("account-access", { again: request.id });
    const { mode, open } = (await the().adapter.describe(handoff, context)).request;
    expect([mode, open]).toEqual([expect.objectContaining({ is: "again", wasStopped: true }), true]);
    await the().adapter.decide(handoff, allow("acc-1"), context);
    expect(await consent()).toMatchObject({ status: "authorised", revision: 4 });
  });

  test("P-11: what it is to take the place of stays with a no, and ends with a yes", async () => {
    const { request, consent } = await given();
    const instead = async () => (await the().handOff("account-access", { insteadOf: request.id })).handoff;
    const first = await instead();
    const { mode, ...asked } = (await the().adapter.describe(first, context)).request;
    expect(asked.id).not.toBe(request.id);
    expect(mode).toMatchObject({
      is: "instead-of",
      consentId: request.id,
      subject: request.subject,
      accounts: ["acc-1"],
      since: expect.any(Date),
    });
    await the().adapter.decide(first, refuse, context);
    expect(await consent()).toMatchObject({ status: "authorised" });
    const last = await instead();
    const { id: supersededBy } = (await the().adapter.describe(last, context)).request;
    await the().adapter.decide(last, allow("acc-1"), context);
    expect(await consent()).toMatchObject({ status: "revoked", reason: "superseded", supersededBy });
  });

  test("P-11, P-28: with others who have yet to sign it goes on, until it is ended for the one that they signed", async () => {
    const { request, consent } = await given();
    const { handoff } = await the().handOff("account-access", { insteadOf: request.id });
    const { id: successor } = (await the().adapter.describe(handoff, context)).request;
    await the().adapter.decide(handoff, { ...allow("acc-1"), awaits: { required: 2 } } as Decision, context);
    expect(await consent()).toMatchObject({ status: "authorised" });
    await the().adapter.revokeConsent(request.id, { by: "customer", reason: "superseded", successor }, context);
    const ended = { status: "revoked", reason: "superseded", supersededBy: successor };
    expect(await consent()).toMatchObject(ended);
  });

  test("P-08: it is told that all have signed, once or twice, and not of what was never authorised or has ended", async () => {
    const { handoff } = await the().handOff("account-access");
    const { request } = await the().adapter.describe(handoff, context);
    const consent = await consentOf(handoff);
    const notAllowed = { failure: "decision-not-allowed" };
    await expect(the().adapter.signaturesComplete(request.id, context)).rejects.toMatchObject(notAllowed);
    await the().adapter.decide(handoff, { ...allow("acc-1"), awaits: { required: 2 } } as Decision, context);
    expect(await consent()).toMatchObject({ status: "authorised", revision: 2 });
    for (const _twice of [1, 2]) await the().adapter.signaturesComplete(request.id, context);
    expect(await consent()).toMatchObject({ status: "authorised", revision: 2 });
    await the().adapter.revokeConsent(request.id, stopped, context);
    await expect(the().adapter.signaturesComplete(request.id, context)).rejects.toMatchObject(notAllowed);
    await expect(the().adapter.signaturesComplete(asConsentId("aac-none"), context)).rejects.toMatchObject(notAllowed);
  });
}
