import type { TimeView } from "./consent-page-view";

/** Seconds before the end at which the customer is told (P-26; WCAG 2.2.1 asks for twenty). */
const TOLD_BEFORE = 120;

/**
 * Comes up when the time to answer is nearly over, without script: the style sheet waits. The sentence names the time of
 * day, so that it is true whenever it is read, also in a tab that slept. Its button keeps what was chosen: it belongs to
 * the form of the page.
 *
 * @param seconds that were left when the page was made; rounded down to ten, for which the style sheet has names.
 */
export function TimeNearlyOver({ view, seconds, form }: { view: TimeView; seconds: number; form: string }) {
  const wait = Math.min(Math.max(0, seconds - TOLD_BEFORE), LONGEST_WAIT);
  const [minutes, tens] = [Math.floor(wait / 60), Math.floor((wait % 60) / 10)];
  return (
    <div role="status" className="sticky bottom-0 z-10 print:hidden">
      <div className={`after-wait minutes-${minutes} tens-${tens}`}>
        <div className="flex flex-wrap items-center justify-center gap-x-6 gap-y-3 border-t-2 border-problem-line bg-problem-tint px-4 py-3 text-lg text-problem">
          <span>{view.nearlyOver}</span>
          {view.more && (
            <button
              type="submit"
              name="show"
              value="longer"
              form={form}
              className="min-h-11 rounded border-2 border-current bg-sheet px-5 py-1 font-semibold"
            >
              {view.more}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

/** As far as the names in the style sheet go; whoever has longer is told early, which takes nothing from them. */
const LONGEST_WAIT = 14 * 60 + 59;
