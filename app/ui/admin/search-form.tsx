import { paths } from "~/paths";
import type { Choice, SearchFormView } from "./consent-list-view";

/** Everything that a list can be narrowed by: a form whose answer is an address. */
export function SearchForm({ view: { kept, kinds, statuses, tpps, ranges, open } }: { view: SearchFormView }) {
  return (
    <details className="narrow" open={open}>
      <summary>Narrow the list</summary>
      <form action={paths.adminConsents} className="search-form">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Boxes name="kind" legend="Kind" choices={kinds} />
        <Boxes name="status" legend="Status" choices={statuses} />
        <div>
          {tpps.length > 0 && (
            <label className="field">
              <span className="field-name">TPP</span>
              <select name="tpp" defaultValue={tpps.find(({ chosen }) => chosen)?.value ?? ""}>
                <option value="">Any</option>
                {tpps.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          )}
          {ranges.map(({ name, label, from, to }) => (
            <fieldset key={name} className="range">
              <legend className="field-name">{label}</legend>
              <label>
                <span>from</span>
                <input type="date" name={`${name}-from`} defaultValue={from} />
              </label>
              <label>
                <span>to</span>
                <input type="date" name={`${name}-to`} defaultValue={to} />
              </label>
            </fieldset>
          ))}
          <p>
            <small>Days by UTC, both included.</small>
          </p>
        </div>
        <p className="acts">
          <button type="submit" className="act first">
            Show
          </button>
        </p>
      </form>
    </details>
  );
}

function Boxes({ name, legend, choices }: { name: string; legend: string; choices: readonly Choice[] }) {
  return (
    <fieldset>
      <legend className="field-name">{legend}</legend>
      {choices.map(({ value, label, chosen }) => (
        <label key={value} className="choice">
          <input type="checkbox" name={name} value={value} defaultChecked={chosen} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
