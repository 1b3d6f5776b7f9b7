import { aConsentRequest, aDomesticPayment, anAccountAccess, anOffer } from "~/domain/consent/builders";
import { offerAccounts } from "~/domain/consent/offered-account";
import { TWELVE_PERMISSIONS } from "~/domain/permissions/builders";
import { PERMISSIONS } from "~/domain/permissions/permission";
import { aReceiptFacts, aShownPage } from "~/domain/receipts/builders";
import { asClientId } from "~/domain/shared/ids";
import { ACCOUNT_EXHIBITS } from "./account-exhibits.harness";
import { CONFIRM_EXHIBITS } from "./confirm-exhibits.harness";
import { DASHBOARD_EXHIBITS } from "./dashboard-exhibits.harness";
import { ENDED_EXHIBITS } from "./ended-exhibits.harness";
import { EXAMPLE_EXHIBITS } from "./example-exhibits.harness";
import type { Exhibit } from "./exhibit";
import { CORRELATION_ID, consent, problem, stopped } from "./exhibits.harness";
import {
  closedOnly,
  fixed,
  foreign,
  fromSavings,
  HOSTILE,
  LONG,
  MANY,
  payable,
  payment,
  paymentRequest,
  requester,
  shareable,
  usual,
  usualRequest,
} from "./gallery-cast.harness";
import { HOSTILE_EXHIBITS } from "./hostile-exhibits.harness";
import { LASTING_EXHIBITS } from "./lasting-exhibits.harness";
import { MODE_EXHIBITS } from "./mode-exhibits.harness";
import { NOTICES_EXHIBITS } from "./notices-exhibits.harness";
import { ORDER_EXHIBITS } from "./order-exhibits.harness";
import { OWN_CONSENT_EXHIBITS } from "./own-consent-exhibits.harness";
import { READS_EXHIBITS } from "./reads-exhibits.harness";
import { checked, genuine, receipt } from "./receipt-exhibits.harness";
import { SECOND_DEVICE_EXHIBITS } from "./second-device-exhibits.harness";
import { SIGNERS_EXHIBITS } from "./signers-exhibits.harness";
import { STOPPING_EXHIBITS } from "./stopping/stopping-exhibits.harness";
import { WAY_OUT_EXHIBITS } from "./way-out-exhibits.harness";

/** Where the authorization server takes the browser back. */
export const NEXT_HOP = "http://auth.localhost:4200/oauth2/authorize/abc?answer=secret";

