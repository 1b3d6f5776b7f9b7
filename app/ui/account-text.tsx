import type { AccountRow } from "./consent-page-view";
import { Sentence } from "./sentence";

/** Name first, then the kind and the end of the number (S-10): the same wherever an account is shown. */
export function AccountText({ row }: { row: Omit<AccountRow, "chosen"> }) {
  return (
    <span className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-6">
      <span className="min-w-0 text-base">
        <strong className="block text-lg leading-6">
          <Sentence>{row.nickname}</Sentence>
        </strong>
        <span className="block figures">
          {row.kind} <bdi aria-hidden="true">{row.number}</bdi>
          <span className="sr-only">{row.spokenNumber}</span>
        </span>
        {row.notes.map((note) => (
          <span key={note} className="block text-soft">
            <Sentence>{note}</Sentence>
          </span>
        ))}
      </span>
      {row.balance && <span className="figures leading-6">{row.balance}</span>}
    </span>
  );
}
