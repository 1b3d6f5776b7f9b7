import type { Database } from "#db/client.server";
import { createConsentDesk } from "#db/queries/consent-desk";
import { SEAL } from "#db/queries/consent-projection.harness";
import { createFactorDesk } from "#db/queries/factor-desk";
import { createSigningDesk } from "#db/queries/signing-desk";
import { createInMemoryBank, type InMemoryBank } from "~/adapters/bank/in-memory.server";
import { createInMemoryFactors } from "~/adapters/factors/in-memory.server";
import { createPasskeyCheck } from "~/adapters/passkey/simplewebauthn.server";
import { aSoftPasskey } from "~/adapters/passkey/soft-authenticator.harness";
import {
  aBankAccount,
  aConsentRequest,
  aDomesticPayment,
  anAccountAccess,
  anInsteadOf,
} from "~/domain/consent/builders";
import type { Decision } from "~/domain/consent/decision";
import type { Risk } from "~/domain/consent/risk";
import type { AccountAccess } from "~/domain/consent-kinds/account-access";
import type { FundsConfirmation } from "~/domain/consent-kinds/funds-confirmation";
import { aShownPage } from "~/domain/receipts/builders";
import { asAccountId, asCustomerId, asCustomerSessionId, type CustomerId } from "~/domain/shared/ids";
import type { Band, Signer, SigningRule } from "~/domain/signers/mandate";
import type { AppDenial } from "~/domain/tpp/suspension";
import type { Visit } from "~/ports/consent-desk";
import { aVisit } from "~/ports/consent-desk.builders";
import type { CustomerVault } from "~/ports/customer-vault";
import type { RiskSignal } from "~/ports/risk-signal";
import { createCodeMac } from "~/web/code-mac.server";
import { agreeToSign, type SignerHere } from "./agree-to-sign";
import { askFactor } from "./ask-factor";
import { confirmSigning, sendSigningCode, signingStanding, viewSigningConfirmation } from "./confirm-signing";
import { ORIGIN, RP_ID } from "./factor-world.harness";
import { keepShown } from "./keep-shown";
import { meetFactor, type Proof } from "./meet-factor";
import { bringCode } from "./send-factor-code";
import { showSigning } from "./show-signing";
import { declineRequest, signRequest } from "./sign-request";
import { viewSigning } from "./view-signing";

export const signerOf = (customer: CustomerId, group = "A"): Signer => ({ customer, name: customer, group });

let worlds = 0;

