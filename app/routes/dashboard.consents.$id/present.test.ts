import { describe, expect, test } from "vitest";
import { aBankAccount } from "~/domain/consent/builders";
import { CONSENT_KINDS, lastingFamilyOf } from "~/domain/consent-kinds/index";
import { asAccountId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { enGB } from "~/i18n/en-GB/index";
import { anImport, anOwnConsent, aVersion } from "~/use-cases/own-consent.builders";
import type { OwnConsent } from "~/use-cases/view-own-consent";
import { presentOwnConsent } from "./present";

const NOW = new Date("2026-03-14T10:00:00Z");
const view = (own: OwnConsent, now = NOW) =>
  presentOwnConsent(
    own,
    {
      customer: asCustomerId("cus-1"),
      bank: { name: "Northlight Bank", phone: "0800 555 0199" },
      now,
      lastHeard: { away: false },
    },
    enGB,
  );
const saidIn = (part: unknown) => withoutIsolates(JSON.stringify(part)).replaceAll("\u00a0", " ");
const gbp = (minor: bigint) => ({ minor, currency: "GBP" });

describe("D-04: key dates", () => {
  test("T17: what was taken up again keeps both its periods", () => {
    const { decisionId: _none, ...stop } = aVersion({
      version: 3,
      move: "stop",
      to: "revoked",
      reason: "customer-stopped",
      at: new Date("2026-02-20T10:00:00Z"),
    });
    const again = aVersion({ version: 4, move: "reconnect", from: "revoked", at: new Date("2026-03-01T10:00:00Z") });
    const { dates } = view(anOwnConsent("account-access", { versions: [anImport(), aVersion(), stop, again] }));
    expect(dates.items.slice(0, 3).map(({ label, value }) => saidIn([label, value]))).toEqual([
      '["You allowed it","14 February 2026 at 10:00"]',
      '["Ended","20 February 2026 at 10:00"]',
      '["You allowed it again","1 March 2026 at 10:00"]',
    ]);
  });

  test("D-08: one account that was stopped is no renewal", () => {
    const { decisionId: _none, ...less } = aVersion({ version: 3, move: "renew", reason: "account-removed" });
    const labels = view(anOwnConsent("account-access", { versions: [anImport(), aVersion(), less] })).dates.items.map(
      ({ label }) => label,
    );
    expect(labels).toContain("Last changed");
    expect(labels).not.toContain("You renewed it");
  });

  test("one that time has ended says when, before a job has written it down", () => {
    const ended = { status: "expired", reason: "end-date", expiresAt: new Date("2026-03-01T00:00:00Z") } as const;
    const said = saidIn(view(anOwnConsent("account-access", { with: ended })).dates);
    expect(said).toContain('"Ended","value":"1 March 2026 at 00:00"');
    expect(said).not.toContain('"Ends"');
  });

  test("last used is by what is done with it, and not said while nobody knows", () => {
    const at = new Date("2026-03-02T09:00:00Z");
    const paid = { items: [{ at, amount: gbp(1n), payee: "x", status: "settled" as const }], total: 1 };
    const lastUse = (own: OwnConsent) => view(own).dates.items.find(({ label }) => label === "Last used")?.value;
    expect(lastUse(anOwnConsent("domestic-vrp", { payments: paid }))).toContain("2");
    expect(lastUse(anOwnConsent("domestic-vrp", { payments: { items: [], total: 0 } }))).toBe("Not used yet");
    expect(lastUse(anOwnConsent("domestic-vrp"))).toBeUndefined();
    expect(lastUse(anOwnConsent("account-access"))).toBe("Not used yet");
  });

  test.each([
    ["89 days after its last use", 89, false],
    ["91 days after its last use", 91, true],
  ])("%s", (_, days, isSaid) => {
    const begun = aVersion({ at: new Date("2025-01-01T00:00:00Z") });
    const used = { lastAt: new Date(NOW.getTime() - days * 86_400_000), weeks: [] };
    const { notes } = view(anOwnConsent("account-access", { versions: [anImport(), begun], used }));
    expect(saidIn(notes).includes("has not used this for 90 days")).toBe(isSaid);
  });
});

describe("the ways on", () => {
  test("P-11: to what took its place, where that is theirs", () => {
    const ended = { status: "revoked", reason: "superseded", supersededBy: asConsentId("aac-2") } as const;
    const first = (own: Partial<OwnConsent>) =>
      view(anOwnConsent("account-access", { with: ended, ...own })).ways.links[0]?.href;
    expect(first({ successor: asConsentId("aac-2") })).toBe("/dashboard/consents/aac-2");
    expect(first({})).toBe("/dashboard/consents/aac-1/history");
  });

  test.each(CONSENT_KINDS)("%s: stop is one press away where there is something to stop", (kind) => {
    const hrefs = view(anOwnConsent(kind)).ways.buttons.map(({ href }) => href);
    expect(hrefs.some((href) => href.endsWith("/stop"))).toBe(lastingFamilyOf(kind) !== undefined);
  });

  test("R-12, D-11: beside the button there is the phone, and the end is named with the way to go on after it", () => {
    const end = { expiresAt: new Date("2026-06-30T12:00:00Z") };
    const said = saidIn(view(anOwnConsent("account-access", { with: end })).ways.text);
    expect(said).toContain("You can also stop by phone: call Northlight Bank on 0800 555 0199.");
    expect(said).toContain("Ends on 30 June 2026. To go on after that, renew it in Budget Beacon.");
  });

  test.each([
    ["ended", { status: "revoked", reason: "customer-stopped" }, []],
    [
      "paused by its customer",
      { status: "suspended", reason: "customer-pause", suspendedBy: "customer" },
      ["stop", "resume"],
    ],
    ["held by the bank", { status: "suspended", reason: "scheme-hold", suspendedBy: "staff" }, ["stop"]],
    ["active", {}, ["stop", "pause"]],
  ] as const)("%s", (_, changed, ways) => {
    const { buttons } = view(anOwnConsent("account-access", { with: changed })).ways;
    expect(buttons.map(({ href }) => href.split("/").at(-1))).toEqual(ways);
  });

  test("C-10: while it is being stopped nobody is asked to stop it again", () => {
    const stopping = view(anOwnConsent("account-access", { status: { is: "stopping" } }));
    expect(stopping.status.label).toBe("Stopping");
    expect(stopping.ways.buttons).toEqual([]);
    expect(stopping.ways.text).toEqual([]);
  });

  test("R-12: how to stop by phone is said of what can be stopped", () => {
    expect(saidIn(view(anOwnConsent()).ways.text)).toContain("call Northlight Bank on 0800 555 0199");
    expect(saidIn(view(anOwnConsent("domestic-payment")).ways.text)).toContain("cannot be stopped here");
  });

  test("D-11: what ends is renewed in the app; what does not end is not", () => {
    expect(saidIn(view(anOwnConsent()).ways.text)).toContain("renew it in Budget Beacon");
    const { expiresAt: _end, ...consent } = anOwnConsent().consent;
    expect(saidIn(view({ ...anOwnConsent(), consent }).ways.text)).not.toContain("renew");
  });
});

describe("D-17, R-14: the meter", () => {
  const used = (minor: bigint) => {
    const { consent, ...own } = anOwnConsent("domestic-vrp");
    const period = { period: "month", alignment: "calendar" } as const;
    const [from, to] = [new Date("2026-03-01T00:00:00Z"), new Date("2026-04-01T00:00:00+01:00")];
    return view({ ...own, consent, vrpUse: [{ ...period, from, to, used: gbp(minor) }] }).meter?.limits[0];
  };

  test("used, left and when it starts again", () => {
    const limit = used(7_500n);
    expect(saidIn(limit)).toContain("£75.00 used so far. £225.00 left until 31 March 2026.");
    expect(saidIn(limit?.resets)).toContain("Starts again on 1 April 2026.");
    expect(limit?.percent).toBe(25);
  });

  test.each([
    [0n, 0],
    [1n, 1],
    [29_999n, 99],
    [30_000n, 100],
    [40_000n, 100],
  ])("%s is %s of a hundred", (minor, percent) => expect(used(minor)?.percent).toBe(percent));

  test("a bank that does not say is said not to", () => {
    const { meter, payments } = view(anOwnConsent("domestic-vrp"));
    expect(meter).toMatchObject({ limits: [], unknown: expect.stringContaining("can’t say right now") });
    expect(payments?.note).toContain("can’t list the payments right now");
    expect(view(anOwnConsent("domestic-vrp", { payments: { items: [], total: 0 } })).payments?.note).toBe(
      "There are no payments yet.",
    );
  });

  test("what is not shown of many is counted", () => {
    const one = { at: NOW, amount: gbp(1n), payee: "x", status: "settled" as const };
    const { payments } = view(anOwnConsent("domestic-vrp", { payments: { items: [one], total: 4 } }));
    expect(payments?.note).toBe("3 earlier payments are not shown.");
  });
});

describe("D-18, R-13: questions and answers", () => {
  test("each is yes or no", () => {
    const questions = {
      items: [true, false].map((available) => ({ at: NOW, amount: gbp(2_500n), available })),
      total: 2,
    };
    const said = view(anOwnConsent("funds-confirmation", { questions })).questions?.items;
    expect(said?.map(({ what, outcome }) => [what, outcome])).toEqual([
      ["Is there £25.00?", "Yes"],
      ["Is there £25.00?", "No"],
    ]);
  });
});

test("D-04: how often it read in each of the last weeks stands beside what it read, and nothing where it did not", () => {
  const at = new Date("2026-03-13T08:30:00Z");
  const used = (weeks: readonly number[]) => view(anOwnConsent("account-access", { used: { lastAt: at, weeks } })).used;
  expect(used([0, 3, 1])?.activity?.weeks).toEqual([0, 3, 1]);
  expect(used([0, 0, 0])).toBeUndefined();
});

test("T5: what waits for others to agree is told as asked for, and not as seen", () => {
  const said = (status: "partially-authorised" | "authorised") =>
    saidIn(view(anOwnConsent("account-access", { with: { status } })).agreed);
  expect(said("partially-authorised")).toContain("Budget Beacon asked to see");
  expect(said("partially-authorised")).not.toContain('What Budget Beacon can see"');
  expect(said("authorised")).toContain('What Budget Beacon can see"');
});

test("T5: a payment that waits for others to sign is not on its way", () => {
  const detailOf = (status: "partially-authorised" | "authorised") =>
    view(anOwnConsent("domestic-payment", { with: { status } }));
  expect(saidIn(detailOf("partially-authorised").notes)).toContain("Others have yet to sign.");
  const ben = { customer: asCustomerId("ben"), name: "Ben Adler", group: "A" };
  const named = anOwnConsent("domestic-payment", { with: { status: "partially-authorised" }, awaited: [ben] });
  expect(saidIn(view(named).notes)).toContain("Others have yet to sign. Can sign next: Ben Adler.");
  expect(detailOf("partially-authorised").payments).toBeUndefined();
  const { takeBack } = enGB.signers.page;
  const buttons = (status: Parameters<typeof detailOf>[0]) => detailOf(status).ways.buttons.map(({ label }) => label);
  expect([buttons("partially-authorised"), buttons("authorised")]).toEqual([[takeBack], []]);
  expect(saidIn(detailOf("authorised").notes)).not.toContain("Others have yet to sign.");
  expect(detailOf("authorised").payments).toBeDefined();
});

test("accounts that nobody can name are counted, and old names are said to be old", () => {
  const accounts = [aBankAccount({ id: asAccountId("acc-1") })];
  const own = anOwnConsent("account-access", {
    with: { accountIds: ["acc-1", "acc-2"] },
    accounts,
    accountsAsOfThen: true,
  });
  expect(saidIn(view(own).accounts)).toContain("1 account that we can’t name");
  expect(view(own).accounts.note).toContain("names from when you allowed this");
});

test("what was imported without a page says so, and tells what is known", () => {
  const {
    agreed: _page,
    app: _app,
    ...own
  } = anOwnConsent("account-access", {
    with: { permissions: ["ReadBalances", "ReadMoonPhase"] },
  });
  const said = view(own);
  expect(saidIn(said.notes)).toContain("We do not have the page that you agreed to");
  expect(saidIn(said.notes)).toContain("1 more thing that we have no words for");
  expect(saidIn(said.agreed)).toContain("How much money is in the account");
});

test("what was refused was asked for, and never seen or agreed to", () => {
  const { agreed: _page, ...own } = anOwnConsent("account-access", {
    with: { status: "rejected", reason: "customer-declined", accountIds: [] },
    accounts: [],
  });
  const { agreedAt: _never, ...consent } = own.consent;
  const said = view({ ...own, consent });
  expect(saidIn(said.agreed)).toContain("What Budget Beacon asked to see");
  expect(saidIn(said.notes)).not.toContain("that you agreed to");
  expect(said.accounts.items).toEqual([]);
});
