import { aConsentRequest, anOffer } from "../consent/builders";
import type { MadeOf, ShownPage } from "../evidence/shown-page";
import { asAccountId, asClientId, asConsentId, asCustomerRef, asDecisionId, asReceiptId } from "../shared/ids";
import type { ReceiptFacts } from "./receipt-facts";

/** A page as it was kept, for tests; only what it was made of matters to a receipt. */
export function aShownPage(made: Partial<MadeOf> = {}): ShownPage {
  return {
    locale: "en-GB",
    catalogueVersion: "en-GB-2f0c4a8be1d7",
    payloadHash: "cGF5bG9hZCBvZiB0aGUgcmVxdWVzdCwgaGFzaGVkIQ",
    shownHash: "d2hhdCB3YXMgb24gdGhlIHNjcmVlbiwgaGFzaGVkIQ",
    shown: {
      made: {
        request: aConsentRequest(),
        offered: [anOffer()],
        bank: { name: "Northlight Bank", phone: "0800 555 0199" },
        now: new Date("2026-03-14T10:00:00Z"),
        ...made,
      },
      said: { state: "question" },
      choosable: (made.offered ?? [anOffer()]).map(({ account }) => account.id),
    },
  };
}

/** What is on record of a decision: allowed, unless a test says otherwise. The kind follows the page. */
export function aReceiptFacts(over: Partial<ReceiptFacts> = {}): ReceiptFacts {
  return {
    id: asReceiptId("019a9e5c-7c1e-7d3a-9b1f-2f0c4a8be1d7"),
    decisionId: asDecisionId("019a9e5c-7c1e-7d3a-9b1f-2f0c4a8be1d6"),
    decision: { outcome: "allowed", accountIds: [asAccountId("acc-1")], scopes: ["openid", "accounts"] },
    consentId: asConsentId("aac-1"),
    kind: over.page?.shown.made.request.subject.kind ?? "account-access",
    clientId: asClientId("tpp-beacon"),
    customerRef: asCustomerRef("7a1f6c1e-58c3-4a55-9c0d-3d1b5a2f8e44"),
    decidedAt: new Date("2026-03-14T10:00:00Z"),
    issuedAt: new Date("2026-03-14T10:00:01Z"),
    requesterName: "Budget Beacon",
    ...over,
  };
}
