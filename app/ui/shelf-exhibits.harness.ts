import { A_SUBJECT_OF, aDomesticPayment } from "~/domain/consent/builders";
import { AS_FOUND, type ConsentStatus } from "~/domain/consent/lifecycle";
import type { BankAccount } from "~/domain/consent/offered-account";
import { CONSENT_KINDS, type ConsentKind } from "~/domain/consent-kinds/index";
import { asAccountId, asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import { shelfAskedOf } from "~/domain/shelf/shelf-asked";
import type { RegisteredConsent } from "~/ports/consent-register";
import { presentShelf } from "~/routes/dashboard._index/present";
import type { ShelfInput } from "~/routes/dashboard._index/shelf-input";
import type { Exhibit } from "./exhibit";
import { HOSTILE, LONG, MANY } from "./gallery-cast.harness";

const NOW = new Date("2026-03-14T10:00:00Z");
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);

/** One consent of the customer's, as the register has it. */
export function aListed(over: Partial<RegisteredConsent> = {}): RegisteredConsent {
  return {
    id: asConsentId("aac-1"),
    clientId: asClientId("tpp-beacon"),
    clientName: "Budget Beacon",
    kind: "account-access",
    status: "authorised",
    reason: "customer-approved",
    version: 2,
    accountIds: ["acc-1", "acc-3"],
    createdAt: days(-20),
    agreedAt: days(-20),
    changedAt: days(-20),
    expiresAt: days(70),
    ...over,
  };
}

const COUNTS = { "account-access": 0, "domestic-vrp": 0, "funds-confirmation": 0, action: 0 };

type Shown = Partial<Omit<ShelfInput, "accounts">> & { readonly accounts?: readonly BankAccount[] | "away" };

/** A page of the lists at the address `query`, with what is given and nothing else. */
export function aShelf(query: string, { accounts = MANY, ...over }: Shown = {}): ShelfInput {
  return {
    asked: shelfAskedOf(new URLSearchParams(query)),
    ...(accounts !== "away" && { accounts }),
    counts: COUNTS,
    signatures: [],
    hasSigned: false,
    awaited: new Map(),
    underWay: new Map(),
    reads: new Map(),
    subjects: new Map(),
    registered: new Map(),
    toldUntil: NOW,
    lastHeard: { away: false, at: NOW },
    now: NOW,
    ...over,
  };
}

const shelf = (name: string, query: string, over: Shown = {}): Exhibit => ({
  name: `dashboard-${name}`,
  screen: ({ words, bank }) => ({ page: "dashboard-home", view: presentShelf(aShelf(query, over), bank, words) }),
});

const asSigner = (name: string) => ({ customer: asCustomerId(name.slice(0, 8)), name, group: "A" });

const group = (name: string | undefined, ...consents: readonly Partial<RegisteredConsent>[]) => ({
  clientId: asClientId(`tpp-${name}`),
  total: consents.length,
  consents: consents.map((each, at) => {
    const { clientName: _, ...listed } = aListed({ id: asConsentId(`aac-${name?.length}-${at}`), ...each });
    return { ...listed, ...(name !== undefined && { clientName: name }) };
  }),
});

const WEEKS = [0, 2, 5, 3, 0, 0, 1, 7, 4, 4, 2, 3];
const used = (...ids: readonly string[]) =>
  new Map(ids.map((id) => [asConsentId(id), { lastAt: days(-2), weeks: WEEKS }]));

const ENDS: readonly (readonly [ConsentStatus, RegisteredConsent["reason"]])[] = [
  ["expired", "end-date"],
  ["expired", "inactivity"],
  ["revoked", "customer-stopped"],
  ["revoked", "tpp-deleted"],
  ["revoked", "superseded"],
  ["revoked", AS_FOUND],
  ["terminated", "fraud"],
  ["terminated", "tpp-deauthorised"],
  ["terminated", "client-instruction-via-agent"],
  ["terminated", "account-closed"],
  ["rejected", "customer-declined"],
  ["rejected", "timed-out"],
];

