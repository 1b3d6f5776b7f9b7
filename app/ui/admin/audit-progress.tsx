import type { CheckProgress } from "./audit-view";

/** How far something has come; the page looks again by itself. */
export function Progress({ label, view: { words, bar } }: { label: string; view: CheckProgress }) {
  return (
    <div className="notice">
      {bar && <progress aria-label={label} value={bar.value} max={bar.max} />}
      <p>{words}</p>
    </div>
  );
}
