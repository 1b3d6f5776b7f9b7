import type { AccountSearchView } from "./account-choice-view";
import { LookButton } from "./look-button";
import { Sentence } from "./sentence";

/** Looks among many accounts without script: what is ticked is sent along, and comes back ticked (S-04). */
export function AccountSearch({ view }: { view: AccountSearchView }) {
  return (
    <div className="mb-4 print:hidden">
      <label htmlFor="find" className="font-semibold">
        {view.label}
      </label>
      <p id="find-hint" className="text-base text-soft">
        {view.hint}
      </p>
      <div className="mt-2 flex flex-wrap gap-3">
        <input
          id="find"
          type="search"
          name="find"
          defaultValue={view.find}
          maxLength={200}
          aria-describedby="find-hint"
          className="min-h-11 min-w-0 flex-1 basis-48 rounded border-2 border-edge bg-sheet px-3"
        />
        <LookButton show="find">{view.button}</LookButton>
      </div>
      {view.result && (
        <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <p>
            <Sentence>{view.result.text}</Sentence>
          </p>
          <LookButton show="clear">{view.result.clear}</LookButton>
        </div>
      )}
    </div>
  );
}
