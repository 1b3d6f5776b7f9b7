import { A_SUBJECT_OF, aBankAccount, anAccountAccess } from "~/domain/consent/builders";
import { aDomesticVrp } from "~/domain/consent-kinds/builders";
import { CONSENT_KINDS, type ConsentKind } from "~/domain/consent-kinds/index";
import { PERMISSIONS } from "~/domain/permissions/permission";
import { aShownPage } from "~/domain/receipts/builders";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import { APP_ROLES } from "~/domain/tpp/app-facts";
import { registerAddress } from "~/domain/tpp/register-address";
import type { LastHeard } from "~/ports/authority-contact";
import type { RegisteredConsent } from "~/ports/consent-register";
import { presentOwnConsent } from "~/routes/dashboard.consents.$id/present";
import { presentHistory } from "~/routes/dashboard.consents.$id_.history/present";
import { presentShownPage } from "~/routes/dashboard.consents.$id_.shown.$decision/present";
import { anImport, anOwnConsent, aVersion } from "~/use-cases/own-consent.builders";
import type { OwnConsent } from "~/use-cases/view-own-consent";
import { presentConsent } from "./consent-question/present";
import type { Exhibit } from "./exhibit";
import { HOSTILE, LONG } from "./gallery-cast.harness";

/** The one address outside that a customer is led to: where an app says how it uses data (D-21). */
const POLICY = "https://beacon.example/privacy";
const TERMS = "https://beacon.example/terms";
/** Where the exhibits lead that is not ours: the app's own pages, and the register that it is in. */
export const OUTSIDE: readonly string[] = [POLICY, TERMS, registerAddress("PSDGB-FCA-731904") ?? ""];

const NOW = new Date("2026-03-14T10:00:00Z");
const gbp = (minor: bigint) => ({ minor, currency: "GBP" });

const own = (name: string, consent: OwnConsent, lastHeard: LastHeard = { away: false }): Exhibit => ({
  name: `own-${name}`,
  screen: ({ words, bank }) => ({
    page: "own-consent",
    view: presentOwnConsent(consent, { customer: asCustomerId("cus-1"), bank, now: NOW, lastHeard }, words),
  }),
});

const PAYS: ReadonlySet<ConsentKind> = new Set(CONSENT_KINDS.filter((kind) => /payment|order/.test(kind)));

const PAID = {
  items: [
    { at: new Date("2026-03-12T09:00:00Z"), amount: gbp(2_500n), payee: "Grace Okoye Savings", status: "waiting" },
    { at: new Date("2026-03-02T09:00:00Z"), amount: gbp(120_050n), payee: "Harbour Books Ltd", status: "settled" },
    { at: new Date("2026-02-20T09:00:00Z"), amount: gbp(50n), payee: HOSTILE, status: "rejected" },
  ],
  total: 5,
} as const;

const ENDED: Partial<RegisteredConsent> = { status: "revoked", reason: "customer-stopped" };
const PAUSED: Partial<RegisteredConsent> = { status: "suspended", reason: "customer-pause", suspendedBy: "customer" };
const STOPPED = aVersion({
  version: 3,
  move: "stop",
  from: "authorised",
  to: "revoked",
  reason: "customer-stopped",
  at: NOW,
});
const { decisionId: _none, ...stopped } = STOPPED;

/** Each kind, as it stands after the yes; what lasts, ended and paused too. */
const ofKind = (kind: ConsentKind): readonly Exhibit[] => [
  own(kind, anOwnConsent(kind, PAYS.has(kind) ? { payments: { items: PAID.items.slice(1, 2), total: 1 } } : {})),
  own(`${kind}-ended`, anOwnConsent(kind, { with: ENDED, versions: [anImport(), aVersion(), stopped] })),
  ...(PAYS.has(kind) ? [] : [own(`${kind}-paused`, anOwnConsent(kind, { with: PAUSED }))]),
];

const VRP = aDomesticVrp();

/** An account left, and then all of it. */
const historyOfOneThatLeft: Exhibit = {
  name: "own-history-account-left",
  screen: ({ words, bank }) => {
    const { decisionId: _, ...left } = aVersion({ version: 3, move: "renew", reason: "account-removed", at: NOW });
    const states = [[], ["acc-1", "acc-2"], ["acc-2"]];
    const versions = [anImport(), aVersion(), left].map((version, at) => ({
      ...version,
      state: { accountIds: states[at] ?? [] },
    }));
    const accounts = [aBankAccount({ id: asAccountId("acc-1") })];
    return {
      page: "own-history",
      view: presentHistory({ consent: anOwnConsent().consent, versions, accounts }, { bank }, words),
    };
  },
};

const history = (name: string, compared?: readonly [number, number]): Exhibit => ({
  name,
  screen: ({ words, bank }) => {
    const { consent, versions, answers } = anOwnConsent("account-access", {
      with: ENDED,
      versions: [anImport(), aVersion(), stopped],
    });
    const pages = [undefined, aShownPage(), aShownPage()];
    const told = versions.map((version, at) => ({
      ...version,
      state: { accountIds: at === 0 ? [] : ["acc-1"] },
      ...(version.decisionId && answers[0] && { answer: answers[0] }),
      ...(pages[at] && { page: pages[at] }),
    }));
    return {
      page: "own-history",
      view: presentHistory({ consent, versions: told }, { bank, ...(compared && { compared }) }, words),
    };
  },
});

