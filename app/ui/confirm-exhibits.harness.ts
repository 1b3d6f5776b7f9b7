import { aConsentRequest, aDomesticPayment, anAccountAccess, anOffer } from "~/domain/consent/builders";
import { offerAccounts } from "~/domain/consent/offered-account";
import { aDomesticVrp, aFilePayment } from "~/domain/consent-kinds/builders";
import { aShownPage } from "~/domain/receipts/builders";
import { asAccountId } from "~/domain/shared/ids";
import { type ConfirmInput, presentConfirm } from "~/routes/consent.$visit_.confirm/present-confirm";
import type { Exhibit } from "./exhibit";
import { stopped } from "./exhibits.harness";
import { HOSTILE, LONG, MANY, payable, paymentRequest, requester } from "./gallery-cast.harness";
import { receipt } from "./receipt-exhibits.harness";

const NOW = new Date("2026-03-14T10:00:00Z");
const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const PASSKEY = { id: "a2V5", publicKey: "a2V5", counter: 0, transports: ["internal"] };
export const CODE = { mac: "bWFj", reference: "3F0A", expiresAt: inSeconds(180) };

export function confirmation(
  name: string,
  over: Partial<Omit<ConfirmInput, "bank">> = {},
  asked: Partial<ConfirmInput["asked"]> = {},
): Exhibit {
  return {
    name,
    screen: ({ words, bank }) => {
      const input = {
        question: { request: paymentRequest, offered: payable },
        decision: { outcome: "allowed", accountIds: [asAccountId("acc-1")], scopes: [] },
        asked: { now: NOW, expiresAt: inSeconds(300), codesLeft: 3, ...asked },
        factors: { passkeys: [PASSKEY], phoneEnding: "4567" },
        bank,
        ...over,
      } as const satisfies ConfirmInput;
      const view = presentConfirm(input, words);
      if (!view) throw new Error(`${name} is of a question that nobody is asked`);
      return { page: "confirm", view, bound: "Zm9v", seen: "Zm9v", back: "/consent/v1" };
    },
  };
}

const access = aConsentRequest({ subject: anAccountAccess() });
const named = (name: string) => aDomesticPayment({ payee: { ...aDomesticPayment().payee, name } });
const ofKind = (
  subject: ReturnType<typeof aDomesticVrp> | ReturnType<typeof aFilePayment> | ReturnType<typeof named>,
) => ({
  question: { request: { ...paymentRequest, subject }, offered: offerAccounts(MANY, subject) },
});

/** What a yes is confirmed on (P-22), and how that ends. */
export const CONFIRM_EXHIBITS: readonly Exhibit[] = [
  confirmation("confirm"),
  confirmation("confirm-code", {}, { code: CODE, codesLeft: 2 }),
  confirmation("confirm-wrong-code", { problem: { is: "wrong", by: "code", left: 1 } }, { code: CODE, codesLeft: 0 }),
  confirmation("confirm-no-code", { problem: { is: "no-code" } }, { code: CODE, codesLeft: 1 }),
  confirmation(
    "confirm-code-over",
    { problem: { is: "code-over" } },
    { code: { ...CODE, expiresAt: NOW }, codesLeft: 2 },
  ),
  confirmation("confirm-wrong-passkey", { problem: { is: "wrong", by: "passkey", left: 3 } }),
  confirmation("confirm-not-sent", { problem: { is: "not-sent" } }),
  confirmation("confirm-no-more-codes", { problem: { is: "no-more" } }, { codesLeft: 0 }),
  confirmation("confirm-nothing-to-confirm-with", { factors: { passkeys: [] } }),
  confirmation("confirm-access", {
    question: { request: access, offered: [anOffer(), anOffer({ id: asAccountId("acc-2"), nickname: LONG })] },
    decision: { outcome: "allowed", accountIds: [asAccountId("acc-1"), asAccountId("acc-2")], scopes: [] },
  }),
  confirmation("confirm-limits", ofKind(aDomesticVrp())),
  confirmation("confirm-file", ofKind(aFilePayment()), { code: CODE }),
  confirmation("confirm-long-names", ofKind(named(LONG))),
  confirmation("confirm-hostile-names", ofKind(named(HOSTILE))),
  stopped("stop-confirm-over", { is: "confirm-over", kind: "domestic-payment", requester, retry: "/consent/v1" }),
  receipt("receipt-confirmed", {
    kind: "domestic-payment",
    decision: {
      outcome: "allowed",
      accountIds: [asAccountId("acc-1")],
      scopes: [],
      confirmed: { by: "passkey", at: NOW.toISOString(), challenge: "d2hhdCBpdCB3YXMgYm91bmQgdG8sIGhhc2hlZCEhISE" },
    },
    page: aShownPage({ request: paymentRequest, offered: payable }),
  }),
];
