import { createHash } from "node:crypto";
import { canonicalText } from "~/domain/evidence/canonical-text";
import { type PresentedReceipt, readPresented, receiptFile } from "~/domain/receipts/receipt-file";
import { RECEIPT_TYPE, type ReceiptRecord } from "~/domain/receipts/receipt-record";
import { PDF_SEAL_TYPE, unsealPdf } from "~/domain/receipts/sealed-pdf";
import { shortCode } from "~/domain/receipts/short-code";
import type { Signer } from "~/ports/signer";

interface Needs {
  readonly signer: Pick<Signer, "verify">;
}

export type CheckedReceipt =
  | { readonly is: "no-receipt" | "not-genuine" }
  | { readonly is: "genuine"; readonly record: ReceiptRecord; readonly code: string };

/**
 * Whether a file is a receipt as it was issued (B-17). Answered from the file and our public keys alone: nothing is looked
 * up, so a made-up file learns nothing, and the receipt of an erased customer is as genuine as any.
 *
 * @param bytes of a file, or of a text that was pasted.
 */
export const checkReceipt =
  ({ signer }: Needs) =>
  async (bytes: Uint8Array): Promise<CheckedReceipt> => {
    const presented = readPresented(bytes);
    if (!presented) return { is: "no-receipt" };
    const [record, isWhole] = await Promise.all([
      signer.verify(presented.signed, RECEIPT_TYPE),
      presented.as === "pdf" ? isSealed(bytes, signer) : true,
    ]);
    if (record === undefined || !isWhole || saysOtherwise(presented, record)) return { is: "not-genuine" };
    return { is: "genuine", record: record as ReceiptRecord, code: codeOf(presented.signed) };
  };

/** What stands on paper for a signed receipt. */
export const codeOf = (signed: string): string => shortCode(createHash("sha256").update(signed).digest());

/**
 * All that can be read is what was signed, once and with nothing beside it: a reader takes what stands first, and a parser
 * what stands last. Only the space between may be another.
 */
function saysOtherwise({ readable, signed }: PresentedReceipt, record: unknown): boolean {
  if (readable === undefined) return false;
  if (withoutSpace(readable) !== withoutSpace(receiptFile(record as object, signed))) return true;
  return canonicalText((JSON.parse(readable) as { receipt: unknown }).receipt) !== canonicalText(record);
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, "");

/** The pages of a PDF, too, are as we wrote them. */
async function isSealed(bytes: Uint8Array, signer: Needs["signer"]): Promise<boolean> {
  const apart = unsealPdf(bytes);
  const sealed = apart && ((await signer.verify(apart.seal, PDF_SEAL_TYPE)) as { sha256?: unknown } | undefined);
  return (
    sealed?.sha256 === (apart && createHash("sha256").update(apart.pdf).digest("base64url")) && sealed !== undefined
  );
}