/** Every page in every state, for tests that hold for all of them and for whoever wants to look. */
export const GALLERY: readonly Exhibit[] = [
  consent("access", { request: usualRequest, offered: shareable }),
  consent("access-smallest", {
    request: aConsentRequest({
      subject: { kind: "account-access", permissions: new Set(["ReadAccountsBasic"]), history: {} },
      requester: { clientId: asClientId("tpp-beacon"), name: "Tally" },
    }),
  }),
  consent("access-everything", {
    request: aConsentRequest({
      subject: anAccountAccess({
        permissions: new Set(PERMISSIONS),
        history: { from: new Date("2025-01-01T00:00:00Z"), to: new Date("2026-01-01T00:00:00Z") },
      }),
    }),
    offered: shareable,
  }),
  consent(
    "access-twelve",
    {
      request: aConsentRequest({
        subject: anAccountAccess({
          permissions: new Set(TWELVE_PERMISSIONS),
          history: { from: new Date("2025-03-14T00:00:00Z") },
        }),
      }),
      offered: shareable.slice(0, 5),
    },
    { toPhone: true },
  ),
  consent("access-ends-today", {
    request: aConsentRequest({ subject: anAccountAccess({ expiresAt: new Date("2026-03-14T18:00:00Z") }) }),
  }),
  consent("access-nothing-chosen", { request: usualRequest, offered: shareable, problem: "choose-an-account" }),
  {
    ...consent("access-foreign-account", {
      request: usualRequest,
      offered: shareable,
      problem: "account-not-offered",
      draft: { chosen: ["acc-1", "acc-2", "acc-404"] },
    }),
    keepsTicks: true,
  },
  consent("access-changed", {
    request: usualRequest,
    offered: shareable,
    problem: "request-changed",
    draft: { chosen: ["acc-1"] },
  }),
  consent("access-long-names", {
    request: aConsentRequest({
      subject: usual,
      requester: { clientId: asClientId("c"), name: LONG, purpose: `${LONG}. `.repeat(4) },
    }),
    offered: shareable.map(({ account: one, ...rest }) => ({ ...rest, account: { ...one, nickname: LONG } })),
  }),
  consent("access-hostile-names", {
    request: aConsentRequest({
      requester: { clientId: asClientId("c"), name: HOSTILE, organisationId: HOSTILE, purpose: HOSTILE },
    }),
  }),
  consent("access-arabic-name", {
    request: aConsentRequest({ subject: usual, requester: { clientId: asClientId("c"), name: "دفتر الميزانية (2)" } }),
    offered: shareable,
  }),
  consent("access-no-account", { request: usualRequest, offered: [] }),
  consent("access-closed-only", { request: usualRequest, offered: closedOnly }),
  consent("access-no-name", {
    request: aConsentRequest({ requester: { clientId: asClientId("c"), name: undefined } }),
  }),
  consent("access-expired", { request: aConsentRequest({ open: false, answerBy: new Date("2026-03-14T09:59:00Z") }) }),
  consent("access-withdrawn", { request: aConsentRequest({ open: false }) }),
  consent("payment", { request: paymentRequest, offered: payable }),
  consent("payment-locked", { request: { ...paymentRequest, subject: fixed }, offered: offerAccounts(MANY, fixed) }),
  consent("payment-charges", {
    request: {
      ...paymentRequest,
      subject: aDomesticPayment({
        payee: { name: "Harbour Books Ltd", scheme: "iban", identification: "GB94NLGT20405022334404" },
        charges: [{ bearer: "you", amount: { minor: 35n, currency: "GBP" } }],
      }),
    },
    offered: payable,
  }),
  consent("payment-large", {
    request: {
      ...paymentRequest,
      subject: aDomesticPayment({
        amount: { minor: 999999999999999n, currency: "GBP" },
        payee: { ...payment.payee, name: LONG },
      }),
    },
    offered: payable,
  }),
  {
    ...consent("payment-two-chosen", {
      request: paymentRequest,
      offered: payable,
      problem: "choose-one-account",
      draft: { chosen: ["acc-7"] },
    }),
    keepsTicks: true,
  },
  consent("payment-foreign-debtor", {
    request: { ...paymentRequest, subject: foreign },
    offered: offerAccounts(MANY, foreign),
  }),
  consent("payment-debtor-unavailable", {
    request: { ...paymentRequest, subject: fromSavings },
    offered: offerAccounts(MANY, fromSavings),
  }),
  consent("payment-nameless-payee", {
    request: { ...paymentRequest, subject: aDomesticPayment({ payee: { ...payment.payee, name: "\u200B" } }) },
    offered: payable,
  }),
  stopped("stop-decided", (words) => ({
    is: "already-decided",
    kind: "account-access",
    outcome: "allowed",
    requester,
    receipt: { label: words.receipt.link, href: "/consent/v1/receipt" },
    canGoOn: true,
  })),
  stopped("stop-decided-payment", {
    is: "already-decided",
    kind: "domestic-payment",
    outcome: "refused",
    requester,
    canGoOn: false,
  }),
  stopped("stop-expired", { is: "expired", kind: "account-access", requester }),
  stopped("stop-unknown", { is: "unknown" }),
  stopped("stop-elsewhere", { is: "opened-elsewhere" }),
  stopped("stop-withdrawn", { is: "withdrawn", kind: "account-access" }),
  stopped("stop-changed", { is: "changed", kind: "account-access", requester, retry: "/consent/v1" }),
  stopped("stop-unavailable", { is: "unavailable", requester, retry: "/consent/v1" }),
  stopped("stop-not-understood", { is: "not-understood", kind: "account-access", requester, refusable: true }),
  stopped("stop-not-understood-told", { is: "not-understood", refusable: false, to: NEXT_HOP }),
  stopped("stop-signing-in", { is: "passed-on", kind: "domestic-payment", requester, to: NEXT_HOP }),
  stopped("stop-leaving", { is: "leaving", kind: "account-access", outcome: "allowed", requester, to: NEXT_HOP }),
  stopped("stop-leaving-refused", {
    is: "leaving",
    kind: "domestic-payment",
    outcome: "refused",
    requester,
    to: NEXT_HOP,
  }),
  stopped("stop-recording", {
    is: "recording",
    kind: "domestic-payment",
    outcome: "allowed",
    requester,
    retry: "/consent/v1",
  }),
  receipt("receipt", { page: aShownPage({ request: usualRequest, offered: shareable }) }),
  receipt("receipt-refused", {
    decision: { outcome: "refused", reason: "customer-declined" },
    page: aShownPage({ request: usualRequest, offered: shareable }),
  }),
  receipt("receipt-payment", {
    kind: "domestic-payment",
    page: aShownPage({ request: paymentRequest, offered: payable }),
  }),
  receipt("receipt-without-page", { decision: { outcome: "refused", reason: "customer-declined" } }),
  receipt("receipt-hostile-names", {
    page: aShownPage({
      request: aConsentRequest({
        requester: { clientId: asClientId("c"), name: HOSTILE, organisationId: HOSTILE, website: HOSTILE },
      }),
      offered: [anOffer({ nickname: HOSTILE })],
    }),
  }),
  receipt("receipt-arabic-name", {
    page: aShownPage({
      request: aConsentRequest({
        subject: usual,
        requester: { clientId: asClientId("c"), name: "دفتر الميزانية (2)" },
      }),
      offered: shareable,
    }),
  }),
  receipt("receipt-long-names", {
    page: aShownPage({
      request: aConsentRequest({ subject: usual, requester: { clientId: asClientId("c"), name: LONG, website: LONG } }),
      offered: shareable.map(({ account: one, ...rest }) => ({ ...rest, account: { ...one, nickname: LONG } })),
    }),
  }),
  checked("check", { is: "asked" }),
  checked("check-nothing-brought", { is: "problem", problem: "nothing" }),
  checked("check-too-large", { is: "problem", problem: "too-large" }),
  checked("check-not-genuine", { is: "not-genuine" }),
  checked("check-no-receipt", { is: "no-receipt" }),
  problem(403),
  problem(404),
  problem(413),
  problem(500, CORRELATION_ID),
  problem(503),
  genuine("check-genuine", aReceiptFacts({ page: aShownPage({ request: usualRequest, offered: shareable }) })),
  ...WAY_OUT_EXHIBITS,
  ...ORDER_EXHIBITS,
  ...LASTING_EXHIBITS,
  ...MODE_EXHIBITS,
  ...CONFIRM_EXHIBITS,
  ...OWN_CONSENT_EXHIBITS,
  ...READS_EXHIBITS,
  ...SECOND_DEVICE_EXHIBITS,
  ...ENDED_EXHIBITS,
  ...HOSTILE_EXHIBITS,
  ...ACCOUNT_EXHIBITS,
  ...EXAMPLE_EXHIBITS,
  ...DASHBOARD_EXHIBITS,
  ...STOPPING_EXHIBITS,
  ...NOTICES_EXHIBITS,
  ...SIGNERS_EXHIBITS,
];
