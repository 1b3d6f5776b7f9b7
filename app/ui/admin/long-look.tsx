import type { ReactNode } from "react";
import type { LongLookView } from "./audit-view";

interface LongLookProps {
  /** Of the bar. */
  readonly label: string;
  readonly running: LongLookView | undefined;
  /** What it does, and the button that begins it. */
  readonly children: ReactNode;
}

/**
 * A look through much that goes on in the background: how far it has come, and for whoever asked for it how to end it; while
 * none is under way, how to begin one. The page looks again by itself.
 */
export function LongLook({ label, running, children }: LongLookProps) {
  if (!running) return <form method="post">{children}</form>;
  const { words, bar, isOwn } = running;
  return (
    <>
      <div className="notice">
        {bar && <progress aria-label={label} value={bar.value} max={bar.max} />}
        <p>{words}</p>
      </div>
      {isOwn && (
        <form method="post" className="acts">
          <button type="submit" name="act" value="stop" className="act">
            Stop it
          </button>
        </form>
      )}
    </>
  );
}
