import type { ReactNode } from "react";
import type { PartiesView, PartyView } from "./consent-page-view";
import { BankTile, Monogram } from "./monogram";
import { Sentence } from "./sentence";

/** The bank and the app face to face, names in full (U-04). */
export function Parties({ view }: { view: PartiesView }) {
  return (
    <ul
      aria-label={view.label}
      className="mt-8 flex flex-col border-y border-line py-5 sm:flex-row sm:items-center sm:gap-4 print:mt-3 print:flex-row print:items-center print:gap-4 print:py-2"
    >
      <Party view={view.bank} tile={<BankTile />} className="sm:max-w-[45%] sm:shrink-0" />
      <li className="ms-6 min-h-5 min-w-8 flex-1 border-s-2 border-dashed border-edge sm:ms-0 sm:min-h-0 sm:border-s-0 sm:border-t-2 print:ms-0 print:min-h-0 print:border-s-0 print:border-t-2">
        <span className="sr-only">{view.between}</span>
      </li>
      <Party view={view.app} tile={<Monogram>{view.app.monogram}</Monogram>} />
    </ul>
  );
}

/** Only the app's name may be of any length: it gives way, and the bank's stays whole. */
function Party({ view, tile, className = "" }: { view: PartyView; tile: ReactNode; className?: string }) {
  return (
    <li className={`flex min-w-0 items-center gap-3 ${className}`}>
      {tile}
      <span className="min-w-0 text-base">
        <strong className="block text-lg leading-6">
          <Sentence>{view.name}</Sentence>
        </strong>
        {view.looksLike && (
          <span className="block border-s-4 border-edge ps-3">
            <Sentence>{view.looksLike}</Sentence>
          </span>
        )}
        <span className="block text-soft">{view.note}</span>
        {view.registration && (
          <span className="block text-soft">
            <Sentence>{view.registration}</Sentence>
          </span>
        )}
        {view.legal && (
          <details>
            <summary className="min-h-6 cursor-pointer underline">{view.legal.title}</summary>
            <Sentence>{view.legal.text}</Sentence>
          </details>
        )}
        {view.acquaintance && <span className="block font-semibold">{view.acquaintance}</span>}
      </span>
    </li>
  );
}
