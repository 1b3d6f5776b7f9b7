import { beforeEach, describe, expect, test } from "vitest";
import { createInMemoryAuthorizationServer } from "~/adapters/authorization-server/in-memory.server";
import { createInMemoryBank } from "~/adapters/bank/in-memory.server";
import { aBankAccount, aConsentRequest, anAccountAccess } from "~/domain/consent/builders";
import { refuse } from "~/domain/consent/decision";
import type { Risk } from "~/domain/consent/risk";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import type { Handoff } from "~/ports/authorization-server";
import type { Visit } from "~/ports/consent-desk";
import { decideConsent } from "./decide-consent";
import { goOn } from "./go-on";
import { createInMemoryDesk } from "./in-memory-desk";
import { keepShown } from "./keep-shown";
import { openVisit } from "./open-visit";
import { settleDecision } from "./settle-decision";
import { viewConsentRequest } from "./view-consent-request";

const mine = aBankAccount({ id: asAccountId("acc-mine") });
const foreign = aBankAccount({
  id: asAccountId("acc-foreign"),
  holders: [{ customer: asCustomerId("cus-2"), name: "Somebody Else" }],
});

let clock = new Date("2026-03-14T10:00:00Z");

function world() {
  clock = new Date("2026-03-14T10:00:00Z");
  const authorizationServer = createInMemoryAuthorizationServer();
  const bank = createInMemoryBank([mine, foreign]);
  const desk = createInMemoryDesk();
  const riskSignal = { level: "normal" as Risk, riskOf: async () => riskSignal.level };
  const needs = { authorizationServer, bank, desk, riskSignal };
  const view = viewConsentRequest(needs);
  return {
    ...needs,
    view,
    open: (handoff: Handoff) => openVisit(needs)(handoff, "c-1", async (visit) => `sealed ${visit.id}`),
    decide: decideConsent({ desk, viewConsentRequest: view, now: () => clock }),
    keepShown: keepShown(needs),
    settle: settleDecision(needs),
    goOn: goOn(needs),
  };
}

let the: ReturnType<typeof world>;
let handoff: Handoff;
let visit: Visit;

beforeEach(async () => {
  the = world();
  handoff = the.authorizationServer.handOff(aConsentRequest());
  const opened = await the.open(handoff);
  if (!opened.ok) throw new Error("the first browser owns the hand-off");
  visit = opened.value.visit;
});

const seenNow = async (choosable = [mine, foreign]) => {
  const view = await the.view(visit);
  if (view.state !== "open") throw new Error("the question is open");
  const { payloadHash, request, offered } = view;
  const made = { request, offered, bank: { name: "Test Bank", phone: "0000" }, now: new Date(0) };
  return the.keepShown(visit, {
    locale: "en",
    catalogueVersion: "1",
    payloadHash,
    made,
    said: choosable,
    choosable: choosable.map(({ id }) => id),
  });
};
const allow = async (accountIds = ["acc-mine"]) =>
  the.decide(visit, { choice: "allow", accountIds, seen: await seenNow() });

describe("opening", () => {
  test("a hand-off opens once; a second browser learns nothing but that", async () => {
    expect(await the.open(handoff)).toEqual({ ok: false, error: "opened-elsewhere" });
  });

  test("a wrong proof is unknown", async () => {
    await expect(the.open({ ...handoff, proof: "guess" })).rejects.toMatchObject({ failure: "handoff-unknown" });
  });

  test("the same reference with another proof is another visit: a guess cannot burn the real one", async () => {
    const other = the.authorizationServer.handOff(aConsentRequest());
    await the.open({ ...other, proof: "guess" }).catch(() => {});
    expect(await the.open(other)).toMatchObject({ ok: true });
  });
});

