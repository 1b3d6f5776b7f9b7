import { DashboardFrame } from "./dashboard-frame";
import { ShelfRow, Way } from "./shelf-row";
import type { SignedView } from "./signing-view";

/** What a customer signed of what others asked for, as rows of the shelf are. */
export function SignedPage({ view }: { view: SignedView }) {
  const { rows, nothing, pages } = view;
  return (
    <DashboardFrame view={view}>
      <div className="shelf">
        {rows.length > 0 && (
          <ul className="shelf-rows">
            {rows.map((row) => (
              <ShelfRow key={row.id} view={row} level="h2" />
            ))}
          </ul>
        )}
        {nothing && (
          <div className="shelf-nothing">
            <p className="font-semibold">{nothing.title}</p>
            <p className="text-soft">{nothing.teach}</p>
          </div>
        )}
      </div>
      {pages && (
        <nav aria-label={pages.label} className="ways mt-8">
          {pages.newer && <Way view={pages.newer} />}
          {pages.older && <Way view={pages.older} />}
        </nav>
      )}
    </DashboardFrame>
  );
}
