import type { ChipView } from "./consent-list-view";

/** What the list holds, as one sentence; each part of it can be taken away. */
export function SearchChips({ chips }: { chips: readonly ChipView[] }) {
  if (chips.length === 0) return <p className="sentence">All consents</p>;
  return (
    <ul className="sentence" aria-label="What is listed">
      <li>Consents</li>
      {chips.map(({ words, value, without }) => (
        <li key={without} className="chip">
          <span className="chip-words">
            {words}
            {value !== undefined && (
              <>
                {" "}
                <bdi>{value}</bdi>
              </>
            )}
          </span>
          <a href={without}>
            <span aria-hidden="true">×</span>
            <span className="unseen">
              Without “{words}
              {value !== undefined && ` ${value}`}”
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