describe("answering", () => {
  test("allow sends exactly the chosen accounts, and settles with the authorization server's own address", async () => {
    const recorded = await allow();
    expect(recorded).toMatchObject({ ok: true, value: { decision: { outcome: "allowed", accountIds: ["acc-mine"] } } });
    if (!recorded.ok) return;
    expect(await the.settle(visit, recorded.value)).toMatchObject({ state: "settled" });
    expect(await the.authorizationServer.listConsents({}, { size: 10 }, { correlationId: "c" })).toMatchObject([
      { status: "authorised", accountIds: ["acc-mine"] },
    ]);
  });

  test("C-07: an account of somebody else grants nothing", async () => {
    expect(await allow(["acc-mine", "acc-foreign"])).toMatchObject({
      ok: false,
      error: { problem: "account-not-offered" },
    });
    expect(await the.desk.decisionOf(visit.id)).toBeUndefined();
  });

  test("an account that was closed while the page was open grants nothing", async () => {
    const seen = await seenNow();
    the.bank.accounts = [{ ...mine, open: false }];
    const decided = await the.decide(visit, { choice: "allow", accountIds: ["acc-mine"], seen });
    expect(decided).toMatchObject({ ok: false, error: { problem: "account-not-offered" } });
  });

  test("P-14: sharing that ended while the page was open is not allowed any more, and can still be refused", async () => {
    const seen = await seenNow();
    clock = new Date("2027-03-14T00:00:00Z");
    const decided = await the.decide(visit, { choice: "allow", accountIds: ["acc-mine"], seen });
    expect(decided).toMatchObject({ ok: false, error: { problem: "request-closed" } });
    expect(await the.desk.decisionOf(visit.id)).toBeUndefined();
    expect(await the.decide(visit, { choice: "refuse", reason: "customer-declined", seen })).toMatchObject({
      ok: true,
    });
  });

  test("C-24, N-10: one's own account that the answered page did not show is not granted", async () => {
    const hidden = aBankAccount({ id: asAccountId("acc-hidden") });
    the.bank.accounts = [mine, hidden];
    const seen = await seenNow([mine]);
    for (const accountIds of [["acc-hidden"], ["acc-mine", "acc-hidden"]]) {
      const decided = await the.decide(visit, { choice: "allow", accountIds, seen });
      expect(decided).toMatchObject({ ok: false, error: { problem: "account-not-offered" } });
    }
    expect(await the.desk.decisionOf(visit.id)).toBeUndefined();
  });

  test("P-09: an answer counts on the page that it was given on, whatever another tab shows by then", async () => {
    const shop = aBankAccount({ id: asAccountId("acc-shop"), profile: "business" });
    the.bank.accounts = [mine, shop];
    const [personal, business] = [await seenNow([mine]), await seenNow([shop])];
    await the.desk.keepDraft(visit, { chosen: [], profile: "personal" }, personal);
    const other = await the.decide(visit, { choice: "allow", accountIds: ["acc-mine"], seen: business });
    expect(other).toMatchObject({ ok: false, error: { problem: "account-not-offered" } });
    const own = await the.decide(visit, { choice: "allow", accountIds: ["acc-shop"], seen: business });
    expect(own).toMatchObject({ ok: true, value: { decision: { accountIds: ["acc-shop"] } } });
  });

  test("a request that changed while the page was open is not approved", async () => {
    const seen = await seenNow();
    const wider = aConsentRequest({ subject: anAccountAccess({ permissions: new Set(["ReadPAN"]) }) });
    the.authorizationServer.describe = async () => ({ request: wider });
    const decided = await the.decide(visit, { choice: "allow", accountIds: ["acc-mine"], seen });
    expect(decided).toMatchObject({ ok: false, error: { problem: "request-changed" } });
  });

  test("withdrawn by the TPP while the page was open: no allow, and nothing recorded", async () => {
    const seen = await seenNow();
    the.authorizationServer.withdraw(handoff);
    const decided = await the.decide(visit, { choice: "allow", accountIds: ["acc-mine"], seen });
    expect(decided).toMatchObject({ ok: false, error: { problem: "request-closed" } });
  });

  test("another customer's request behind the same hand-off is nobody's", async () => {
    the.authorizationServer.describe = async () => ({ request: aConsentRequest({ customer: asCustomerId("cus-2") }) });
    await expect(the.view(visit)).rejects.toMatchObject({ failure: "handoff-unknown" });
  });

  test.each([
    ["the page had none that can be used", [{ ...mine, canShare: false }], "no-eligible-account"],
    ["there was one, whatever the form says", [mine], "customer-declined"],
  ])("S-08: ended for want of an account, and %s", async (_, accounts, reason) => {
    the.bank.accounts = accounts;
    const seen = await seenNow([]);
    const ended = await the.decide(visit, { choice: "refuse", reason: "no-eligible-account", seen });
    expect(ended).toMatchObject({ ok: true, value: { decision: { outcome: "refused", reason } } });
  });

  test("S-08: a page that was never shown is no ground for there having been no account", async () => {
    const ended = await the.decide(visit, { choice: "refuse", reason: "no-eligible-account", seen: "made-up" });
    expect(ended).toMatchObject({ ok: true, value: { decision: { reason: "customer-declined" } } });
  });

  test("refusing works with the bank down", async () => {
    the.bank.down = true;
    const recorded = await the.decide(visit, { choice: "refuse", reason: "customer-declined", seen: "" });
    expect(recorded).toMatchObject({ ok: true, value: { decision: { outcome: "refused" } } });
  });

  test("allow against refuse: the first stays and the second is told", async () => {
    const first = await the.decide(visit, { choice: "refuse", reason: "customer-declined", seen: "" });
    const second = await the.decide(visit, { choice: "allow", accountIds: ["acc-mine"], seen: "" });
    expect(second).toEqual(first);
  });
});

