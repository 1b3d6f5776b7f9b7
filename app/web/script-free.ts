/**
 * A route with `handle = { noJs: true }` ships no script at all: the page works as HTML alone, and a page without script
 * cannot be scripted. One rule for the renderer (which picks how to render) and the root (which leaves `Scripts` out).
 */
export function isScriptFree(handles: Iterable<unknown>): boolean {
  for (const handle of handles) {
    if (typeof handle === "object" && handle !== null && "noJs" in handle && handle.noJs === true) return true;
  }
  return false;
}
