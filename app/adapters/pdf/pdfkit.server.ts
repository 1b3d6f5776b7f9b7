import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { LetterSection, ReceiptLetter } from "~/domain/receipts/receipt-letter";
import { directionOf } from "~/domain/shared/direction";
import type { Attachment, PdfWriter } from "~/ports/pdf-writer";
import { withoutMarks } from "./bidi-lines";
import { BODY, createTypesetter, type Typesetter } from "./typesetter";

/** One face with Latin, Greek, Cyrillic, Arabic and Hebrew letters: names of customers, apps and payees have all of them. */
const FACE = { regular: "DejaVuSans.ttf", bold: "DejaVuSans-Bold.ttf" } as const;

/** A4 in points, as is the margin. */
const MARGIN = 57;

/** Writes letters with pdfkit: tagged, with a title and a language, in a face that is inside the file (ISO 14289-1). */
export function createPdfkitWriter(): PdfWriter {
  const { resolve } = createRequire(import.meta.url);
  const [regular, bold] = [FACE.regular, FACE.bold].map((file) =>
    readFileSync(resolve(`dejavu-fonts-ttf/ttf/${file}`)),
  );
  if (!regular || !bold) throw new Error("the face for letters is not installed");
  return {
    write(letter, attachment, at) {
      const title = withoutMarks(letter.documentTitle);
      const author = withoutMarks(letter.bank);
      const document = new PDFDocument({
        size: "A4",
        margin: MARGIN,
        pdfVersion: "1.7",
        // Known to pdfkit since 0.15, and not yet to its types.
        subset: "PDF/UA" as never,
        tagged: true,
        lang: letter.language,
        displayTitle: true,
        info: { Title: title, Author: author, CreationDate: at, ModDate: at },
        // Otherwise a standard face is set that is not in the file.
        font: null as never,
        autoFirstPage: false,
      });
      document.registerFont("regular", regular);
      document.registerFont("bold", bold);
      document.font("regular");
      const bytes = bytesOf(document);
      attach(document, attachment, at);
      document.addPage();
      writeLetter(createTypesetter(document, directionOf(letter.language)), letter);
      document.end();
      return bytes;
    },
  };
}

/** As it is, so that it is found by whoever checks the file, without reading the rest of it. */
function attach(document: PDFKit.PDFDocument, { text, name, type, description }: Attachment, at: Date): void {
  const { compress } = document;
  document.compress = false;
  const told = { name, type, description, creationDate: at, modifiedDate: at };
  document.file(Buffer.from(text), { ...told, relationship: "Data" } as typeof told);
  document.compress = compress;
}

function writeLetter(typesetter: Typesetter, letter: ReceiptLetter): void {
  typesetter.paragraph("P", letter.bank, { size: 11, bold: true, after: 16 });
  typesetter.paragraph("H1", letter.title, { size: 20, bold: true, after: 6 });
  typesetter.paragraph("P", letter.answer, { size: 12, after: 4 });
  for (const section of letter.sections) writeSection(typesetter, section);
  typesetter.end();
}

function writeSection(typesetter: Typesetter, { title, text, items = [], facts = [] }: LetterSection): void {
  typesetter.section(() => {
    typesetter.paragraph("H2", title, { size: 12, bold: true, before: 12, after: 4, keepWithNext: true });
    if (text !== undefined) typesetter.paragraph("P", text, BODY);
    if (items.length > 0) typesetter.list(items);
    if (facts.length > 0) typesetter.facts(facts);
  });
}

function bytesOf(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
}
