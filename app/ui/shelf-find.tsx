import { paths } from "~/paths";
import { Way } from "./shelf-row";
import type { FindView } from "./shelf-view";

/** Looks through a list: a form whose answer is an address (D-19, C-18). */
export function ShelfFind({ view: { label, kept, text, choices, search, all } }: { view: FindView }) {
  return (
    <search aria-label={label}>
      <form method="get" action={paths.dashboard} className="shelf-find">
        {kept.map(({ name, value }) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          <span>{text.label}</span>
          <input type="search" name="find" defaultValue={text.value} maxLength={100} autoComplete="off" />
        </label>
        {choices.map((choice) => (
          <label key={choice.name}>
            <span>{choice.label}</span>
            <select name={choice.name} defaultValue={choice.value} autoComplete="off">
              {choice.options.map(({ value, label: option }) => (
                <option key={value} value={value}>
                  {option}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit">{search}</button>
        {all && <Way view={all} />}
      </form>
    </search>
  );
}
