import type { ReceiptLetter } from "~/domain/receipts/receipt-letter";

export interface PdfWriter {
  /**
   * The letter on paper, tagged so that it can be read aloud (PDF/UA).
   *
   * @param at when it was made; the same letter at the same instant is the same bytes.
   */
  write(letter: ReceiptLetter, attachment: Attachment, at: Date): Promise<Uint8Array>;
}

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly text: string;
}
