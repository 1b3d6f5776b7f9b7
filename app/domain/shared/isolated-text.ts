const LEFT_TO_RIGHT_ISOLATE = "\u2066";
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/**
 * Marks text from outside inside one of our sentences, so that a name in another script cannot reorder the words around
 * it (Unicode TR 9, section 2.4.2). `plainText` took such marks out of the text itself, so they cannot be forged or left
 * open. `Sentence` in `ui/` turns them into `bdi`.
 */
export const isolated = (text: string) => `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;

/** The same for what is made of digits and signs alone, and is read from left to right in every language. */
export const leftToRight = (text: string) => `${LEFT_TO_RIGHT_ISOLATE}${text}${POP_ISOLATE}`;

/** The sentence without the marks, also those of amounts, for places that are no markup: the title of the document. */
export const withoutIsolates = (text: string) => text.replace(/[\u2066-\u2069]/g, "");

export interface Piece {
  readonly text: string;
  readonly isolated: boolean;
}

/** Our words and the isolated names, in order. */
export function piecesOf(text: string): readonly Piece[] {
  return text
    .split(/\u2068([^\u2069]*)\u2069/)
    .map((piece, index) => ({ text: piece, isolated: index % 2 === 1 }))
    .filter((piece) => piece.text !== "");
}
