import LockKeyhole from "lucide-react/icons/lock-keyhole";
import type { AccountChoiceView, AccountRow, UnavailableRow } from "./consent-page-view";
import { Sentence } from "./sentence";

/**
 * Real boxes with real labels, none ticked by us (C-01). `autocomplete` is off so that a browser that restores a page
 * does not revive a tick (I-43). The server never believes what comes back: it intersects it with what it offered.
 */
export function AccountChoice({ view }: { view: AccountChoiceView }) {
  return (
    <fieldset
      className="counted mt-10 min-w-0 print:mt-4"
      aria-describedby={view.error ? "accounts-error accounts-hint" : "accounts-hint"}
    >
      <legend className="text-xl font-semibold tracking-tight">{view.title}</legend>
      <p id="accounts-hint" className="mb-3 text-soft">
        <Sentence>{view.hint}</Sentence>
      </p>
      {view.error && (
        <p id="accounts-error" className="mb-3 border-s-4 border-problem-line ps-3 font-semibold text-problem">
          <Sentence>{view.error}</Sentence>
        </p>
      )}
      <ul className={`divide-y divide-line rounded border ${view.error ? "border-problem-line" : "border-edge"}`}>
        {view.rows.map((row, index) => (
          <li key={row.id}>
            {view.choice === "locked" ? <LockedRow row={row} /> : <ChoiceRow row={row} view={view} index={index} />}
          </li>
        ))}
      </ul>
      {view.chosenOf && <p className="count mt-2 text-base text-soft">{view.chosenOf}</p>}
      {view.unavailable && <Unavailable view={view.unavailable} />}
    </fieldset>
  );
}

const ROW = "flex min-h-16 items-start gap-4 p-4 print:min-h-0 print:py-1.5";

function ChoiceRow({ row, view, index }: { row: AccountRow; view: AccountChoiceView; index: number }) {
  const id = `account-${index + 1}`;
  return (
    <label htmlFor={id} className={`${ROW} cursor-pointer hover:bg-tint has-checked:bg-tint`}>
      <input
        id={id}
        type={view.choice === "one" ? "radio" : "checkbox"}
        name="account"
        value={row.id}
        defaultChecked={row.chosen}
        autoComplete="off"
        className="mt-0.5 size-6 flex-none accent-action"
      />
      <AccountText row={row} />
    </label>
  );
}

/**
 * The account that the TPP named: shown, and nothing to choose (S-02). The hidden field repeats what is on the screen and
 * grants nothing; the server takes it only when it is the one account that it offers.
 */
function LockedRow({ row }: { row: AccountRow }) {
  return (
    <div className={ROW}>
      <LockKeyhole size={24} strokeWidth={1.75} className="mt-0.5 flex-none" />
      <input type="hidden" name="account" value={row.id} />
      <AccountText row={row} />
    </div>
  );
}

function AccountText({ row }: { row: Omit<AccountRow, "chosen"> }) {
  return (
    <span className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-6">
      <span className="min-w-0">
        <span className="block font-semibold">
          <Sentence>{row.nickname}</Sentence>
        </span>
        <span className="block text-base">
          {row.kind} <span aria-hidden="true">{row.number}</span>
          <span className="sr-only">{row.spokenNumber}</span>
        </span>
        {row.notes.map((note) => (
          <span key={note} className="block text-base text-soft">
            <Sentence>{note}</Sentence>
          </span>
        ))}
      </span>
      {row.balance && <span className="tabular-nums">{row.balance}</span>}
    </span>
  );
}

/** Not hidden and not in the way: each with the reason, in words (P-07). */
export function Unavailable({ view }: { view: { readonly title: string; readonly rows: readonly UnavailableRow[] } }) {
  return (
    <div className="mt-6 print:mt-2">
      <h3 className="font-semibold">{view.title}</h3>
      <ul className="mt-2 space-y-3 border-s-2 border-line ps-4 print:space-y-0">
        {view.rows.map((row) => (
          <li key={row.id}>
            <AccountText row={{ ...row, notes: [...row.notes, row.reason] }} />
          </li>
        ))}
      </ul>
    </div>
  );
}
