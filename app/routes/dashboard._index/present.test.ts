import { describe, expect, test } from "vitest";
import { asAccountId, asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import { isolated, withoutIsolates } from "~/domain/shared/isolated-text";
import { CATALOGUES } from "~/i18n/catalogues";
import { enGB } from "~/i18n/en-GB/index";
import type { RegisteredConsent } from "~/ports/consent-register";
import { aListed, aShelf } from "~/ui/shelf-exhibits.harness";
import { presentShelf } from "./present";
import { presentRow } from "./present-row";

const BANK = { name: "Northlight Bank", phone: "0800 555 0199" };
const NOW = new Date("2026-03-14T10:00:00Z");
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
const plain = (text: string) => withoutIsolates(text).replaceAll("\u00a0", " ");

const row = (over: Partial<RegisteredConsent> = {}, scene: Parameters<typeof aShelf>[1] = {}) =>
  presentRow(aListed(over), aShelf("", scene), { withApp: true, withAccounts: true }, enGB);
const factsOf = (over: Partial<RegisteredConsent>, scene: Parameters<typeof aShelf>[1] = {}) =>
  row(over, scene).facts.map(({ label, value }) => `${label}: ${plain(value)}`);

describe("a row answers who, which accounts, last used, until when (R-03)", () => {
  test("of what goes on", () => {
    const reads = new Map([[asConsentId("aac-1"), { lastAt: days(-2), weeks: [0, 3] }]]);
    expect(factsOf({}, { reads })).toEqual([
      "You allowed it: 22 February 2026",
      "Last used: 12 March 2026",
      "Until: 23 May 2026",
    ]);
    expect(row({}, { reads }).activity?.weeks).toEqual([0, 3]);
    const { expiresAt: _, ...endless } = aListed();
    expect(presentRow(endless, aShelf(""), { withApp: true, withAccounts: true }, enGB).facts.at(-1)).toEqual({
      label: "Until",
      value: "You stop it",
    });
  });

  test("nothing is said of use where nobody tells of it, and 'not used' only where somebody would have told", () => {
    expect(factsOf({})[1]).toBe("Last used: Not used yet");
    const { toldUntil: _, ...untold } = aShelf("");
    const { facts } = presentRow(aListed(), untold, { withApp: true, withAccounts: true }, enGB);
    expect(facts.map(({ label }) => label)).toEqual(["You allowed it", "Until"]);
    // What is paid is no read.
    expect(factsOf({ kind: "domestic-vrp" }).map((fact) => fact.split(":")[0])).toEqual(["You allowed it", "Until"]);
    expect(row({ kind: "domestic-vrp", agreedAt: days(-100) }).notes).toEqual([]);
  });

  test("D-03: of what has ended, when and why; and no way to stop it", () => {
    const over = { status: "expired", reason: "end-date", expiresAt: days(-1), changedAt: days(-1) } as const;
    expect(factsOf(over).at(-1)).toBe("Ended: 13 March 2026");
    expect(row(over)).toMatchObject({ status: { is: "ended", why: "Its time ran out" } });
    expect(row(over).ways).toEqual([]);
  });

  test("D-17: what is used up by one use was sent when it was used, and not ended; nobody counts its weeks", () => {
    const used = { status: "consumed", reason: "used", changedAt: days(-1) } as const;
    const reads = new Map([[asConsentId("aac-1"), { lastAt: days(-1), weeks: [0, 1] }]]);
    expect(factsOf({ ...used, kind: "domestic-payment" }).at(-1)).toBe("Sent to be paid: 13 March 2026");
    expect(factsOf({ ...used, kind: "domestic-standing-order" }).at(-1)).toBe("Set up: 13 March 2026");
    expect(row({ ...used, kind: "domestic-payment" }, { reads })).toMatchObject({ status: { is: "done" } });
    expect(row({ ...used, kind: "domestic-payment" }, { reads })).not.toHaveProperty("activity");
    const refused = { status: "rejected", reason: "customer-declined", kind: "domestic-payment" } as const;
    expect(row(refused).status).toMatchObject({ is: "ended", why: "You did not allow it" });
  });

  test("of what nobody agreed to, when it was asked", () => {
    const { agreedAt: _, ...refused } = aListed({ status: "rejected", reason: "customer-declined" });
    const { facts } = presentRow(refused, aShelf(""), { withApp: true, withAccounts: true }, enGB);
    expect(facts[0]?.label).toBe("The app asked");
  });

  test("accounts by their name and last four digits; many are counted, and so are those that are gone (S-10)", () => {
    const accounts = row({ accountIds: ["acc-1", "acc-2", "acc-3", "acc-4", "acc-5", "acc-gone"] }).accounts;
    expect(accounts.map(({ name }) => plain(name))).toEqual([
      ...["Main account", "Household", "Rainy day", "and 2 more accounts", "1 account that we can’t name"],
    ]);
    expect(accounts[0]?.number?.shown).toBe("••••4401");
    expect(row({ accountIds: ["a", "b"] }, { accounts: "away" }).accounts).toEqual([{ name: "2 accounts" }]);
  });

  test("stop is one press away from all that goes on, and from nothing that is used once", () => {
    const waysOf = (...given: Parameters<typeof row>) =>
      row(...given).ways.map(({ label, href }) => `${label} ${href}`);
    const stop = "Stop sharing /dashboard/consents/aac-1/stop";
    expect(waysOf()).toEqual([stop]);
    expect(waysOf({ status: "suspended", suspendedBy: "staff" })).toEqual([stop]);
    expect(waysOf({ status: "suspended", suspendedBy: "customer" })).toEqual([
      "Start again /dashboard/consents/aac-1/resume",
      stop,
    ]);
    expect(waysOf({ kind: "domestic-payment" })).toEqual([]);
    const underWay = new Map([[asConsentId("aac-1"), { move: "stop", by: "customer", since: NOW } as const]]);
    expect(waysOf({}, { underWay })).toEqual([]);
  });
});

describe("what a customer may want to act on", () => {
  const notes = (over: Partial<RegisteredConsent>, scene: Parameters<typeof aShelf>[1] = {}) =>
    row(over, scene).notes.map(plain);

  test("D-11, D-12: an end within 30 days, and where to renew", () => {
    expect(notes({ expiresAt: days(9) })).toEqual([
      "Ends on 23 March 2026. To go on after that, renew it in Budget Beacon.",
    ]);
    expect(notes({ expiresAt: days(31) })).toEqual([]);
  });

  test("D-04: what was not used for 90 days, and not what is younger, paused, or unknown", () => {
    const unused = "Budget Beacon has not used this for 90 days. If you no longer need it, you can stop it.";
    const old = { agreedAt: days(-91) };
    expect(notes(old)).toEqual([unused]);
    expect(notes({ agreedAt: days(-89) })).toEqual([]);
    expect(notes({ ...old, status: "suspended" })).toEqual([]);
    const used = (ago: number) => new Map([[asConsentId("aac-1"), { lastAt: days(-ago), weeks: [] }]]);
    expect([notes(old, { reads: used(91) }), notes(old, { reads: used(89) })]).toEqual([[unused], []]);
    const { toldUntil: _, ...untold } = aShelf("");
    expect(presentRow(aListed(old), untold, { withApp: true, withAccounts: true }, enGB).notes).toEqual([]);
  });
});

describe("the page", () => {
  const group = (total: number, ...consents: readonly RegisteredConsent[]) => ({
    clientId: asClientId("tpp/1"),
    total,
    consents,
  });

  test("is called what the bank calls it, in the language of the page", () => {
    const bank = { ...BANK, dashboardName: { de: "Verbundene Apps" } };
    expect(presentShelf(aShelf(""), bank, CATALOGUES.de).title).toBe("Verbundene Apps");
    expect(presentShelf(aShelf(""), bank, enGB).title).toBe("Open Banking connected apps");
  });

  test("D-10: an app with several connections can be stopped at once, and shows where the others are", () => {
    const { groups } = presentShelf(
      aShelf("", { apps: { groups: [group(7, aListed()), group(1, aListed({ id: asConsentId("aac-2") }))] } }),
      BANK,
      enGB,
    );
    expect(groups?.items[0]).toMatchObject({
      more: { label: "Show all 7", href: "/dashboard?app=tpp%2F1" },
      stopAll: { href: "/dashboard/apps/tpp%2F1/stop" },
    });
    expect(groups?.items[1]?.more ?? groups?.items[1]?.stopAll).toBeUndefined();
  });

  test("D-20: an app whose register no longer lets it is said so once, and what has ended with it is not", () => {
    const barred = new Map([[asClientId("tpp-beacon"), { standing: "barred" as const }]]);
    const shown = (over: Parameters<typeof aShelf>[1]) =>
      presentShelf(aShelf("", { registered: barred, ...over }), BANK, enGB);
    const said = [expect.stringContaining("is no longer allowed to do this")];
    const consents = [aListed(), aListed({ id: asConsentId("aac-2") })];
    const { groups } = shown({ apps: { groups: [{ ...group(2, ...consents), clientId: asClientId("tpp-beacon") }] } });
    expect([groups?.items[0]?.notes, groups?.items[0]?.rows[0]?.notes]).toEqual([said, []]);
    const { rows } = shown({ rows: { consents: [aListed(), aListed({ status: "revoked" })] } });
    expect(rows?.items.map(({ notes }) => notes)).toEqual([said, []]);
    expect(shown({ registered: new Map(), rows: { consents: [aListed()] } }).rows?.items[0]?.notes).toEqual([]);
  });

  test("what waits for others stands apart from what needs the customer, on the first page alone", () => {
    const others = { consents: [aListed({ kind: "domestic-payment", status: "partially-authorised" })] };
    const shown = (query: string, over = {}) => presentShelf(aShelf(query, { others, ...over }), BANK, enGB);
    expect(shown("")).toMatchObject({
      others: { title: "Waiting for others", items: [{ note: "Others have yet to sign." }] },
    });
    const signers = ["Ben", "", "Cy"].map((name) => ({ customer: asCustomerId(name), name, group: "A" }));
    const named = shown("", { awaited: new Map([[asConsentId("aac-1"), signers]]) });
    expect(plain(named.others?.items[0]?.note ?? "")).toBe("Others have yet to sign. Can sign next: Ben, Cy.");
    expect(shown("").action).toBeUndefined();
    const older = { side: "after", at: "1", key: "a" } as const;
    expect(shown("", { others: { ...others, older } }).others?.more?.href).toBe("/dashboard?show=action");
    expect(presentShelf(aShelf(""), BANK, enGB).others).toBeUndefined();
  });

  test("D-14: whoever signed what others asked for is led to it, and nobody else", () => {
    const way = (hasSigned: boolean) => presentShelf(aShelf("", { hasSigned }), BANK, enGB).signed;
    expect(way(true)).toEqual({ label: "You signed", href: "/dashboard/signatures" });
    expect(way(false)).toBeUndefined();
  });

  test("D-27: a customer's record can be taken along from every list", () => {
    for (const query of ["", "show=ended"]) {
      expect(presentShelf(aShelf(query), BANK, enGB).take.href).toBe("/dashboard/export");
    }
  });

  test("D-10: everything can be stopped where anything goes on", () => {
    const counts = { "account-access": 0, "domestic-vrp": 1, "funds-confirmation": 0, action: 0 };
    expect(presentShelf(aShelf("", { counts }), BANK, enGB).stopEverything?.href).toBe("/dashboard/stop-everything");
    expect(presentShelf(aShelf(""), BANK, enGB).stopEverything).toBeUndefined();
  });

  test("D-19: a list is looked through from eight on, and keeps the state that is no field", () => {
    const counts = { "account-access": 8, "domestic-vrp": 0, "funds-confirmation": 0, action: 0 };
    expect(presentShelf(aShelf("", { counts }), BANK, enGB).find?.choices.map(({ name }) => name)).toEqual(["status"]);
    expect(presentShelf(aShelf("", { counts: { ...counts, "account-access": 7 } }), BANK, enGB).find).toBeUndefined();
    const { find } = presentShelf(aShelf("show=ended&find=x&kind=domestic-vrp&after=1.a"), BANK, enGB);
    expect(find?.kept).toEqual([{ name: "show", value: "ended" }]);
    expect(find?.text.value).toBe("x");
  });

  test("an app without a name has one of ours, and one that is hostile is text", () => {
    const { clientName: _, ...nameless } = aListed();
    const shown = presentShelf(
      aShelf("", { apps: { groups: [group(1, nameless), group(1, aListed({ clientName: "\u202eevil\u0000" }))] } }),
      BANK,
      enGB,
    );
    expect(shown.groups?.items.map(({ title }) => title)).toEqual(["The app", isolated("evil")]);
  });

  test("one consent under two accounts has two places", () => {
    const consents = [aListed()];
    const { groups } = presentShelf(
      aShelf("by=account", {
        byAccount: {
          groups: ["acc-1", "acc-3"].map((id) => ({ account: asAccountId(id), total: 1, consents })),
        },
      }),
      BANK,
      enGB,
    );
    expect(groups?.items.map(({ rows }) => rows[0]?.id)).toEqual(["0-aac-1", "1-aac-1"]);
  });
});
