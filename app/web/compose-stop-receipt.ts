import type { Controller } from "~/domain/receipts/controller";
import type { ReceiptRecord } from "~/domain/receipts/receipt-record";
import type { StopFacts } from "~/domain/receipts/stop-facts";
import { asAccountId, asDecisionId, asReceiptId } from "~/domain/shared/ids";
import type { Words } from "~/i18n/words";
import { composeReceipt } from "./compose-receipt";

/**
 * What the bank states in the receipt of a stop: what was agreed to, as the receipt of the yes has it, and that its
 * customer withdrew it. The change stands where that one has its decision.
 */
export const composeStopReceipt =
  (controller: Controller, words: Words) =>
  ({ changeId, stoppedAt, accountIds, ...facts }: StopFacts): ReceiptRecord => {
    const agreed = composeReceipt(
      controller,
      words,
    )({
      ...facts,
      id: asReceiptId(changeId),
      decisionId: asDecisionId(changeId),
      decision: { outcome: "allowed", accountIds: accountIds.map(asAccountId), scopes: [] },
      decidedAt: stoppedAt,
      issuedAt: stoppedAt,
    });
    const [processing] = agreed.processing;
    const [event] = agreed.events;
    // What it had replaced says nothing of how it ended.
    const { earlier: _, ...decision } = agreed.decision;
    return {
      ...agreed,
      processing: [{ ...processing, withdrawal_method: words.record.withdrawn }],
      events: [{ ...event, validity_duration: "none", event_state: "withdrawn" }],
      decision,
    };
  };
