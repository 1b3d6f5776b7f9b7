export interface ReplayView {
  readonly name: string;
  readonly count: string;
  readonly isOne: boolean;
  readonly isNone: boolean;
  readonly isMail: boolean;
  readonly back: string;
}

/** Before everything is sent again that one recipient did not take. */
export function ReplayPage({ view: { name, count, isOne, isNone, isMail, back } }: { view: ReplayView }) {
  if (isNone) {
    return (
      <>
        <p>
          Nothing is left that <code>{name}</code> did not take.
        </p>
        <p className="acts">
          <a href={back}>Back to deliveries</a>
        </p>
      </>
    );
  }
  const what = isOne ? "1 delivery" : `${count} deliveries`;
  return (
    <form method="post">
      <p>
        {what} to <code>{name}</code> will be sent again as{" "}
        {isOne ? "it was, under its own id" : "they were, each under its own id"}.{" "}
        {isMail
          ? "Customers get mail now about what may have happened long ago."
          : "The oldest change of each consent goes first."}
      </p>
      <p className="acts">
        <button type="submit" className="act danger">
          Send {what} again
        </button>
        <a href={back}>Leave them</a>
      </p>
    </form>
  );
}
