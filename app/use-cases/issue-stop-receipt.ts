import { createHash } from "node:crypto";
import { endedByOwnStop } from "~/domain/consent/own-stop";
import { putsQuestion } from "~/domain/evidence/shown-page";
import { RECEIPT_TYPE, type ReceiptRecord } from "~/domain/receipts/receipt-record";
import type { StopFacts } from "~/domain/receipts/stop-facts";
import { asCustomerRef, type ConsentId, type CustomerId } from "~/domain/shared/ids";
import type { ConsentChanges } from "~/ports/consent-changes";
import type { ConsentRegister } from "~/ports/consent-register";
import type { OwnAnswers } from "~/ports/own-answers";
import type { Signer } from "~/ports/signer";
import type { StopReceipts } from "~/ports/stop-receipts";
import { type IssuedReceipt, issued } from "./issue-receipt";

interface Needs {
  readonly register: Pick<ConsentRegister, "find">;
  readonly changes: Pick<ConsentChanges, "newestOf">;
  readonly answers: Pick<OwnAnswers, "of" | "pageOf">;
  readonly receipts: StopReceipts;
  /** @param locale of whoever asks. */
  readonly compose: (facts: StopFacts, locale: string) => ReceiptRecord;
  readonly signer: Pick<Signer, "sign">;
}

/**
 * The receipt of what a customer stopped (D-07, D-13): signed when it is first asked for, and the same ever after. What
 * was stopped is told as it was on the page of the last yes, where that is on record.
 *
 * @returns `not-found` alike for a consent that is not there and for somebody else's (C-07); `not-stopped` for one that its
 *   customer has not ended.
 * @throws DeskUnavailable
 */
export const issueStopReceipt =
  ({ register, changes, answers, receipts, compose, signer }: Needs) =>
  async (id: ConsentId, customer: CustomerId, locale: string): Promise<IssuedReceipt | "not-found" | "not-stopped"> => {
    const consent = await register.find(id, { customer });
    if (!consent) return "not-found";
    const stop = await changes.newestOf(id, { type: "customer", id: customer });
    if (!stop?.endedAt || !endedByOwnStop(consent, stop)) return "not-stopped";
    const kept = await receipts.of(stop.id);
    if (kept !== undefined) return issued(kept);
    const yes = (await answers.of(id, customer)).find(({ outcome }) => outcome === "allowed");
    const page = yes && (await answers.pageOf(yes));
    const facts: StopFacts = {
      changeId: stop.id,
      consentId: id,
      kind: consent.kind,
      clientId: consent.clientId,
      customerRef: asCustomerRef(stop.actor.ref),
      accountIds: consent.accountIds,
      stoppedAt: stop.endedAt,
      ...(consent.clientName !== undefined && { requesterName: consent.clientName }),
      ...(page && putsQuestion(page) && { page }),
    };
    const signed = await signer.sign(compose(facts, locale), RECEIPT_TYPE);
    const digest = createHash("sha256").update(signed).digest("base64url");
    return issued(await receipts.keep(stop.id, signed, digest));
  };