describe("settling", () => {
  test("an authorization server that is down leaves the decision to be sent again", async () => {
    const recorded = await allow();
    if (!recorded.ok) throw new Error("allowed");
    the.authorizationServer.down = true;
    expect(await the.settle(visit, recorded.value)).toMatchObject({ state: "intended" });
    the.authorizationServer.down = false;
    expect(await the.settle(visit, recorded.value)).toMatchObject({ state: "settled" });
  });

  test("a lost answer is asked for again and is the same decision", async () => {
    const recorded = await allow();
    if (!recorded.ok) throw new Error("allowed");
    const settleAtDesk = the.desk.settle;
    the.desk.settle = async () => {
      throw new Error("killed between the two systems");
    };
    await expect(the.settle(visit, recorded.value)).rejects.toThrow("killed");
    the.desk.settle = settleAtDesk;
    // The right to send lapses by itself; here nobody waits for the clock.
    await the.desk.giveBack(recorded.value);
    expect(await the.settle(visit, recorded.value)).toMatchObject({ state: "settled" });
  });

  test("settled once, it is read back and not sent again", async () => {
    const recorded = await allow();
    if (!recorded.ok) throw new Error("allowed");
    const first = await the.settle(visit, recorded.value);
    the.authorizationServer.down = true;
    const known = await the.desk.decisionOf(visit.id);
    expect(known && (await the.settle(visit, known))).toEqual(first);
  });

  test.each([
    ["withdrawn", "not-allowed", () => the.authorizationServer.withdraw(handoff)],
    ["lapsed", "lapsed", () => the.authorizationServer.lapse(handoff)],
  ] as const)(
    "%s between the answer and the authorization server: closed for good",
    async (_, closedBecause, meanwhile) => {
      const recorded = await allow();
      if (!recorded.ok) throw new Error("allowed");
      meanwhile();
      expect(await the.settle(visit, recorded.value)).toMatchObject({ state: "closed", closedBecause });
      expect(await the.desk.decisionOf(visit.id)).toMatchObject({ state: "closed" });
    },
  );
});

describe("two at once, and lost confirmations", () => {
  test("two who settle at once leave the browser with an address that opens", async () => {
    const recorded = await allow();
    if (!recorded.ok) throw new Error("allowed");
    const settled = await Promise.all([the.settle(visit, recorded.value), the.settle(visit, recorded.value)]);
    expect(settled[0]).toEqual(settled[1]);
    const { nextHop } = settled[0];
    expect(nextHop && the.authorizationServer.resume(handoff, nextHop)).toBe(true);
  });

  test("the authorization server took it, the confirmation was lost and the hand-off lapsed: it counts as taken", async () => {
    const recorded = await allow();
    if (!recorded.ok) throw new Error("allowed");
    await the.authorizationServer.decide(handoff, recorded.value.decision, { correlationId: "c" });
    the.authorizationServer.lapse(handoff);
    const settled = await the.settle(visit, recorded.value);
    expect(settled).toMatchObject({ state: "settled" });
    expect(settled.nextHop).toBeUndefined();
  });

  test.each(["paused", "ended"])(
    "taken, its confirmation lost, and %s by the bank since: it was taken",
    async (since) => {
      const recorded = await allow();
      if (!recorded.ok) throw new Error("allowed");
      const context = { correlationId: "c" };
      const byBank = { by: "bank", reason: "fraud" } as const;
      await the.authorizationServer.decide(handoff, recorded.value.decision, context);
      await (since === "paused"
        ? the.authorizationServer.suspendConsent(visit.consentId, byBank, context)
        : the.authorizationServer.revokeConsent(visit.consentId, byBank, context));
      the.authorizationServer.lapse(handoff);
      expect(await the.settle(visit, recorded.value)).toMatchObject({ state: "settled" });
    },
  );

  test("answered otherwise by somebody else: it does not count as taken", async () => {
    const recorded = await allow();
    if (!recorded.ok) throw new Error("allowed");
    await the.authorizationServer.decide(handoff, refuse("customer-declined"), { correlationId: "c" });
    expect(await the.settle(visit, recorded.value)).toMatchObject({ state: "closed", closedBecause: "spent" });
  });
});

describe("going on again", () => {
  test("an address that was used up without effect is replaced by one that opens", async () => {
    const recorded = await allow();
    if (!recorded.ok) throw new Error("allowed");
    const settled = await the.settle(visit, recorded.value);
    await the.desk.follow(settled);
    await the.goOn(visit, settled);
    const renewed = await the.desk.decisionOf(visit.id);
    expect(renewed?.nextHop).not.toEqual(settled.nextHop);
    expect(renewed?.nextHop && the.authorizationServer.resume(handoff, renewed.nextHop)).toBe(true);
    expect(renewed && (await the.desk.follow(renewed))).toBe(true);
  });

  test("once the browser has gone on there is no address any more", async () => {
    const recorded = await allow();
    if (!recorded.ok) throw new Error("allowed");
    const settled = await the.settle(visit, recorded.value);
    expect(settled.nextHop && the.authorizationServer.resume(handoff, settled.nextHop)).toBe(true);
    await the.goOn(visit, settled);
    const now = await the.desk.decisionOf(visit.id);
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

test("once there is an answer the page needs neither the authorization server nor the bank", async () => {
  await the.decide(visit, { choice: "refuse", reason: "customer-declined", seen: "" });
  the.authorizationServer.down = true;
  the.bank.down = true;
  expect(await the.view(visit)).toMatchObject({ state: "answered" });
});
