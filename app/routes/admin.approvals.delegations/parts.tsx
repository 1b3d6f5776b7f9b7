import { DELEGATION_DAYS } from "~/domain/approvals/delegation-days";
import type { Colleague } from "~/ports/approval-delegations";

/** Whom somebody lets decide in their name, and for how long. */
export function LendForm({ colleagues }: { readonly colleagues: readonly Colleague[] }) {
  return (
    <form method="post" className="fields">
      <label>
        <span>Colleague</span>
        <select name="to" required>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>For</span>
        <select name="days" defaultValue="7">
          {DELEGATION_DAYS.map((days) => (
            <option key={days} value={days}>
              {days === 1 ? "1 day" : `${days} days`}
            </option>
          ))}
        </select>
      </label>
      <div className="acts">
        <button type="submit" className="act first">
          Let them decide in your name
        </button>
      </div>
    </form>
  );
}
