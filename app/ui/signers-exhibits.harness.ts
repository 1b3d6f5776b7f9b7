import { aBankAccount, aConsentRequest, anAgain } from "~/domain/consent/builders";
import type { ConsentRequest } from "~/domain/consent/consent-request";
import { type BankAccount, offerAccounts } from "~/domain/consent/offered-account";
import { aDomesticVrp } from "~/domain/consent-kinds/builders";
import { aShownPage } from "~/domain/receipts/builders";
import { asAccountId, asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import type { Mandate } from "~/domain/signers/mandate";
import { offeredToOne } from "~/domain/signers/signed-again";
import type { SignedPage, SignedRequest } from "~/ports/signed-requests";
import type { Signing } from "~/ports/signing-desk";
import { presentSigned } from "~/routes/dashboard.signatures._index/present";
import { presentMessage, presentSigning, signingMade } from "~/routes/dashboard.signatures.$id/present";
import type { SigningView } from "~/use-cases/view-signing";
import { CODE, confirmation } from "./confirm-exhibits.harness";
import type { Exhibit } from "./exhibit";
import { consent, stopped } from "./exhibits.harness";
import { HOSTILE, LONG, MANY, paymentRequest, usual, usualRequest } from "./gallery-cast.harness";

/** What more than one person has to sign (P-08, P-28): before the answer, after it, and at the others. */

const people = (names: readonly string[]): Mandate["signers"] =>
  names.map((name, at) => ({ customer: asCustomerId(`cus-${at + 1}`), name, group: "A" }));

const signedBy = (names: readonly string[], needed = 2): BankAccount => {
  const signers = people(names);
  return aBankAccount({
    id: asAccountId("acc-71"),
    nickname: "Tidewater",
    holders: signers,
    mandate: { signers, pay: [{ anyOf: [{ A: needed }] }], share: [{ A: needed }], vulnerable: [] },
  });
};
const NAMES = ["Isla Fraser", "Jonah Adler", "Keiko Mori"];
const offered = (account: BankAccount) => offerAccounts([account, ...MANY], paymentRequest.subject);

const renewal = aConsentRequest({ subject: aDomesticVrp(), mode: anAgain({ accounts: [asAccountId("acc-71")] }) });

const SIGNING: Signing = {
  id: "019a9e5c-7c1e-7d3a-9b1f-2f0c4a8be1d9",
  consentId: asConsentId("dpc-1"),
  clientId: asClientId("tpp-tallybook"),
  kind: "domestic-payment",
  accountIds: [asAccountId("acc-71")],
  decisionId: "019a9e5c-7c1e-7d3a-9b1f-2f0c4a8be1d8",
  correlationId: "0b8b1c0a-3c3f-4a63-9d4b-0d9f3c1f2a11",
  state: "awaiting",
  required: 2,
  version: 1,
  changedAt: new Date("2026-03-14T10:00:00Z"),
  dueAt: new Date("2026-03-21T10:00:00Z"),
  signers: [],
};

interface Stage {
  readonly can?: SigningView["shown"]["can"];
  readonly state?: Signing["state"];
  readonly signed?: number;
  readonly names?: readonly string[];
  readonly needed?: number;
  readonly problem?: "request-changed";
  readonly request?: ConsentRequest;
}

/** To the second of them. */
function signingOf({
  can = "sign",
  state = "awaiting",
  signed = 1,
  names = NAMES,
  needed = 2,
  ...rest
}: Stage): SigningView {
  const request = rest.request ?? paymentRequest;
  const signers = people(names);
  return {
    signing: { ...SIGNING, kind: request.subject.kind, state },
    page: aShownPage({ request }),
    accounts: [signedBy(names, needed)],
    lostMandate: false,
    question: {
      request,
      offered: [{ account: signedBy(names, needed) }],
      payloadHash: "p",
      payeeCheck: { result: "match" },
    },
    shown: {
      customer: asCustomerId("cus-2"),
      can,
      signers: signers.map((signer, at) => ({ ...signer, hasSigned: at < signed })),
      required: needed,
      next: signed < needed ? signers.slice(signed) : [],
      dueAt: SIGNING.dueAt,
    },
  };
}

const signing = (name: string, stage: Stage = {}): Exhibit => ({
  name,
  screen: ({ words, bank }) => {
    const view = signingOf(stage);
    const { problem } = stage;
    const made = signingMade(view, { bank, now: new Date("2026-03-14T10:00:00Z"), ...(problem && { problem }) });
    return { page: "signing", view: presentSigning(view, made, bank, words) };
  },
});

const message = (is: Parameters<typeof presentMessage>[0]): Exhibit => ({
  name: `signing-${is}`,
  screen: ({ words, bank }) => ({ page: "signing", view: presentMessage(is, bank, words) }),
});

const over = (is: "signer-declined" | "timed-out" | "ended"): Exhibit => ({
  name: `signing-data-${is}`,
  screen: ({ words, bank }) => ({ page: "signing", view: presentMessage(is, bank, words, "account-access") }),
});

const signed = (name: string, page: SignedPage): Exhibit => ({
  name: `signed-${name}`,
  screen: ({ words, bank }) => ({ page: "signed", view: presentSigned(page, bank, words) }),
});

const signedOne = (id: string, over: Partial<SignedRequest> = {}): SignedRequest => ({
  ...{ id, kind: "domestic-payment", requester: "Tallybook", signedAt: SIGNING.changedAt, stands: { is: "awaiting" } },
  ...over,
});

const toShare = (account: BankAccount) => offerAccounts([account, ...MANY], usual);

const ANSWERED = { kind: "domestic-payment", requester: "Tallybook", outcome: "allowed", awaitsOthers: 1 } as const;

export const SIGNERS_EXHIBITS: readonly Exhibit[] = [
  consent("payment-signatures", { request: paymentRequest, offered: offered(signedBy(NAMES)) }),
  consent("payment-signatures-hostile", {
    request: paymentRequest,
    offered: offered(signedBy(["Isla Fraser", HOSTILE, LONG], 3)),
  }),
  consent("again-vrp-signatures", { request: renewal, offered: offeredToOne(offered(signedBy(NAMES)), renewal, true) }),
  stopped("decided-awaiting-others", { is: "already-decided", ...ANSWERED, canGoOn: true }),
  stopped("leaving-awaiting-others", {
    is: "leaving",
    ...ANSWERED,
    to: "http://auth.localhost:4200/oauth2/authorize/abc?answer=secret",
  }),
  consent("access-pending", { request: usualRequest, offered: toShare(signedBy(NAMES.slice(0, 2))) }),
  consent("access-pending-some", { request: usualRequest, offered: toShare(signedBy(NAMES)) }),
  consent("access-pending-hostile", {
    request: usualRequest,
    offered: toShare(signedBy(["Isla Fraser", HOSTILE, LONG], 3)),
  }),
  consent("access-pending-different-people", {
    request: usualRequest,
    offered: toShare(signedBy(NAMES)),
    problem: "choose-accounts-of-the-same-people",
  }),
  stopped("leaving-awaiting-agreement", {
    is: "leaving",
    ...ANSWERED,
    kind: "account-access",
    to: "http://auth.localhost:4200/oauth2/authorize/abc?answer=secret",
  }),
  signing("signing-data", { request: usualRequest }),
  signing("signing-data-hostile", { request: usualRequest, names: [HOSTILE, "Jonah Adler", LONG], needed: 3 }),
  ...(["signer-declined", "timed-out", "ended"] as const).map(over),
  signing("signing"),
  signing("signing-again", { problem: "request-changed" }),
  signing("signing-signed", { can: "wait", signed: 2, needed: 3 }),
  signing("signing-complete", { can: "nothing", state: "complete", signed: 2 }),
  signing("signing-hostile", { names: [HOSTILE, "Jonah Adler", LONG], needed: 3 }),
  ...(["signer-declined", "timed-out", "ended", "lost-mandate", "locked", "unavailable"] as const).map(message),
  signed("none", { requests: [] }),
  signed("list", {
    requests: [
      signedOne("a"),
      signedOne("b", { kind: "account-access", stands: { is: "rejected", because: "signer-declined" } }),
      signedOne("c", {
        kind: "account-access",
        stands: { is: "complete", status: "suspended", reason: "customer-pause", suspendedBy: "customer" },
      }),
      signedOne("d", { stands: { is: "complete", status: "consumed", reason: "used" } }),
    ],
    older: { side: "after", at: "1", key: "d" },
  }),
  signed("hostile", { requests: [signedOne("a", { requester: HOSTILE }), signedOne("b", { requester: LONG })] }),
  confirmation("confirm-signing", { signs: true }, { code: CODE, codesLeft: 2 }),
];
