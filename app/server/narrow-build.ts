import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";

/**
 * One build, one request handler per section of the site. Remix matches a request against every route it was given, at
 * about 28 µs per route and document, so each handler gets only the routes that paths of its section could match: those
 * whose pattern fits the first `depth` segments. Filtering by the first segment alone is wrong (it loses "/" from the
 * client's partial manifest, and root splats and parameters from the matching); the differential test holds this.
 */
export interface Section {
  readonly handle: RequestHandler;
  /** The section's name in logs and metrics, such as `/consent/*`. Made of known words only, never of what was sent. */
  readonly label: string;
}

export interface NarrowBuild {
  /** The section of a request. `pathname` as in a URL. */
  resolve(pathname: string): Section;
  /** The section of a route path: as `resolve`, without reading a `.data` suffix. */
  resolvePath(path: string): Section;
  readonly full: Section;
}

/** Stands for any segment that no route spells out; it contains what no path segment can. */
const UNKNOWN = "/";

export function narrow(build: ServerBuild, mode: string, depth = 2): NarrowBuild {
  const patterns = Object.entries(build.routes).map(([id]) => ({ id, segments: patternOf(build, id) }));
  const known = Array.from(
    { length: depth },
    (_, i) =>
      new Set(patterns.flatMap(({ segments }) => (i < segments.length && isStatic(segments[i]!) ? segments[i]! : []))),
  );
  const sections = new Map<string, Section>();
  const full: Section = { handle: createRequestHandler(build, mode), label: "any" };

  function resolvePath(path: string): Section {
    // Escapes and empty segments are Remix's to interpret: always right, only slower.
    if (path.includes("%") || path.includes("//")) return full;
    const all = path.toLowerCase().split("/").filter(Boolean);
    const segments = all.slice(0, depth).map((segment, i) => (known[i]!.has(segment) ? segment : UNKNOWN));
    const endsHere = all.length <= depth;
    // Known words only, so that requests cannot grow the map.
    const key = `${segments.join("\n")}${endsHere ? "" : "\n…"}`;
    const section = sections.get(key) ?? createSection(segments, endsHere);
    sections.set(key, section);
    return section;
  }

  function createSection(segments: readonly string[], endsHere: boolean): Section {
    const kept = new Set<string>();
    for (const { id, segments: pattern } of patterns) {
      if (!fits(pattern, segments, endsHere)) continue;
      for (let at: string | undefined = id; at !== undefined; at = build.routes[at]?.parentId) kept.add(at);
    }
    const part: ServerBuild = {
      ...build,
      routes: pick(build.routes, kept),
      assets: { ...build.assets, routes: pick(build.assets.routes, kept) },
    };
    const words = segments.map((segment) => (segment === UNKNOWN ? "*" : segment));
    return { handle: createRequestHandler(part, mode), label: `/${[...words, ...(endsHere ? [] : ["…"])].join("/")}` };
  }

  return { resolve: (pathname) => resolvePath(withoutDataSuffix(pathname)), resolvePath, full };
}

/** Single Fetch asks for `/consent.data`, and for the root's data as `/_root.data`. */
function withoutDataSuffix(pathname: string): string {
  if (!pathname.endsWith(".data")) return pathname;
  const path = pathname.slice(0, -".data".length);
  return path === "/_root" ? "/" : path;
}

/** The lower-cased segments of a route's whole branch; Remix matches without regard to case. */
function patternOf(build: ServerBuild, id: string): string[] {
  const route = build.routes[id];
  if (!route) return [];
  const own = (route.path ?? "").toLowerCase().split("/").filter(Boolean);
  return [...(route.parentId ? patternOf(build, route.parentId) : []), ...own];
}

function isOpen(segment: string): boolean {
  return segment.includes("*") || segment.endsWith("?");
}

function isStatic(segment: string): boolean {
  return !segment.startsWith(":") && !isOpen(segment);
}

/** Shorter patterns fit too: they are the ancestors whose index routes the client's partial manifest must hold. */
function fits(pattern: readonly string[], segments: readonly string[], endsHere: boolean): boolean {
  for (const [i, expected] of pattern.entries()) {
    if (isOpen(expected)) return true;
    const segment = segments[i];
    if (segment === undefined) return !endsHere;
    if (!expected.startsWith(":") && expected !== segment) return false;
  }
  return true;
}

function pick<T>(record: Readonly<Record<string, T>>, keys: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.has(key)));
}
