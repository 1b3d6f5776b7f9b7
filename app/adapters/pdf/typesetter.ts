import type { LetterFact } from "~/domain/receipts/receipt-letter";
import type { Direction } from "~/domain/shared/direction";
import { breakIntoLines, hasRightToLeft, type Line, withoutMarks } from "./bidi-lines";

interface Style {
  /** Points, as all lengths here. */
  readonly size: number;
  readonly bold?: boolean;
  readonly before?: number;
  readonly after?: number;
  /** A heading does not stand alone at the foot of a page. */
  readonly keepWithNext?: boolean;
}

interface Place {
  readonly left: number;
  readonly width: number;
}

/** Puts paragraphs on pages, one below the other, each with its place in the order in which the file is read aloud. */
export interface Typesetter {
  paragraph(tag: "P" | "H1" | "H2", text: string, style: Style): void;
  list(items: readonly string[]): void;
  /** Each label beside its value. */
  facts(facts: readonly LetterFact[]): void;
  /** What `write` sets belongs together. */
  section(write: () => void): void;
  end(): void;
}

export const BODY: Style = { size: 10, after: 3 };
const LEADING = 1.4;
const INDENT = 14;
const LABEL_WIDTH = 150;
const GAP = 12;

/** Each part of a line is shaped as a whole: pdfkit alone would set the words of an Arabic name from left to right. */
const WHOLE = { lineBreak: false, features: [] };

export function createTypesetter(document: PDFKit.PDFDocument, direction: Direction): Typesetter {
  const { margins, width, height } = document.page;
  const column: Place = { left: margins.left, width: width - margins.left - margins.right };
  const foot = height - margins.bottom;
  const root = document.struct("Document");
  document.addStructure(root);
  let parent = root;
  let y = margins.top;

  const heightOf = (lines: readonly Line[], { size }: Style) => lines.length * size * LEADING;

  /** The part of a place that begins `from` its beginning, which is on the right where people read from there. */
  const within = ({ left, width: whole }: Place, from: number, wide: number): Place => ({
    left: direction === "rtl" ? left + whole - from - wide : left + from,
    width: wide,
  });

  function setStyle({ size, bold }: Style): void {
    document.font(bold ? "bold" : "regular").fontSize(size);
  }

  function linesOf(text: string, style: Style, place: Place): readonly Line[] {
    setStyle(style);
    const widthOf = (part: string) => document.widthOfString(withoutMarks(part));
    return breakIntoLines(printable(text, faceOf(document)), direction, place.width, widthOf);
  }

  function makeRoom(needed: number): void {
    if (y + needed <= foot || y === margins.top) return;
    document.addPage();
    y = margins.top;
  }

  function drawLine(line: Line, { left, width: whole }: Place, top: number): void {
    const parts = line.map((text) => ({ text, width: document.widthOfString(text, WHOLE) }));
    const total = parts.reduce((sum, part) => sum + part.width, 0);
    let x = direction === "rtl" ? left + whole - total : left;
    for (const part of parts) {
      document.text(part.text, x, top, WHOLE);
      x += part.width;
    }
  }

  /** @returns where the next line begins. */
  function draw(lines: readonly Line[], style: Style, place: Place, top: number): number {
    setStyle(style);
    for (const [index, line] of lines.entries()) drawLine(line, place, top + index * style.size * LEADING);
    return top + heightOf(lines, style);
  }

  /** What stands from right to left has its letters in the file as they are seen; read aloud is what is said beside them. */
  const element = (tag: string, text: string, content: () => void) =>
    document.struct(tag as "P", hasRightToLeft(text) ? { actual: withoutMarks(text) } : {}, [content as never]);

  /** A list whose rows have something small at their beginning and the rest beside it. */
  function rows(beside: number, gap: number, entries: readonly (readonly [begins: string, goesOn: string])[]): void {
    const list = document.struct("L");
    parent.add(list);
    const first = within(column, 0, beside);
    const second = within(column, beside + gap, column.width - beside - gap);
    for (const [begins, goesOn] of entries) {
      const label = linesOf(begins, BODY, first);
      const body = linesOf(goesOn, BODY, second);
      makeRoom(Math.max(heightOf(label, BODY), heightOf(body, BODY)));
      const top = y;
      list.add(
        document.struct("LI", {}, [
          element("Lbl", begins, () => draw(label, BODY, first, top)),
          element("LBody", goesOn, () => draw(body, BODY, second, top)),
        ]),
      );
      y = top + Math.max(heightOf(label, BODY), heightOf(body, BODY)) + (BODY.after ?? 0);
    }
    list.end();
    y += BODY.after ?? 0;
  }

  return {
    paragraph(tag, text, style) {
      y += style.before ?? 0;
      const lines = linesOf(text, style, column);
      makeRoom(heightOf(lines.slice(0, 1), style) + (style.keepWithNext ? 4 * BODY.size * LEADING : 0));
      parent.add(
        element(tag, text, () => {
          for (const line of lines) {
            makeRoom(heightOf([line], style));
            y = draw([line], style, column, y);
          }
        }),
      );
      y += style.after ?? 0;
    },
    list: (items) =>
      rows(
        INDENT - 4,
        4,
        items.map((item) => ["•", item]),
      ),
    facts: (facts) =>
      rows(
        LABEL_WIDTH,
        GAP,
        facts.map(({ label, value }) => [label, value]),
      ),
    section(write) {
      const outer = parent;
      parent = document.struct("Sect");
      outer.add(parent);
      write();
      parent.end();
      parent = outer;
    },
    end: () => root.end(),
  };
}

interface Face {
  hasGlyphForCodePoint(code: number): boolean;
}

/** pdfkit tells nobody whether a letter is in its face, and prints an empty box that is no letter to a reader. */
const faceOf = (document: PDFKit.PDFDocument) => (document as unknown as { _font: { font: Face } })._font.font;

const printable = (text: string, face: Face): string =>
  Array.from(text.replace(/[\t\r\n]/g, " "), (letter) =>
    withoutMarks(letter) === "" || face.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : "\uFFFD",
  ).join("");
