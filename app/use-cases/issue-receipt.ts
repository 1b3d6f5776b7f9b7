import { createHash } from "node:crypto";
import { putsQuestion, type ShownPage } from "~/domain/evidence/shown-page";
import type { ReceiptFacts } from "~/domain/receipts/receipt-facts";
import { RECEIPT_TYPE, type ReceiptRecord } from "~/domain/receipts/receipt-record";
import type { DecisionId } from "~/domain/shared/ids";
import type { Visit } from "~/ports/consent-desk";
import type { ReceiptBook } from "~/ports/receipt-book";
import type { Signer } from "~/ports/signer";
import { codeOf } from "./check-receipt";

interface Needs {
  readonly receipts: Pick<ReceiptBook, "of" | "complete">;
  readonly pageOf: (decision: DecisionId) => Promise<ShownPage | undefined>;
  /** @param locale of whoever asks, for a decision that rests on no page. */
  readonly compose: (facts: ReceiptFacts, locale: string) => ReceiptRecord;
  readonly signer: Pick<Signer, "sign">;
}

export interface IssuedReceipt {
  /** A compact JWS. */
  readonly signed: string;
  readonly record: ReceiptRecord;
  /** What stands on paper, see `shortCode`. */
  readonly code: string;
}

/**
 * The receipt of what was answered on a visit: signed when it is first asked for, and the same ever after (B-17).
 *
 * @param locale of whoever asks; it is in the language of the page that was answered, where there was one.
 * @returns undefined while nothing was taken.
 * @throws DeskUnavailable
 */
export const issueReceipt =
  ({ receipts, pageOf, compose, signer }: Needs) =>
  async (
    { id, requesterName }: Pick<Visit, "id" | "requesterName">,
    locale: string,
  ): Promise<IssuedReceipt | undefined> => {
    const due = await receipts.of(id);
    if (!due) return undefined;
    if (due.signed !== undefined) return issued(due.signed);
    const page = await pageOf(due.facts.decisionId);
    const facts = {
      ...due.facts,
      ...(page && putsQuestion(page) && { page }),
      ...(requesterName && { requesterName }),
    };
    const signed = await signer.sign(compose(facts, locale), RECEIPT_TYPE);
    const digest = createHash("sha256").update(signed).digest("base64url");
    return issued(await receipts.complete(due.facts, signed, digest));
  };

/** Read without asking whether a key of ours still knows it: it comes from our own record. */
export function issued(signed: string): IssuedReceipt {
  const [, payload = ""] = signed.split(".");
  return {
    signed,
    record: JSON.parse(Buffer.from(payload, "base64url").toString()) as ReceiptRecord,
    code: codeOf(signed),
  };
}
