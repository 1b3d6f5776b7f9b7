import { piecesOf } from "~/domain/shared/isolated-text";

/** One of our sentences, with the names in it isolated from the direction of the words around them. */
export function Sentence({ children }: { children: string }) {
  return (
    <>
      {piecesOf(children).map((piece, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server; pieces never move
        piece.isolated ? <bdi key={index}>{piece.text}</bdi> : piece.text,
      )}
    </>
  );
}
