import type { ChangeTag } from "./facts-view";
import { Sentence } from "./sentence";

interface Tagged {
  readonly tag?: ChangeTag | undefined;
}

/** "New", "Changed" or "Removed", in letters and before what it is said of, so that it is heard as it is seen (P-11). */
export function TagOf({ tag }: Tagged) {
  return tag ? <b className={`change ${tag.is}`}>{tag.label} </b> : null;
}

/** What it was, under what it is now. */
export function BeforeChange({ tag }: Tagged) {
  return tag?.before === undefined ? null : (
    <small className="was">
      <Sentence>{tag.before}</Sentence>
    </small>
  );
}