const ended = ENDS.map(([status, reason], at) =>
  aListed({ id: asConsentId(`aac-${at}`), status, reason, changedAt: days(-at - 1), expiresAt: days(-at - 1) }),
);

const PAYMENTS: readonly ConsentKind[] = CONSENT_KINDS.filter(
  (kind) => !["account-access", "funds-confirmation", "domestic-vrp"].includes(kind),
);

const payments = PAYMENTS.map((kind, at) =>
  aListed({
    ...{ id: asConsentId(`pay-${at}`), kind, accountIds: ["acc-1"], changedAt: days(-at) },
    ...(at % 2 === 0 ? { status: "consumed", reason: "used" } : { status: "authorised" }),
  }),
);

/** Of each payment what its kind says; of the last one nothing is on record. */
const paid = new Map(payments.slice(0, -1).map(({ id, kind }) => [id, A_SUBJECT_OF[kind]()]));

const vrp = { kind: "domestic-vrp", accountIds: ["acc-1"] } as const;
const many = Array.from({ length: 5 }, (_, at) =>
  group(`App number ${at + 1}`, ...Array.from({ length: 5 }, (_, nth) => ({ id: asConsentId(`aac-${at}-${nth}`) }))),
).map((each) => ({ ...each, total: 50 }));

/** The lists of a customer in every state. */
export const SHELF_EXHIBITS: readonly Exhibit[] = [
  shelf("none", ""),
  shelf("none-action", "show=action"),
  shelf("none-payments", "show=payments"),
  shelf("none-checks", "show=checks"),
  shelf("none-ended", "show=ended"),
  shelf("one", "", {
    counts: { ...COUNTS, "account-access": 1 },
    apps: { groups: [group("Budget Beacon", {})] },
    reads: used("aac-13-0"),
  }),
  shelf("several", "", {
    counts: { ...COUNTS, "account-access": 4, action: 2, "domestic-vrp": 1 },
    signatures: [{ id: "a", kind: "file-payment", requester: "Tallybook", dueAt: days(2) }],
    action: {
      consents: [
        aListed({ status: "suspended", suspendedBy: "customer" }),
        aListed({ id: asConsentId("b"), expiresAt: days(9) }),
      ],
    },
    apps: {
      groups: [
        group(
          "Budget Beacon",
          { accountIds: ["acc-1", "acc-2", "acc-3", "acc-4", "acc-5", "acc-7"] },
          { status: "suspended", suspendedBy: "customer", agreedAt: days(-200) },
        ),
        group("Tallybook", { expiresAt: days(9) }),
        group(undefined, { agreedAt: days(-120), accountIds: ["acc-1", "acc-gone"] }),
      ],
    },
    reads: used("aac-13-0"),
  }),
  shelf("many", "", {
    counts: { ...COUNTS, "account-access": 500 },
    apps: { groups: many, older: { side: "after", at: "1", key: "tpp" } },
  }),
  shelf("by-account", "by=account", {
    counts: { ...COUNTS, "account-access": 3 },
    byAccount: {
      groups: [
        { account: asAccountId("acc-1"), total: 7, consents: [aListed(), aListed({ ...vrp, id: asConsentId("v") })] },
        { account: asAccountId("acc-5"), total: 1, consents: [aListed({ clientName: "Tallybook" })] },
        { total: 1, consents: [aListed({ accountIds: ["acc-gone"] })] },
      ],
    },
  }),
  shelf("action", "show=action", {
    counts: { ...COUNTS, action: 2 },
    signatures: [
      { id: "a", kind: "file-payment", requester: "Tallybook", dueAt: days(2) },
      { id: "b", kind: "domestic-payment", dueAt: days(3) },
    ],
    rows: {
      consents: [
        aListed({ id: asConsentId("1"), status: "suspended", suspendedBy: "staff", reason: "fraud-suspected" }),
        aListed({ id: asConsentId("2"), expiresAt: days(9) }),
      ],
    },
    others: {
      consents: [
        aListed({ id: asConsentId("3"), kind: "domestic-payment", status: "partially-authorised" }),
        aListed({ id: asConsentId("4"), clientName: "Tallybook", status: "partially-authorised" }),
      ],
    },
  }),
  shelf("waiting-for-others", "", {
    counts: { ...COUNTS, "account-access": 1 },
    apps: { groups: [group("Budget Beacon", {})] },
    others: {
      consents: [aListed({ id: asConsentId("3"), kind: "domestic-payment", status: "partially-authorised" })],
      older: { side: "after", at: "1", key: "3" },
    },
    hasSigned: true,
    awaited: new Map([[asConsentId("3"), ["Jonah Adler", HOSTILE, LONG].map(asSigner)]]),
  }),
  shelf("changing", "", {
    counts: { ...COUNTS, "account-access": 3 },
    apps: {
      groups: [
        group("Stopping", { id: asConsentId("s") }),
        group("Pausing", { id: asConsentId("p") }),
        group("Resuming", { id: asConsentId("r"), status: "suspended" }),
      ],
    },
    underWay: new Map(
      (["stop", "suspend", "resume"] as const).map((move, at) => [
        asConsentId(["s", "p", "r"][at] ?? ""),
        { move, by: "customer", since: NOW },
      ]),
    ),
  }),
  shelf("payments", "show=payments", {
    counts: { ...COUNTS, "domestic-vrp": 2 },
    apps: {
      groups: [
        group("Spare Change", vrp),
        group("Tallybook", { ...vrp, status: "suspended", suspendedBy: "customer" }),
      ],
    },
    rows: { consents: payments, older: { side: "after", at: "1", key: "pay-1" } },
    subjects: new Map([...paid, [asConsentId("aac-12-0"), A_SUBJECT_OF["domestic-vrp"]()]]),
  }),
  shelf("checks", "show=checks", {
    counts: { ...COUNTS, "funds-confirmation": 1 },
    apps: { groups: [group("Corner Shop", { kind: "funds-confirmation", accountIds: ["acc-1"] })] },
  }),
  shelf("ended", "show=ended", { rows: { consents: ended, older: { side: "after", at: "1", key: "x" } } }),
  shelf("barred", "", {
    counts: { ...COUNTS, "account-access": 2 },
    apps: { groups: [group("Budget Beacon", {}, {}), group("Tallybook", {})] },
    registered: new Map([[asClientId("tpp-Budget Beacon"), { standing: "barred" }]]),
  }),
  shelf("nothing-found", "find=zebra&status=paused", { counts: { ...COUNTS, "account-access": 9 } }),
  shelf("bank-away", "", {
    counts: { ...COUNTS, "account-access": 1 },
    apps: { groups: [group("Budget Beacon", {})] },
    ...{ accounts: "away", lastHeard: { away: true, at: days(-0.1) } },
  }),
  shelf("longest", "", {
    counts: { ...COUNTS, "account-access": 2, action: 1 },
    signatures: [{ id: "a", kind: "file-payment", requester: LONG, dueAt: days(2) }],
    apps: { groups: [group(LONG, {}, {}), group("A".repeat(140), { expiresAt: days(3) })] },
  }),
  shelf("hostile", "show=ended&find=%3Cscript%3E", {
    signatures: [{ id: "a", kind: "file-payment", requester: HOSTILE, dueAt: days(2) }],
    rows: { consents: [aListed({ clientName: HOSTILE, kind: "domestic-payment" })] },
    subjects: new Map([
      [asConsentId("aac-1"), aDomesticPayment({ payee: { ...aDomesticPayment().payee, name: HOSTILE } })],
    ]),
  }),
];
