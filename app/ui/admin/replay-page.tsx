export interface ReplayView {
  readonly name: string;
  /** "1 delivery", "1,204 deliveries": as many as go now. */
  readonly what: string;
  readonly isOne: boolean;
  readonly isNone: boolean;
  readonly isMail: boolean;
  /** How many go at once, where there are more. */
  readonly atOnce?: string;
  /** How many wait to be sent to it now. */
  readonly queued?: string;
  readonly back: string;
}

/** Before what one recipient did not take is sent again, and between one part of it and the next. */
export function ReplayPage({ view }: { view: ReplayView }) {
  const { name, what, isOne, isNone, isMail, atOnce, queued, back } = view;
  const waiting = queued && (
    <p>
      {queued === "1" ? "1 delivery waits" : `${queued} deliveries wait`} to be sent to <code>{name}</code> now.
    </p>
  );
  if (isNone) {
    return (
      <>
        {waiting}
        <p>
          Nothing is left that <code>{name}</code> did not take.
        </p>
        <p className="acts">
          <a href={back}>Back to deliveries</a>
        </p>
      </>
    );
  }
  return (
    <form method="post">
      {waiting}
      {atOnce && (
        <p>
          <code>{name}</code> did not take more than {atOnce}. They go {atOnce} at a time: look at how it takes them
          before you send the next.
        </p>
      )}
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
