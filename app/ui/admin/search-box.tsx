import { paths } from "~/paths";
import type { SearchBoxView } from "./consent-list-view";

/** Posted, and not asked for by address: somebody may type the number of an account. */
export function SearchBox({ view: { text, within } }: { view: SearchBoxView }) {
  return (
    <search>
      <form method="post" action={paths.adminConsents} className="search-box" autoComplete="off">
        <input type="hidden" name="within" value={within} />
        <label>
          <span className="field-name">Look for</span>
          <input type="search" name="q" defaultValue={text} maxLength={200} data-key="/" aria-describedby="box-hint" />
        </label>
        <button type="submit" className="act first">
          Search
        </button>
        <small id="box-hint">
          A consent’s id or how it begins, a customer’s number or 3 letters of a name, an account number or IBAN, a TPP.
        </small>
      </form>
    </search>
  );
}
