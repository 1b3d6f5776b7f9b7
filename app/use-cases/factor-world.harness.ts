import type { Database } from "#db/client.server";
import { createConsentDesk } from "#db/queries/consent-desk";
import { createCustomerVault } from "#db/queries/customer-vault";
import { createFactorDesk } from "#db/queries/factor-desk";
import { createInMemoryAuthorizationServer } from "~/adapters/authorization-server/in-memory.server";
import { createInMemoryBank } from "~/adapters/bank/in-memory.server";
import { createInMemoryFactors } from "~/adapters/factors/in-memory.server";
import { createPasskeyCheck } from "~/adapters/passkey/simplewebauthn.server";
import { aSoftPasskey } from "~/adapters/passkey/soft-authenticator.harness";
import { aBankAccount, aConsentRequest, aDomesticPayment } from "~/domain/consent/builders";
import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { Risk } from "~/domain/consent/risk";
import { STRONG } from "~/domain/factor/authentication";
import { asAccountId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import type { Visit } from "~/ports/consent-desk";
import { createCodeMac } from "~/web/code-mac.server";
import { agreeNow } from "./agree-now";
import { askFactor } from "./ask-factor";
import { confirmConsent } from "./confirm-consent";
import { decideConsent } from "./decide-consent";
import { factorStanding } from "./factor-standing";
import { keepShown } from "./keep-shown";
import { meetFactor, type Proof } from "./meet-factor";
import { openVisit } from "./open-visit";
import { bringCode, sendFactorCode } from "./send-factor-code";
import { settleDecision } from "./settle-decision";
import { viewConsentRequest } from "./view-consent-request";

const reversed = async (text: string) => [...text].reverse().join("");
export const ORIGIN = "https://consent.bank.example";
export const RP_ID = "consent.bank.example";

/** A code that was not sent: the one that was, and one more. */
export const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

let consents = 0;
let customers = 0;

/** One customer in front of questions, on PostgreSQL, with everything else in this process. */
export function createFactorWorld(db: Database) {
  const seal = { seal: reversed, open: reversed };
  const vault = createCustomerVault(db, seal);
  const desk = createConsentDesk(db, { tenant: "test", seal, vault });
  const factorDesk = createFactorDesk(db, { tenant: "test", vault });
  const authorizationServer = createInMemoryAuthorizationServer();
  // In each world somebody else: what they do wrong counts on all their visits.
  const customer = asCustomerId(`cus-${++customers}`);
  const holders = [{ customer, name: "Grace Okoye" }];
  const bank = createInMemoryBank([
    aBankAccount({ id: asAccountId("acc-1"), holders }),
    aBankAccount({ id: asAccountId("acc-2"), nickname: "Bills", holders }),
  ]);
  const factors = createInMemoryFactors();
  const key = aSoftPasskey();
  factors.known[customer] = { passkeys: [key.passkey], phoneEnding: "4567" };
  const riskSignal = { level: "normal" as Risk, riskOf: async () => riskSignal.level };
  const needs = { authorizationServer, bank, desk, riskSignal };
  const view = viewConsentRequest(needs);
  const now = () => new Date();
  const standing = factorStanding({ factorDesk, agreeNow: agreeNow({ desk, viewConsentRequest: view, now }) });
  const codeMac = createCodeMac(() => [new Uint8Array(32).fill(7)]);
  const passkeyCheck = createPasskeyCheck({ origin: ORIGIN, rpId: RP_ID });
  const decide = decideConsent({ desk, viewConsentRequest: view, now, askFactor: askFactor({ factorDesk, now }) });
  const confirm = confirmConsent({
    standing,
    desk,
    meet: meetFactor({ factorDesk, factors, codeMac, passkeyCheck }),
  });
  const send = sendFactorCode({ standing, bring: bringCode({ factorDesk, factors, codeMac }) });
  const settle = settleDecision(needs);

  /** A customer who was shown the question. */
  async function aCustomer(over: Partial<ConsentRequest> = {}) {
    const id = asConsentId(`pay-${++consents}-${process.pid}`);
    const authentication = { acr: STRONG, amr: ["pwd", "otp"], authTime: new Date() };
    const handoff = authorizationServer.handOff(
      aConsentRequest({ id, customer, subject: aDomesticPayment(), authentication, ...over }),
    );
    const opened = await openVisit(needs)(handoff, "c-1", async () => "");
    if (!opened.ok) throw new Error("the first browser owns the hand-off");
    const { visit } = opened.value;
    const seen = await seenBy(visit);
    return {
      visit,
      handoff,
      seen,
      allow: (accountIds = ["acc-1"]) => decide(visit, { choice: "allow", accountIds, seen }),
      confirm: (proof: Proof) => confirm(visit, proof),
      /** Names what is asked of this customer now. */
      challenge: async () => (await factorDesk.of(visit))?.challenge ?? "",
      async code() {
        await send(visit, (await factorDesk.of(visit))?.challenge ?? "", ({ code }) => `Your code is ${code}`);
        return factors.sent.at(-1)?.code ?? "";
      },
    };
  }

  async function seenBy(visit: Visit): Promise<string> {
    const { request, offered, payloadHash } = (await view(visit)) as Extract<
      Awaited<ReturnType<typeof view>>,
      { state: "open" }
    >;
    return keepShown({ desk })(visit, {
      locale: "en-GB",
      catalogueVersion: "1",
      payloadHash,
      made: { request, offered, bank: { name: "Test Bank", phone: "0000" }, now: new Date(0) },
      said: { state: "question" },
      choosable: offered.map(({ account }) => account.id),
    });
  }

  const byPasskey = (challenge: string, over = {}): Proof => ({
    by: "passkey",
    challenge,
    response: key.assert({ challenge, origin: ORIGIN, rpId: RP_ID, ...over }),
  });
  return { ...needs, factors, key, factorDesk, codeMac, decide, confirm, send, settle, standing, aCustomer, byPasskey };
}