const shown = (name: string, isIntact: boolean): Exhibit => ({
  name,
  screen: ({ words, bank }) => {
    const { consent, answers } = anOwnConsent();
    const page = aShownPage();
    const said = presentConsent({ ...page.shown.made, bank }, words);
    const [answer] = answers;
    const kept = { ...page, locale: words.locale, shown: { ...page.shown, said } };
    const view = answer && presentShownPage({ consent, answer, page: kept, isIntact }, bank, words);
    if (!view) throw new Error("a page that puts its question");
    return { page: "own-shown", view };
  },
});

/** One consent of a customer's own, in every state. */
export const OWN_CONSENT_EXHIBITS: readonly Exhibit[] = [
  ...CONSENT_KINDS.flatMap(ofKind),
  own(
    "used",
    anOwnConsent("account-access", {
      used: { lastAt: new Date("2026-03-13T08:30:00Z"), weeks: [0, 0, 0, 0, 0, 0, 0, 0, 1, 4, 9, 2] },
      clusters: [
        { cluster: "account-details", lastAt: new Date("2026-03-13T08:30:00Z") },
        { cluster: "transactions", lastAt: new Date("2026-02-20T08:30:00Z") },
      ],
    }),
  ),
  own(
    "several-accounts",
    anOwnConsent("account-access", {
      with: { accountIds: ["acc-1", "acc-2", "acc-gone"] },
      accounts: [
        aBankAccount({ id: asAccountId("acc-1") }),
        aBankAccount({ id: asAccountId("acc-2"), nickname: LONG, kind: "savings" }),
      ],
    }),
  ),
  ...(["settled", "waiting", "rejected"] as const).map((status) =>
    own(
      `payment-${status}`,
      anOwnConsent("domestic-payment", {
        with: { status: "consumed", reason: "used" },
        versions: [
          anImport(),
          aVersion(),
          aVersion({
            version: 3,
            move: "consume",
            from: "authorised",
            to: "consumed",
            by: "tpp",
            reason: "used",
            at: NOW,
          }),
        ],
        payments: { items: [{ ...PAID.items[1], status }], total: 1 },
      }),
    ),
  ),
  own(
    "unused",
    anOwnConsent("account-access", {
      versions: [anImport(), aVersion({ at: new Date("2025-11-01T10:00:00Z") })],
      used: { lastAt: new Date("2025-11-20T08:30:00Z"), weeks: Array.from({ length: 12 }, () => 0) },
    }),
  ),
  own(
    "reconnected",
    anOwnConsent("account-access", {
      versions: [
        anImport(),
        aVersion(),
        { ...stopped, at: new Date("2026-02-20T10:00:00Z") },
        aVersion({ version: 4, move: "reconnect", from: "revoked", at: new Date("2026-03-01T10:00:00Z") }),
      ],
      told: [
        { version: 4, is: "waiting" },
        { version: 3, is: "not-told", at: NOW },
        { version: 2, is: "told", at: NOW },
      ],
    }),
  ),
  own(
    "barred",
    anOwnConsent("account-access", {
      app: {
        name: "Budget Beacon",
        legalName: "Beacon Money Ltd",
        organisationId: "PSDGB-FCA-731904",
        website: "https://beacon.example",
        policy: POLICY,
        terms: TERMS,
        roles: APP_ROLES,
        contacts: ["help@beacon.example", "+44 7700 900150"],
        standing: "barred",
        at: NOW,
        isFresh: true,
      },
    }),
  ),
  own("stopping-while-authority-is-away", anOwnConsent("account-access", { status: { is: "stopping" } }), {
    away: true,
    at: NOW,
  }),
  own("imported", imported()),
  own("bank-away", anOwnConsent("domestic-vrp", { accountsAsOfThen: true })),
  own(
    "metered",
    anOwnConsent("domestic-vrp", {
      payments: PAID,
      vrpUse: VRP.limits.map(({ period, alignment }, at) => ({
        period,
        alignment,
        from: new Date("2026-03-01T00:00:00Z"),
        to: new Date("2026-04-01T00:00:00Z"),
        used: gbp(BigInt(at + 1) * 2_500n),
      })),
    }),
  ),
  own(
    "answered",
    anOwnConsent("funds-confirmation", {
      questions: {
        items: [
          { at: NOW, amount: gbp(2_500n), available: true },
          { at: new Date("2026-03-02T09:00:00Z"), amount: gbp(900_000n), available: false },
        ],
        total: 2,
      },
    }),
  ),
  own(
    "hostile",
    anOwnConsent(anAccountAccess({ permissions: new Set(PERMISSIONS) }), {
      with: { clientName: HOSTILE, accountIds: ["acc-1", "acc-gone"] },
      accounts: [aBankAccount({ id: asAccountId("acc-1"), nickname: HOSTILE })],
      app: {
        name: HOSTILE,
        legalName: HOSTILE,
        website: HOSTILE,
        policy: "javascript:alert(1)",
        terms: "https://bank.example@evil.example/",
        contacts: [HOSTILE, LONG],
        at: NOW,
        isFresh: false,
      },
    }),
  ),
  own(
    "longest",
    anOwnConsent("account-access", { with: { clientName: LONG }, accounts: [aBankAccount({ nickname: LONG })] }),
  ),
  history("own-history"),
  historyOfOneThatLeft,
  history("own-history-compared", [1, 2]),
  history("own-history-same", [2, 3]),
  shown("own-shown", true),
  shown("own-shown-changed", false),
];

/** What nobody agreed to here: there is no page, and of a permission of another standard no word. */
function imported(): OwnConsent {
  const subject = A_SUBJECT_OF["account-access"]();
  const consent = anOwnConsent("account-access", { with: { permissions: [...subject.permissions, "ReadMoonPhase"] } });
  const { agreed: _agreed, app: _app, ...rest } = consent;
  return { ...rest, answers: [], told: [] };
}
