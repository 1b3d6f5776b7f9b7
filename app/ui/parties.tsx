import type { ReactNode } from "react";
import type { PartiesView, PartyView } from "./consent-page-view";
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
        {view.legal && (
          <details>
            <summary className="bare min-h-6 underline">{view.legal.title}</summary>
            <Sentence>{view.legal.text}</Sentence>
          </details>
        )}
        {view.acquaintance && <span className="font-semibold text-ink">{view.acquaintance}</span>}
      </span>
    </li>
  );
}
