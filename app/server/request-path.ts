/** No address of ours is deeper than this. */
const MAX_SEGMENTS = 16;

/**
 * Remix matches every ancestor of a path when it renders scripts: a path of thousands of segments, which fits in one
 * request line, blocked the event loop for two seconds. Such paths are answered before Remix sees them.
 */
export function isTooDeep(path: string): boolean {
  let segments = 0;
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) {
    segments += 1;
    if (segments > MAX_SEGMENTS) return true;
  }
  return false;
}

/** Remix matches a path whose escapes mean nothing as it stands, and prints it to the log, where no path belongs. */
export function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** PostgreSQL takes no such character in any text: no name of ours has it, so that whatever is asked for is not there. */
export const holdsNul = (path: string): boolean => path.includes("%00");
