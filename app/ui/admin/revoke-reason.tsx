import { Reasons, type ReasonsView } from "./consent-act";

/** The first step of an end: why. The second shows what the customer will read of it, and does it. */
export function RevokeReason({ view, back }: { view: ReasonsView; back: string }) {
  return (
    <form method="get" className="fields">
      <p>An end cannot be taken back. Choose why; the next page shows what the customer will read, and ends it.</p>
      <Reasons view={view} />
      <p className="acts">
        <button type="submit" className="act first">
          Go on
        </button>
        <a href={back}>Back to the consent</a>
      </p>
    </form>
  );
}
