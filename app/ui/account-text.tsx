import type { AccountRow } from "./account-choice-view";
import { Sentence } from "./sentence";

/**
 * Name first, then the kind and the end of the number (S-10): the same wherever an account is shown. It is written for
 * hundreds of them: what they look like stands in the style sheet once.
 */
export function AccountText({ row }: { row: Omit<AccountRow, "chosen"> }) {
  return (
    <span className="account">
      <span>
        <strong>
          <Sentence>{row.nickname}</Sentence>
        </strong>
        <span className="figures">
          {row.kind && `${row.kind} `}
          <bdi aria-hidden="true">{row.number}</bdi>
          <span className="sr-only">{row.spokenNumber}</span>
        </span>
        {row.notes.map((note) => (
          <span key={note} className="text-soft">
            <Sentence>{note}</Sentence>
          </span>
        ))}
      </span>
      {row.balance && <span className="figures">{row.balance}</span>}
    </span>
  );
}
