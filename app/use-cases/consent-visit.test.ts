import { beforeEach, describe, expect, test } from "vitest";
import { aConsentRequest } from "~/domain/consent/builders";
import { refuse } from "~/domain/consent/decision";
import { aConsentVisit } from "./consent-visit.harness";
import { openVisit } from "./open-visit";

let the: Awaited<ReturnType<typeof aConsentVisit>>;
beforeEach(async () => {
  the = await aConsentVisit();
});

describe("opening", () => {
  test("a hand-off opens once; a second browser learns nothing but that", async () => {
    expect(await the.open(the.handoff)).toEqual({ ok: false, error: "opened-elsewhere" });
  });

  test("a wrong proof is unknown", async () => {
    await expect(the.open({ ...the.handoff, proof: "guess" })).rejects.toMatchObject({ failure: "handoff-unknown" });
  });

  test("the same reference with another proof is another visit: a guess cannot burn the real one", async () => {
    const other = the.authorizationServer.handOff(aConsentRequest());
    await the.open({ ...other, proof: "guess" }).catch(() => {});
    expect(await the.open(other)).toMatchObject({ ok: true });
  });

  test("P-24: a visit knows that its app is on another screen, for as long as it lasts", async () => {
    const handoff = the.authorizationServer.handOff(aConsentRequest({ otherScreen: { shows: "K7-42" } }));
    expect(await the.open(handoff)).toMatchObject({ ok: true, value: { visit: { decoupled: true } } });
    expect(the.visit).not.toHaveProperty("decoupled");
  });
});

describe("settling", () => {
  test("an authorization server that is down leaves the decision to be sent again", async () => {
    const recorded = await the.allow();
    if (!recorded.ok) throw new Error("allowed");
    the.authorizationServer.down = true;
    expect(await the.settle(the.visit, recorded.value)).toMatchObject({ state: "intended" });
    the.authorizationServer.down = false;
    expect(await the.settle(the.visit, recorded.value)).toMatchObject({ state: "settled" });
  });

  test("a lost answer is asked for again and is the same decision", async () => {
    const recorded = await the.allow();
    if (!recorded.ok) throw new Error("allowed");
    const settleAtDesk = the.desk.settle;
    the.desk.settle = async () => {
      throw new Error("killed between the two systems");
    };
    await expect(the.settle(the.visit, recorded.value)).rejects.toThrow("killed");
    the.desk.settle = settleAtDesk;
    // The right to send lapses by itself; here nobody waits for the clock.
    await the.desk.giveBack(recorded.value);
    expect(await the.settle(the.visit, recorded.value)).toMatchObject({ state: "settled" });
  });

  test("settled once, it is read back and not sent again", async () => {
    const recorded = await the.allow();
    if (!recorded.ok) throw new Error("allowed");
    const first = await the.settle(the.visit, recorded.value);
    the.authorizationServer.down = true;
    const known = await the.desk.decisionOf(the.visit.id);
    expect(known && (await the.settle(the.visit, known))).toEqual(first);
  });

  test.each([
    ["withdrawn", "not-allowed", () => the.authorizationServer.withdraw(the.handoff)],
    ["lapsed", "lapsed", () => the.authorizationServer.lapse(the.handoff)],
  ] as const)(
    "%s between the answer and the authorization server: closed for good",
    async (_, closedBecause, meanwhile) => {
      const recorded = await the.allow();
      if (!recorded.ok) throw new Error("allowed");
      meanwhile();
      expect(await the.settle(the.visit, recorded.value)).toMatchObject({ state: "closed", closedBecause });
      expect(await the.desk.decisionOf(the.visit.id)).toMatchObject({ state: "closed" });
    },
  );
});

describe("two at once, and lost confirmations", () => {
  test("two who settle at once leave the browser with an address that opens", async () => {
    const recorded = await the.allow();
    if (!recorded.ok) throw new Error("allowed");
    const settled = await Promise.all([the.settle(the.visit, recorded.value), the.settle(the.visit, recorded.value)]);
    expect(settled[0]).toEqual(settled[1]);
    const { nextHop } = settled[0];
    expect(nextHop && the.authorizationServer.resume(the.handoff, nextHop)).toBe(true);
  });

  test("the authorization server took it, the confirmation was lost and the hand-off lapsed: it counts as taken", async () => {
    const recorded = await the.allow();
    if (!recorded.ok) throw new Error("allowed");
    await the.authorizationServer.decide(the.handoff, recorded.value.decision, { correlationId: "c" });
    the.authorizationServer.lapse(the.handoff);
    const settled = await the.settle(the.visit, recorded.value);
    expect(settled).toMatchObject({ state: "settled" });
    expect(settled.nextHop).toBeUndefined();
  });

  test.each(["paused", "ended"])(
    "taken, its confirmation lost, and %s by the bank since: it was taken",
    async (since) => {
      const recorded = await the.allow();
      if (!recorded.ok) throw new Error("allowed");
      const context = { correlationId: "c" };
      const byBank = { by: "bank", reason: "fraud" } as const;
      await the.authorizationServer.decide(the.handoff, recorded.value.decision, context);
      await (since === "paused"
        ? the.authorizationServer.suspendConsent(the.visit.consentId, byBank, context)
        : the.authorizationServer.revokeConsent(the.visit.consentId, byBank, context));
      the.authorizationServer.lapse(the.handoff);
      expect(await the.settle(the.visit, recorded.value)).toMatchObject({ state: "settled" });
    },
  );

  test("answered otherwise by somebody else: it does not count as taken", async () => {
    const recorded = await the.allow();
    if (!recorded.ok) throw new Error("allowed");
    await the.authorizationServer.decide(the.handoff, refuse("customer-declined"), { correlationId: "c" });
    expect(await the.settle(the.visit, recorded.value)).toMatchObject({ state: "closed", closedBecause: "spent" });
  });
});

describe("going on again", () => {
  test("an address that was used up without effect is replaced by one that opens", async () => {
    const recorded = await the.allow();
    if (!recorded.ok) throw new Error("allowed");
    const settled = await the.settle(the.visit, recorded.value);
    await the.desk.follow(settled);
    await the.goOn(the.visit, settled);
    const renewed = await the.desk.decisionOf(the.visit.id);
    expect(renewed?.nextHop).not.toEqual(settled.nextHop);
    expect(renewed?.nextHop && the.authorizationServer.resume(the.handoff, renewed.nextHop)).toBe(true);
    expect(renewed && (await the.desk.follow(renewed))).toBe(true);
  });

  test("once the browser has gone on there is no address any more", async () => {
    const recorded = await the.allow();
    if (!recorded.ok) throw new Error("allowed");
    const settled = await the.settle(the.visit, recorded.value);
    expect(settled.nextHop && the.authorizationServer.resume(the.handoff, settled.nextHop)).toBe(true);
    await the.goOn(the.visit, settled);
    const now = await the.desk.decisionOf(the.visit.id);
    expect([now?.state, now?.nextHop]).toEqual(["settled", undefined]);
  });
});

test("a visit that cannot be sealed is not taken", async () => {
  const other = the.authorizationServer.handOff(aConsentRequest());
  const cannotSeal = openVisit(the)(other, "c-1", async () => {
    throw new RangeError("too long for a cookie");
  });
  await expect(cannotSeal).rejects.toThrow("too long");
  expect(await the.open(other)).toMatchObject({ ok: true });
});
