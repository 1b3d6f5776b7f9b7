import type { PartiesView, PartyView } from "./consent-page-view";
import { Monogram } from "./monogram";
import { Sentence } from "./sentence";

/** The bank and the app face to face, names in full (U-04). */
export function Parties({ view }: { view: PartiesView }) {
  return (
    <ul
      aria-label={view.label}
      className="mt-8 flex flex-col gap-4 border-y border-line py-5 sm:flex-row sm:items-center print:mt-3 print:flex-row print:py-2"
    >
      <Party view={view.bank} brand />
      <li className="ms-[1.4375rem] h-4 border-s-2 border-dashed border-edge sm:ms-0 sm:h-0 sm:w-12 sm:flex-none sm:border-s-0 sm:border-t-2 print:hidden">
        <span className="sr-only">{view.between}</span>
      </li>
      <Party view={view.app} />
    </ul>
  );
}

function Party({ view, brand = false }: { view: PartyView; brand?: boolean }) {
  return (
    <li className="flex min-w-0 flex-1 items-center gap-3">
      <Monogram letters={view.monogram} brand={brand} />
      <div className="min-w-0">
        <p className="font-semibold leading-6">
          <Sentence>{view.name}</Sentence>
        </p>
        <p className="text-base leading-6 text-soft">{view.note}</p>
        {view.registration && <p className="text-base leading-6 text-soft">{view.registration}</p>}
      </div>
    </li>
  );
}
