import { paths } from "~/paths";
import type { LinkView, LookView, SaveView } from "./consent-list-view";

/** What this person keeps for themselves: searches, columns, the height of rows. */
export function ListUpkeep({ saved, save, look }: { saved: readonly LinkView[]; save: SaveView; look: LookView }) {
  return (
    <>
      <details className="narrow">
        <summary>Saved searches</summary>
        {saved.length > 0 && (
          <ul>
            {saved.map(({ href, label }) => (
              <li key={href + label}>
                <a href={href}>
                  <bdi>{label}</bdi>
                </a>
              </li>
            ))}
          </ul>
        )}
        {save.can ? (
          <form method="post" action={paths.adminSearches} className="save-search">
            <input type="hidden" name="act" value="save" />
            <input type="hidden" name="query" value={save.query} />
            <label>
              <span className="field-name">Save this search as</span>
              <input type="text" name="name" required maxLength={60} autoComplete="off" />
            </label>
            <button type="submit" className="act">
              Save
            </button>
          </form>
        ) : (
          <p>{save.why}</p>
        )}
        <p>
          <a href={paths.adminSearches}>All your saved searches</a>
        </p>
      </details>
      <details className="narrow">
        <summary>Columns and row height</summary>
        <form method="post" action={paths.adminSearches} className="search-form">
          <input type="hidden" name="act" value="look" />
          <input type="hidden" name="back" value={look.back} />
          <fieldset>
            <legend className="field-name">Columns</legend>
            {look.columns.map(({ value, label, chosen }) => (
              <label key={value} className="choice">
                <input type="checkbox" name="column" value={value} defaultChecked={chosen} />
                {label}
              </label>
            ))}
          </fieldset>
          <label className="choice">
            <input type="checkbox" name="comfortable" value="yes" defaultChecked={look.comfortable} />
            Taller rows
          </label>
          <p className="acts">
            <button type="submit" className="act">
              Keep
            </button>
          </p>
        </form>
      </details>
    </>
  );
}
