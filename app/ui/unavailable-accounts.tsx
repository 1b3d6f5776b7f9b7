import type { UnavailableView } from "./account-choice-view";
import { AccountText } from "./account-text";

interface UnavailableAccountsProps {
  readonly view: UnavailableView;
  /** Folded where there are others to choose, so that many closed accounts do not bury the open ones (I-35). */
  readonly folded?: boolean;
}

/** Not hidden and not in the way: each with the reason, in words (P-07). */
export function UnavailableAccounts({ view, folded = false }: UnavailableAccountsProps) {
  return (
    <details open={!folded} className="mt-4 print:mt-1">
      <summary className="flex min-h-11 items-center gap-3 text-base underline underline-offset-4">
        {view.title}
      </summary>
      {view.groups.map(({ reason, rows, left }) => (
        <div key={reason ?? ""} className="mb-3 border-s-4 border-line ps-4">
          {reason && <p className="text-base text-soft">{reason}</p>}
          <ul>
            {rows.map((row) => (
              <li key={row.id} className="py-2 print:py-0">
                <AccountText row={row.reason ? { ...row, notes: [...row.notes, row.reason] } : row} />
              </li>
            ))}
          </ul>
          {left && <p className="text-base text-soft">{left}</p>}
        </div>
      ))}
    </details>
  );
}
