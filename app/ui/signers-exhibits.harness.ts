import { aBankAccount, aConsentRequest, anAgain } from "~/domain/consent/builders";
import { type BankAccount, offerAccounts } from "~/domain/consent/offered-account";
import { aDomesticVrp } from "~/domain/consent-kinds/builders";
import { aShownPage } from "~/domain/receipts/builders";
import { asAccountId, asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import type { Mandate } from "~/domain/signers/mandate";
import { offeredToOne } from "~/domain/signers/signed-again";
import type { Signing } from "~/ports/signing-desk";
import { presentMessage, presentSigning } from "~/routes/dashboard.signatures.$id/present";
import type { SigningView } from "~/use-cases/sign-request";
import type { Exhibit } from "./exhibit";
import { consent, stopped } from "./exhibits.harness";
import { HOSTILE, LONG, MANY, paymentRequest } from "./gallery-cast.harness";

/** What more than one person has to sign (P-28): before the answer, after it, and at the others. */

const people = (names: readonly string[]): Mandate["signers"] =>
  names.map((name, at) => ({ customer: asCustomerId(`cus-${at + 1}`), name, group: "A" }));

const signedBy = (names: readonly string[], needed = 2): BankAccount => {
  const signers = people(names);
  return aBankAccount({
    id: asAccountId("acc-71"),
    nickname: "Tidewater",
    holders: signers,
    mandate: { signers, pay: [{ anyOf: [{ A: needed }] }], vulnerable: [] },
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
  accountId: asAccountId("acc-71"),
  decisionId: "019a9e5c-7c1e-7d3a-9b1f-2f0c4a8be1d8",
  correlationId: "0b8b1c0a-3c3f-4a63-9d4b-0d9f3c1f2a11",
  state: "awaiting",
  required: 2,
  version: 1,
  changedAt: new Date("2026-03-14T10:00:00Z"),
  dueAt: new Date("2026-03-21T10:00:00Z"),
  signers: [],
};

const signing = (name: string, over: Partial<SigningView> = {}, names = NAMES, needed = 2): Exhibit => ({
  name,
  screen: ({ words, bank }) => {
    const view: SigningView = {
      signing: SIGNING,
      page: aShownPage({ request: paymentRequest }),
      account: signedBy(names, needed),
      can: "sign",
      lostMandate: false,
      signers: people(names).map((signer, at) => ({ ...signer, hasSigned: at === 0 })),
      ...over,
    };
    const context = { bank, now: new Date("2026-03-14T10:00:00Z") };
    return { page: "signing", view: presentSigning(view, asCustomerId("cus-2"), context, words) };
  },
});

const message = (is: Parameters<typeof presentMessage>[0]): Exhibit => ({
  name: `signing-${is}`,
  screen: ({ words, bank }) => ({ page: "signing", view: presentMessage(is, bank, words) }),
});

const ANSWERED = { kind: "domestic-payment", requester: "Tallybook", outcome: "allowed", awaitsOthers: true } as const;

export const SIGNERS_EXHIBITS: readonly Exhibit[] = [
  consent("payment-signatures", { request: paymentRequest, offered: offered(signedBy(NAMES)) }),
  consent("payment-signatures-hostile", {
    request: paymentRequest,
    offered: offered(signedBy(["Isla Fraser", HOSTILE, LONG], 3)),
  }),
  consent("again-vrp-signatures", { request: renewal, offered: offeredToOne(offered(signedBy(NAMES)), renewal) }),
  stopped("decided-awaiting-others", { is: "already-decided", ...ANSWERED, canGoOn: true }),
  stopped("leaving-awaiting-others", {
    is: "leaving",
    ...ANSWERED,
    to: "http://auth.localhost:4200/oauth2/authorize/abc?answer=secret",
  }),
  signing("signing"),
  signing("signing-signed", {
    can: "wait",
    signers: people(NAMES).map((signer, at) => ({ ...signer, hasSigned: at < 2 })),
  }),
  signing("signing-hostile", {}, [HOSTILE, "Jonah Adler", LONG], 3),
  ...(["complete", "signer-declined", "timed-out", "ended", "lost-mandate", "unavailable"] as const).map(message),
];
