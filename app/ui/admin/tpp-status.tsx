import type { Word } from "./tpp-words";

/** A word and its shape. */
export function StatusWord({ view: { word, tone } }: { view: Word }) {
  return <span className={tone === "over" ? "status" : `status ${tone}`}>{word}</span>;
}
