import { describe, expect, test } from "vitest";
import { aConsentRequest, anAgain, anInsteadOf } from "~/domain/consent/builders";
import { aDomesticVrp } from "~/domain/consent-kinds/builders";
import { asAccountId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import { AuthorityError } from "~/ports/authorization-server";
import { aConsentVisit, foreign, mine } from "./consent-visit.harness";
import { momentBefore } from "./moment-before";

const MINE = [asAccountId("acc-mine")];
const again = (over: Parameters<typeof anAgain>[0] = {}) =>
  aConsentVisit(aConsentRequest({ mode: anAgain({ accounts: MINE, revision: 2, ...over }) }));
type Visit = Awaited<ReturnType<typeof aConsentVisit>>;
const allowing = (the: Visit, accountIds: string[] = []) => the.allow(accountIds);

describe("P-10: asked for the same again", () => {
  test("S-03: its own accounts are granted, whatever a browser sends", async () => {
    for (const sent of [[], ["acc-foreign"], ["acc-mine"]]) {
      const decided = await allowing(await again(), sent);
      expect(decided).toMatchObject({ ok: true, value: { decision: { accountIds: ["acc-mine"] } } });
    }
  });

  test("C-07: one that is somebody else's by now is not, though the consent had it", async () => {
    const the = await again({ accounts: [asAccountId("acc-foreign")] });
    expect(await allowing(the)).toMatchObject({ ok: false, error: { problem: "choose-an-account" } });
    expect(await allowing(the, ["acc-foreign"])).toMatchObject({
      ok: false,
      error: { problem: "account-not-offered" },
    });
  });

  test("an account that was closed while the page was open is not kept, and is not missed in silence", async () => {
    const the = await again();
    const seen = await the.seenNow();
    the.bank.accounts = [{ ...mine, open: false }];
    const decided = await the.decide(the.visit, { choice: "allow", accountIds: [], seen });
    expect(decided).toMatchObject({ ok: false, error: { problem: "choose-an-account" } });
  });

  test("P-28, T8: payments from an account that others sign for too are not renewed by one of them", async () => {
    const signers = ["cus-1", "cus-2"].map((id) => ({ customer: asCustomerId(id), name: id, group: "A" }));
    const the = await aConsentVisit(
      aConsentRequest({ subject: aDomesticVrp(), mode: anAgain({ accounts: MINE, revision: 2 }) }),
    );
    the.bank.accounts = [{ ...mine, mandate: { signers, pay: [{ anyOf: [{ A: 2 }] }], vulnerable: [] } }];
    expect(await the.view(the.visit)).toMatchObject({ offered: [{ unavailable: "needs-signatures" }] });
    for (const sent of [[], ["acc-mine"]]) expect((await allowing(the, sent)).ok).toBe(false);
    the.bank.accounts = [mine];
    expect((await allowing(the)).ok).toBe(true);
  });

  test("the visit knows of it where nobody can be asked", async () => {
    expect((await again()).visit.mode).toEqual({ is: "again", revision: 2 });
    expect((await aConsentVisit()).visit).not.toHaveProperty("mode");
  });

  describe("when nobody knows whether the answer arrived", () => {
    /** The authorization server has forgotten the hand-off, and holds the consent in this revision. */
    async function settledAt(revision: number, decision: "allow" | "refuse") {
      const the = await again();
      const recorded = await (decision === "allow"
        ? allowing(the)
        : the.decide(the.visit, { choice: "refuse", reason: "customer-declined", seen: "" }));
      if (!recorded.ok || typeof recorded.value === "string") throw new Error("an answer");
      the.authorizationServer.decide = async () => {
        throw new AuthorityError("handoff-unknown", "forgotten");
      };
      const record = await the.authorizationServer.findConsent(
        { id: the.visit.consentId, clientId: the.visit.clientId, kind: the.visit.kind },
        { correlationId: "c" },
      );
      if (!record) throw new Error("a consent");
      the.authorizationServer.findConsent = async () => ({
        ...record,
        status: "authorised",
        accountIds: MINE,
        revision,
      });
      return (await the.settle(the.visit, recorded.value)).state;
    }

    test("a yes has, where the consent is one revision on; its accounts alone tell nothing", async () => {
      expect(await settledAt(3, "allow")).toBe("settled");
      expect(await settledAt(2, "allow")).toBe("closed");
    });

    test("a no comes to the same either way, unless there was a yes", async () => {
      expect(await settledAt(2, "refuse")).toBe("settled");
      expect(await settledAt(3, "refuse")).toBe("closed");
    });
  });
});

describe("P-11: asked in place of another", () => {
  const instead = () =>
    aConsentVisit(aConsentRequest({ id: asConsentId("aac-1"), mode: anInsteadOf({ accounts: MINE }) }));

  test("U-07: what that one was given for is chosen, until the customer says otherwise", async () => {
    const the = await instead();
    const chosen = async () => {
      const view = await the.view(the.visit);
      return view.state === "open" ? view.draft?.chosen : undefined;
    };
    expect(await chosen()).toEqual(["acc-mine"]);
    const seen = await the.seenNow();
    await the.desk.keepDraft(the.visit, { chosen: [] }, seen);
    expect(await chosen()).toEqual([]);
  });

  test("P-16: what was kept on the page before the question had nothing to choose, and unticks nothing", async () => {
    const the = await instead();
    const view = await the.view(the.visit);
    if (view.state !== "open") throw new Error("open");
    const { request, offered, payloadHash } = view;
    await the.desk.keepShown(the.visit, {
      locale: "en",
      catalogueVersion: "1",
      shownHash: "moment",
      payloadHash: momentBefore(payloadHash),
      shown: { made: { request, offered, bank: { name: "B", phone: "0" }, now: new Date(0) }, said: {}, choosable: [] },
    });
    await the.desk.keepDraft(the.visit, { chosen: [], tookMoment: true }, "moment");
    expect(await the.view(the.visit)).toMatchObject({ draft: { chosen: ["acc-mine"], tookMoment: true } });
  });

  test("what is not ticked is not granted: nothing is taken over by itself", async () => {
    const the = await instead();
    the.bank.accounts = [mine, { ...foreign, id: asAccountId("acc-2"), holders: mine.holders }];
    expect(await the.allow([])).toMatchObject({ ok: false, error: { problem: "choose-an-account" } });
  });

  test("the visit knows which", async () => {
    expect((await instead()).visit.mode).toEqual({ is: "instead-of", consentId: "aac-0" });
  });
});
