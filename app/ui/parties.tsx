import type { ReactNode } from "react";
import type { Note, PartiesView, PartyView } from "./consent-page-view";
import { BankTile, Monogram } from "./monogram";
import { Sentence } from "./sentence";

/** The bank and the app face to face, names in full (U-04). */
export function Parties({ view }: { view: PartiesView }) {
  return (
    <ul aria-label={view.label} className="parties">
      <Party view={view.bank} tile={<BankTile />} />
      <li>
        <span className="sr-only">{view.between}</span>
      </li>
      <Party view={view.app} tile={<Monogram>{view.app.monogram}</Monogram>} />
    </ul>
  );
}

function Party({ view, tile }: { view: PartyView; tile: ReactNode }) {
  return (
    <li className="party">
      {tile}
      <span>
        <strong>
          <Sentence>{view.name}</Sentence>
        </strong>
        {view.looksLike && (
          <span className="border-s-4 border-edge ps-3 text-ink">
            <Sentence>{view.looksLike}</Sentence>
          </span>
        )}
        <span>{view.note}</span>
        {view.registration && (
          <span>
            <Sentence>{view.registration}</Sentence>
          </span>
        )}
        {view.whole && <Unfolded note={view.whole} />}
        {view.legal && <Unfolded note={view.legal} />}
        {view.acquaintance && <span className="font-semibold text-ink">{view.acquaintance}</span>}
      </span>
    </li>
  );
}

function Unfolded({ note }: { note: Note }) {
  return (
    <details>
      <summary className="bare min-h-6 underline">{note.title}</summary>
      <span className="wrap-anywhere">
        <Sentence>{note.text}</Sentence>
      </span>
    </details>
  );
}
