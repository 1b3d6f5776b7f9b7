import { createHash } from "node:crypto";
import { receiptFile } from "~/domain/receipts/receipt-file";
import type { ReceiptLetter } from "~/domain/receipts/receipt-letter";
import type { ReceiptRecord } from "~/domain/receipts/receipt-record";
import { PDF_SEAL_TYPE, sealPdf } from "~/domain/receipts/sealed-pdf";
import type { PdfWriter } from "~/ports/pdf-writer";
import type { Signer } from "~/ports/signer";

interface Needs {
  readonly pdf: PdfWriter;
  readonly signer: Pick<Signer, "sign">;
}

/** A receipt as PDF: the letter, the signed receipt attached, and a seal over both. */
export const printReceipt =
  ({ pdf, signer }: Needs) =>
  async (letter: ReceiptLetter, record: ReceiptRecord, signed: string): Promise<Uint8Array> => {
    const attachment = {
      name: "receipt.json",
      type: "application/json",
      description: letter.title,
      text: receiptFile(record, signed),
    };
    const written = await pdf.write(letter, attachment, new Date(record.decision.issued_at));
    const sha256 = createHash("sha256").update(written).digest("base64url");
    return sealPdf(written, await signer.sign({ sha256 }, PDF_SEAL_TYPE));
  };