/** Three who sign for an account, on PostgreSQL, with everything else in this process. */
export function createSigningWorld(db: Database, vault: CustomerVault, signatureDays?: number) {
  // In each world others: what they do wrong counts on all their visits.
  const [ada, ben, cy] = ["ada", "ben", "cy"].map((name) => asCustomerId(`${name}-${worlds}`)) as [
    CustomerId,
    CustomerId,
    CustomerId,
  ];
  worlds += 1;
  const desk = createConsentDesk(db, { tenant: "test", seal: SEAL, vault, ...(signatureDays && { signatureDays }) });
  const signing = createSigningDesk(db, { tenant: "test", vault });
  const factorDesk = createFactorDesk(db, { tenant: "test", vault });
  const bank: InMemoryBank = createInMemoryBank([]);
  const factors = createInMemoryFactors();
  const key = aSoftPasskey();
  for (const each of [ada, ben, cy]) factors.known[each] = { passkeys: [key.passkey], phoneEnding: "4567" };

  const holders = [ada, ben, cy].map((customer) => ({ customer, name: customer }));

  /** Who signs for the account from now on. */
  function mandate(signers: readonly Signer[], ...pay: readonly Band[]) {
    bank.accounts = [aBankAccount({ id: asAccountId("acc-1"), holders, mandate: { signers, pay, vulnerable: [] } })];
  }

  /** Who has to agree from now on before the account's data is shared; the other one is Ada's alone. */
  function toShare(signers: readonly Signer[], ...share: readonly SigningRule[]) {
    const pay = [{ anyOf: [{ A: 1 }] }];
    bank.accounts = [
      aBankAccount({ id: asAccountId("acc-1"), holders, mandate: { signers, pay, share, vulnerable: [] } }),
      aBankAccount({ id: asAccountId("acc-own"), holders: holders.slice(0, 1) }),
    ];
  }
  mandate([signerOf(ada), signerOf(ben), signerOf(cy)], { anyOf: [{ A: 2 }] });

  const denials: AppDenial[] = [];
  const view = viewSigning({ desk: signing, bank, suspensions: { denialsOf: async () => denials } });
  const agree = agreeToSign({ view, consentDesk: desk, now: () => new Date() });
  const standing = signingStanding({ factorDesk, agree });
  const codeMac = createCodeMac(() => [new Uint8Array(32).fill(7)]);
  const passkeyCheck = createPasskeyCheck({ origin: ORIGIN, rpId: RP_ID });
  const keep = showSigning({ desk: signing, keep: keepShown({ desk }) });
  const needs = { desk: signing, agree };
  const risks: { now: Risk } = { now: "normal" };
  const riskSignal: RiskSignal = { riskOf: async () => risks.now };
  const plain = signRequest({ ...needs, riskSignal });
  const withFactor = signRequest({ ...needs, riskSignal, askFactor: askFactor({ factorDesk, now: () => new Date() }) });
  const decline = declineRequest({ desk: signing, view });
  const send = sendSigningCode({ standing, bring: bringCode({ factorDesk, factors, codeMac }) });
  const confirm = confirmSigning({
    standing,
    desk: signing,
    meet: meetFactor({ factorDesk, factors, codeMac, passkeyCheck }),
  });

  /** Ada has said yes on the consent page, and the authorization server has taken it. */
  async function opened(required = 2, asked = [ben, cy], over: Partial<Visit> = {}) {
    const visit = aVisit({ kind: "domestic-payment", customer: ada, ...over });
    await desk.openVisit(visit);
    await desk.keepShown(visit, {
      ...aShownPage({ request: aConsentRequest({ subject: aDomesticPayment() }) }),
      shownHash: "page",
    });
    const decision: Decision = {
      outcome: "allowed",
      accountIds: [asAccountId("acc-1")],
      scopes: [],
      awaits: { required, asked },
    };
    const intended = await desk.intend(visit, decision, "page");
    const recorded = await desk.settle(visit, intended, { to: new URL("https://as.example/resume") });
    const [waiting] = (await signing.of(ben)).slice(-1);
    return { visit, recorded, id: waiting?.id ?? "" };
  }

  /** She has said yes to share what she holds with the others, and what is hers alone. */
  async function openedToShare(subject: AccountAccess | FundsConfirmation = anAccountAccess()) {
    toShare([signerOf(ada), signerOf(ben)], { A: 2 });
    const [joint, own] = [asAccountId("acc-1"), asAccountId("acc-own")];
    const visit = aVisit({ customer: ada, kind: subject.kind });
    await desk.openVisit(visit);
    const mode = anInsteadOf({ accounts: [own] });
    await desk.keepShown(visit, {
      ...aShownPage({ request: aConsentRequest({ subject, mode }) }),
      shownHash: "page",
    });
    const awaits = { required: 2, asked: [ben], accountIds: [joint] };
    const accountIds = subject.kind === "account-access" ? [joint, own] : [joint];
    const decision: Decision = { outcome: "allowed", accountIds, scopes: [], awaits };
    const recorded = await desk.settle(visit, await desk.intend(visit, decision, "page"), {
      to: new URL("https://as.example/resume"),
    });
    return { visit, recorded, id: (await signing.of(ben)).at(-1)?.id ?? "" };
  }

  const here = (id: string, customer: CustomerId, session = "one"): SignerHere => ({
    id,
    customer,
    session: asCustomerSessionId(session),
  });

  /** Shows the page of whoever can sign, as the route does; the name of it, or that of none. */
  async function read(signer: SignerHere): Promise<string> {
    const now = await view(signer.id, signer.customer);
    if (!now?.question || now.shown.can !== "sign") return "none";
    const { request, offered } = now.question;
    return keep(now, signer, {
      locale: "en-GB",
      catalogueVersion: "1",
      payloadHash: now.page.payloadHash,
      made: { request, offered, bank: { name: "Test Bank", phone: "0000" }, now: new Date(0), signing: now.shown },
      said: { signed: now.shown.signers.filter(({ hasSigned }) => hasSigned).length },
      choosable: offered.map(({ account }) => account.id),
    });
  }

  /** A signer who was shown the request and said yes: it waits for the factor. */
  async function asked(id: string, customer: CustomerId, session?: string) {
    const signer = here(id, customer, session);
    const answered = await withFactor(signer, await read(signer));
    const now = await standing(signer);
    const challenge = now.is === "open" ? now.asked.challenge : "";
    return {
      signer,
      answered,
      challenge,
      visit: now.is === "open" ? now.visit.id : undefined,
      async code() {
        await send(signer, challenge, ({ code }) => `Your code is ${code}`);
        return factors.sent.at(-1)?.code ?? "";
      },
      byCode: (code: string, bound = challenge) => confirm(signer, { by: "code", challenge: bound, code }),
      byPasskey: (over = {}) =>
        confirm(signer, {
          by: "passkey",
          challenge,
          response: key.assert({ challenge, origin: ORIGIN, rpId: RP_ID, ...over }),
        }),
    };
  }

  return {
    ada,
    ben,
    cy,
    risks,
    bank,
    denials,
    factors,
    desk,
    signing,
    mandate,
    toShare,
    opened,
    openedToShare,
    here,
    read,
    view,
    standing,
    asked,
    confirm: (signer: SignerHere, proof: Proof) => confirm(signer, proof),
    confirmation: viewSigningConfirmation({ standing, factors }),
    /** At a bank that asks for no factor: the page is read and signed. */
    sign: async (id: string, customer: CustomerId, session?: string) => {
      const signer = here(id, customer, session);
      return plain(signer, await read(signer));
    },
    /** What was answered on a page of that name. */
    signSeen: plain,
    declineSeen: decline,
    signWithFactor: withFactor,
    keep,
    decline: async (id: string, customer: CustomerId) => {
      const signer = here(id, customer);
      return decline(signer, await read(signer));
    },
  };
}
