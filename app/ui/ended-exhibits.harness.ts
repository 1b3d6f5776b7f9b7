import { ENDED_BECAUSE } from "~/domain/consent/decision";
import { aShownPage } from "~/domain/receipts/builders";
import type { Exhibit } from "./exhibit";
import { stopped } from "./exhibits.harness";
import { requester, shareable, usualRequest } from "./gallery-cast.harness";
import { ownReceipt, receipt, stopReceipt } from "./receipt-exhibits.harness";

/** What came to nothing without anybody's no (T7), and what was reported (P-32). */
export const ENDED_EXHIBITS: readonly Exhibit[] = [
  ...ENDED_BECAUSE.map((outcome) =>
    stopped(`stop-ended-${outcome}`, (words) => ({
      is: "already-decided",
      kind: "account-access",
      outcome,
      requester,
      receipt: { label: words.receipt.ended.link, href: "/consent/v1/receipt" },
      canGoOn: true,
    })),
  ),
  stopped("stop-leaving-ended", {
    is: "leaving",
    kind: "domestic-payment",
    outcome: "technical",
    requester,
    to: "http://auth.localhost:4200/oauth2/authorize/abc?answer=secret",
  }),
  stopped("stop-recording-ended", {
    is: "recording",
    kind: "account-access",
    outcome: "tpp-not-authorised",
    retry: "/consent/v1",
  }),
  ownReceipt("own-receipt", 3),
  ...(["account-access", "domestic-vrp", "funds-confirmation"] as const).map((kind) =>
    stopReceipt(`receipt-stopped-${kind}`, kind),
  ),
  receipt("receipt-ended", { decision: { outcome: "refused", reason: "no-eligible-account" } }),
  receipt("receipt-reported", {
    decision: { outcome: "refused", reason: "not-me" },
    reportReference: "K7QM-3F0A",
    page: aShownPage({ request: usualRequest, offered: shareable }),
  }),
];
