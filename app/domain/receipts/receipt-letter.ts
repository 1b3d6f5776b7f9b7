/**
 * A receipt in words, in reading order: one and the same on the page and on paper. Names from outside are isolated from
 * the direction of the words around them (U+2068, U+2069).
 */
export interface ReceiptLetter {
  /** BCP 47. */
  readonly language: string;
  readonly documentTitle: string;
  readonly bank: string;
  readonly title: string;
  /** The answer in one sentence. */
  readonly answer: string;
  readonly sections: readonly LetterSection[];
}

export interface LetterSection {
  readonly title: string;
  readonly text?: string;
  readonly items?: readonly string[];
  readonly facts?: readonly LetterFact[];
}

export interface LetterFact {
  readonly label: string;
  readonly value: string;
}
