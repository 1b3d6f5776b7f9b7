import { describe, expect, test } from "vitest";
import {
  aBankAccount,
  aConsentRequest,
  aDomesticPayment,
  anAccountAccess,
  anAgain,
  anInsteadOf,
  anOffer,
} from "~/domain/consent/builders";
import type { Connection, EarlierSharing } from "~/domain/consent/connection";
import { asAccountId, asConsentId } from "~/domain/shared/ids";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { paying, question, saidIn } from "./present.harness";

const sharing = (over: Partial<EarlierSharing> = {}): EarlierSharing => ({
  id: asConsentId("aac-0"),
  since: new Date("2026-01-12T10:00:00Z"),
  permissions: ["ReadAccountsDetail", "ReadTransactionsDetail"],
  accountIds: [asAccountId("acc-1"), asAccountId("acc-closed-since")],
  ...over,
});
const lastAgreedAt = new Date("2026-01-12T10:00:00Z");

describe("P-15: whether they have connected before", () => {
  test("asked again they have, whatever else there was", () => {
    const request = aConsentRequest({ mode: anAgain({ since: new Date("2026-02-03T10:00:00Z") }) });
    const said = (connection: Connection) => question({ request, connection }).parties.app.acquaintance;
    expect(said({ sharing: [] })).toBe("Connected before, last on 3\u00a0February\u00a02026");
    expect(said({ lastAgreedAt, sharing: [] })).toBe("Connected before, last on 3\u00a0February\u00a02026");
    const later = new Date("2026-03-01T10:00:00Z");
    expect(said({ lastAgreedAt: later, sharing: [] })).toBe("Connected before, last on 1\u00a0March\u00a02026");
  });

  test.each([
    [{ sharing: [] }, "First time you connect"],
    [{ lastAgreedAt, sharing: [] }, "Connected before, last on 12\u00a0January\u00a02026"],
    [{ lastAgreedAt: new Date("2026-03-14T00:30:00Z"), sharing: [] }, "Connected before, last time today"],
    [
      { lastAgreedAt: new Date("2026-03-13T23:30:00Z"), sharing: [] },
      "Connected before, last on 13\u00a0March\u00a02026",
    ],
    [undefined, undefined],
  ])("%j", (connection, said) => {
    const view = question({ ...(connection && { connection }) });
    expect(view.parties.app.acquaintance).toBe(said);
    const pays = question(paying(aDomesticPayment(), [aBankAccount()], { ...(connection && { connection }) }));
    expect(pays.parties.app.acquaintance).toBe(said);
  });
});

describe("P-12: what is shared already", () => {
  const request = aConsentRequest({ subject: anAccountAccess() });
  const said = (...earlier: EarlierSharing[]) =>
    question({ request, connection: { lastAgreedAt, sharing: earlier } }).already;

  test("is said as far as it overlaps, with what becomes of it, and never in the way", () => {
    const view = said(sharing());
    expect(withoutIsolates(view?.title ?? "")).toBe("You already share with Budget Beacon");
    expect(view?.items.map(({ text, accounts }) => withoutIsolates(`${text} ${accounts}`))).toEqual([
      "Since 12\u00a0January\u00a02026, it can see your account details. From: Everyday.",
    ]);
    expect(withoutIsolates(view?.whatNow ?? "")).toContain("You can keep both.");
    const { already: _, ...rest } = question({ request, connection: { lastAgreedAt, sharing: [sharing()] } });
    expect(rest).toEqual(question({ request, connection: { lastAgreedAt, sharing: [] } }));
  });

  test("P-11: what this is to take the place of is not added to, and is named where it is said what becomes of it", () => {
    const replacing = aConsentRequest({ mode: anInsteadOf({ consentId: asConsentId("aac-0") }) });
    const connection = { lastAgreedAt, sharing: [sharing(), sharing({ id: asConsentId("aac-9") })] };
    expect(question({ request: replacing, connection }).already?.items).toHaveLength(1);
    expect(question({ request: replacing, connection: { sharing: [sharing()] } }).already).toBeUndefined();
  });

  test("other information is said to be other information", () => {
    expect(said(sharing({ permissions: ["ReadProducts", "NotAPermission"], accountIds: [] }))?.items).toEqual([
      { text: "Since 12\u00a0January\u00a02026, it can see other information." },
    ]);
  });

  test("many are counted", () => {
    const view = said(...Array(7).fill(sharing()));
    expect(view?.items).toHaveLength(3);
    expect(view?.more).toBe("And 4 more like this.");
    const offered = Array.from({ length: 12 }, (_, at) => anOffer({ id: asAccountId(`a${at}`), nickname: `N${at}` }));
    const accountIds = offered.map(({ account }) => account.id);
    const wide = question({
      request,
      offered,
      connection: { lastAgreedAt, sharing: [sharing({ accountIds })] },
    }).already;
    expect(withoutIsolates(wide?.items[0]?.accounts ?? "")).toBe("From: N0, N1, N2 and 9 more.");
  });

  test("nothing is said where nothing is shared, and a payment shares nothing", () => {
    expect(said()).toBeUndefined();
    const pays = question(paying(aDomesticPayment(), [aBankAccount()], { connection: { sharing: [sharing()] } }));
    expect(pays.already).toBeUndefined();
    expect(saidIn(pays)).not.toContain("already");
  });
});
