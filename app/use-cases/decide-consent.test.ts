import { beforeEach, describe, expect, test } from "vitest";
import { aBankAccount, aConsentRequest, anAccountAccess, anInternationalPayment } from "~/domain/consent/builders";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import { AuthorityError } from "~/ports/authorization-server";
import { aConsentVisit, mine } from "./consent-visit.harness";

let the: Awaited<ReturnType<typeof aConsentVisit>>;
beforeEach(async () => {
  the = await aConsentVisit();
});

describe("answering", () => {
  test("allow sends exactly the chosen accounts, and settles with the authorization server's own address", async () => {
    const recorded = await the.allow();
    expect(recorded).toMatchObject({ ok: true, value: { decision: { outcome: "allowed", accountIds: ["acc-mine"] } } });
    if (!recorded.ok) return;
    expect(await the.settle(the.visit, recorded.value)).toMatchObject({ state: "settled" });
    expect(await the.authorizationServer.listConsents({}, { size: 10 }, { correlationId: "c" })).toMatchObject([
      { status: "authorised", accountIds: ["acc-mine"] },
    ]);
  });

  test("C-07: an account of somebody else grants nothing", async () => {
    expect(await the.allow(["acc-mine", "acc-foreign"])).toMatchObject({
      ok: false,
      error: { problem: "account-not-offered" },
    });
    expect(await the.desk.decisionOf(the.visit.id)).toBeUndefined();
  });

  test("an account that was closed while the page was open grants nothing", async () => {
    const seen = await the.seenNow();
    the.bank.accounts = [{ ...mine, open: false }];
    const decided = await the.decide(the.visit, { choice: "allow", accountIds: ["acc-mine"], seen });
    expect(decided).toMatchObject({ ok: false, error: { problem: "account-not-offered" } });
  });

  test("P-14: sharing that ended while the page was open is not allowed any more, and can still be refused", async () => {
    const seen = await the.seenNow();
    the.clock.now = new Date("2027-03-14T00:00:00Z");
    const decided = await the.decide(the.visit, { choice: "allow", accountIds: ["acc-mine"], seen });
    expect(decided).toMatchObject({ ok: false, error: { problem: "request-closed" } });
    expect(await the.desk.decisionOf(the.visit.id)).toBeUndefined();
    expect(await the.decide(the.visit, { choice: "refuse", reason: "customer-declined", seen })).toMatchObject({
      ok: true,
    });
  });

  test("P-17: a rate that ran out while the page was open binds nobody: the answer is not taken", async () => {
    const exchange = { rateType: "actual", unitCurrency: "GBP", rate: "1.172" } as const;
    const expiresAt = new Date("2026-03-14T10:05:00Z");
    the = await aConsentVisit(
      aConsentRequest({ subject: anInternationalPayment({ exchange: { ...exchange, expiresAt } }) }),
    );
    const seen = await the.seenNow();
    the.clock.now = expiresAt;
    const decided = await the.decide(the.visit, { choice: "allow", accountIds: ["acc-mine"], seen });
    expect(decided).toMatchObject({ ok: false, error: { problem: "request-closed" } });
    expect(await the.desk.decisionOf(the.visit.id)).toBeUndefined();
    the.clock.now = new Date(expiresAt.getTime() - 1);
    const inTime = await the.decide(the.visit, { choice: "allow", accountIds: ["acc-mine"], seen });
    expect(inTime).toMatchObject({ ok: true, value: { decision: { outcome: "allowed" } } });
  });

  test("C-24, N-10: one's own account that the answered page did not show is not granted", async () => {
    const hidden = aBankAccount({ id: asAccountId("acc-hidden") });
    the.bank.accounts = [mine, hidden];
    const seen = await the.seenNow([mine]);
    for (const accountIds of [["acc-hidden"], ["acc-mine", "acc-hidden"]]) {
      const decided = await the.decide(the.visit, { choice: "allow", accountIds, seen });
      expect(decided).toMatchObject({ ok: false, error: { problem: "account-not-offered" } });
    }
    expect(await the.desk.decisionOf(the.visit.id)).toBeUndefined();
  });

  test("P-09: an answer counts on the page that it was given on, whatever another tab shows by then", async () => {
    const shop = aBankAccount({ id: asAccountId("acc-shop"), profile: "business" });
    the.bank.accounts = [mine, shop];
    const [personal, business] = [await the.seenNow([mine]), await the.seenNow([shop])];
    await the.desk.keepDraft(the.visit, { chosen: [], profile: "personal" }, personal);
    const other = await the.decide(the.visit, { choice: "allow", accountIds: ["acc-mine"], seen: business });
    expect(other).toMatchObject({ ok: false, error: { problem: "account-not-offered" } });
    const own = await the.decide(the.visit, { choice: "allow", accountIds: ["acc-shop"], seen: business });
    expect(own).toMatchObject({ ok: true, value: { decision: { accountIds: ["acc-shop"] } } });
  });

  test("a request that changed while the page was open is not approved", async () => {
    const seen = await the.seenNow();
    const wider = aConsentRequest({ subject: anAccountAccess({ permissions: new Set(["ReadPAN"]) }) });
    the.authorizationServer.describe = async () => ({ request: wider });
    const decided = await the.decide(the.visit, { choice: "allow", accountIds: ["acc-mine"], seen });
    expect(decided).toMatchObject({ ok: false, error: { problem: "request-changed" } });
  });

  test("withdrawn by the TPP while the page was open: no allow, and nothing recorded", async () => {
    const seen = await the.seenNow();
    the.authorizationServer.withdraw(the.handoff);
    const decided = await the.decide(the.visit, { choice: "allow", accountIds: ["acc-mine"], seen });
    expect(decided).toMatchObject({ ok: false, error: { problem: "request-closed" } });
  });

  test("another customer's request behind the same hand-off is nobody's", async () => {
    the.authorizationServer.describe = async () => ({ request: aConsentRequest({ customer: asCustomerId("cus-2") }) });
    await expect(the.view(the.visit)).rejects.toMatchObject({ failure: "handoff-unknown" });
  });

  const stopped = (is: string) => ({ state: "stopped", stop: { is } });

  test.each([
    ["no-account", "no-eligible-account"],
    ["named-account-not-yours", "no-eligible-account"],
    ["named-account-unavailable", "no-eligible-account"],
    ["requester-unknown", "tpp-not-authorised"],
    ["requester-barred", "tpp-not-authorised"],
    ["not-understood", "technical"],
  ])("T7: ending the request on the page %s is nobody's no: %s", async (is, reason) => {
    const seen = await the.seenNow([], stopped(is));
    const ended = await the.decide(the.visit, { choice: "refuse", reason: "customer-declined", seen });
    expect(ended).toMatchObject({ ok: true, value: { decision: { outcome: "refused", reason } } });
  });

  test.each(["no-eligible-account", "tpp-not-authorised", "technical"] as const)(
    "T7: that nobody said no is what a page on record shows, whatever the form says: %s",
    async (reason) => {
      for (const page of [[mine], stopped("expired"), undefined]) {
        the = await aConsentVisit();
        const seen = page ? await the.seenNow([mine], page) : "made-up";
        const ended = await the.decide(the.visit, { choice: "refuse", reason, seen });
        expect(ended).toMatchObject({ ok: true, value: { decision: { reason: "customer-declined" } } });
      }
    },
  );

  test("T7: a request that cannot be read leaves no page, and ends as what it is", async () => {
    the.authorizationServer.describe = async () => {
      throw new AuthorityError("request-not-understood", "a permission that we do not know");
    };
    const ended = await the.decide(the.visit, { choice: "refuse", reason: "customer-declined", seen: "" });
    expect(ended).toMatchObject({ ok: true, value: { decision: { reason: "technical" } } });
  });

  test("T6: what the customer says of a page without a question stays theirs", async () => {
    const seen = await the.seenNow([], stopped("requester-barred"));
    const reported = await the.decide(the.visit, { choice: "refuse", reason: "not-me", seen });
    expect(reported).toMatchObject({ ok: true, value: { decision: { reason: "not-me" } } });
  });

  test("refusing works with the bank down", async () => {
    the.bank.down = true;
    const recorded = await the.decide(the.visit, { choice: "refuse", reason: "customer-declined", seen: "" });
    expect(recorded).toMatchObject({ ok: true, value: { decision: { outcome: "refused" } } });
  });

  test("allow against refuse: the first stays and the second is told", async () => {
    const first = await the.decide(the.visit, { choice: "refuse", reason: "customer-declined", seen: "" });
    const second = await the.decide(the.visit, { choice: "allow", accountIds: ["acc-mine"], seen: "" });
    expect(second).toEqual(first);
  });
});

test("once there is an answer the page needs neither the authorization server nor the bank", async () => {
  await the.decide(the.visit, { choice: "refuse", reason: "customer-declined", seen: "" });
  the.authorizationServer.down = true;
  the.bank.down = true;
  expect(await the.view(the.visit)).toMatchObject({ state: "answered" });
});
