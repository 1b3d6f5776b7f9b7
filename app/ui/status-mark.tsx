import type { DrawingName } from "./drawings";
import { Icon } from "./icon";
import type { StatusView } from "./present-status";

/** Never by colour: each has a word, and a shape of its own. */
const SHAPES = {
  "needs-action": "triangle-alert",
  active: "check",
  paused: "lock",
  stopping: "repeat",
  pausing: "repeat",
  resuming: "repeat",
  done: "check",
  ended: "x",
} as const satisfies Record<StatusView["is"], DrawingName>;

/** How a consent stands, with the true reason where it ended. */
export function StatusMark({ view: { is, label, why } }: { view: StatusView }) {
  return (
    <span className="flex items-center gap-2" data-status={is}>
      <Icon of={SHAPES[is]} />
      <span>
        {label}
        {why && <span className="text-soft">. {why}</span>}
      </span>
    </span>
  );
}
