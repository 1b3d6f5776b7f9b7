import LockKeyhole from "lucide-react/icons/lock-keyhole";
import { AccountText } from "./account-text";
import type { AccountChoiceView, AccountRow } from "./consent-page-view";
import { Sentence } from "./sentence";
import { UnavailableAccounts } from "./unavailable-accounts";

/**
 * Real boxes with real labels, none ticked by us (C-01). `autocomplete` is off so that a browser that restores a page
 * does not revive a tick (I-43). The server never believes what comes back: it intersects it with what it offered.
 */
export function AccountChoice({ view }: { view: AccountChoiceView }) {
  const described = view.error ? "accounts-error accounts-hint" : "accounts-hint";
  return (
    <fieldset className="counted mt-10 min-w-0 print:mt-4" aria-describedby={described}>
      <legend className="text-xl font-semibold">{view.title}</legend>
      <p id="accounts-hint" className="mb-3 text-soft print:mb-1">
        <Sentence>{view.hint}</Sentence>
      </p>
      {view.error && (
        <p id="accounts-error" className="mb-3 border-s-4 border-problem-line ps-3 font-semibold text-problem">
          <Sentence>{view.error}</Sentence>
        </p>
      )}
      <ul className={`rows rounded border print:columns-2 ${view.error ? "border-problem-line" : "border-edge"}`}>
        {view.rows.map((row, index) => (
          <li key={row.id}>
            {view.choice === "locked" ? (
              <LockedRow row={row} />
            ) : (
              <ChoiceRow row={row} id={`account-${index + 1}`} type={view.choice === "one" ? "radio" : "checkbox"} />
            )}
          </li>
        ))}
      </ul>
      {view.chosenOf && <p className="count mt-2 text-base text-soft print:hidden">{view.chosenOf}</p>}
      {view.unavailable && <UnavailableAccounts view={view.unavailable} folded />}
    </fieldset>
  );
}

function ChoiceRow({ row, id, type }: { row: AccountRow; id: string; type: "radio" | "checkbox" }) {
  return (
    <label htmlFor={id} className="choice row">
      <input
        id={id}
        type={type}
        name="account"
        value={row.id}
        defaultChecked={row.chosen}
        autoComplete="off"
        className="size-6 flex-none accent-action"
      />
      <AccountText row={row} />
    </label>
  );
}

/** The account that the TPP named: shown, and nothing to choose or to send (S-02). */
function LockedRow({ row }: { row: AccountRow }) {
  return (
    <div className="row">
      <LockKeyhole size={24} strokeWidth={1.75} />
      <AccountText row={row} />
    </div>
  );
}
