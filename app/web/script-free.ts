/**
 * A route with `handle = { noJs: true }` ships no script at all: the page works as HTML alone, and a page without script
 * cannot be scripted. One rule for the renderer (which picks how to render) and the root (which leaves `Scripts` out).
 */
export const isScriptFree = (handles: Iterable<unknown>): boolean => isSaid("noJs", handles);

/** With `ownScript: true` beside it a page carries a few lines of its own, and works without them. */
export const hasOwnScript = (handles: Iterable<unknown>): boolean => isSaid("ownScript", handles);

function isSaid(what: "noJs" | "ownScript", handles: Iterable<unknown>): boolean {
  for (const handle of handles) {
    if (typeof handle === "object" && handle !== null && (handle as Record<string, unknown>)[what] === true)
      return true;
  }
  return false;
}
