import type { RequestHandler, ServerBuild } from "@remix-run/node";
import { narrow } from "./narrow-build";

export interface Asked {
  readonly method: string;
  readonly target: string;
  readonly body?: string | undefined;
}

/**
 * Asks the full handler and the narrow one the same, and says where their answers differ.
 *
 * @returns one line for each request that was answered differently.
 */
export async function differences(build: ServerBuild, asked: readonly Asked[], depth = 2): Promise<string[]> {
  const { full, resolve } = narrow(build, "production", depth);
  const found: string[] = [];
  for (const each of asked) {
    const { pathname } = new URL(`http://app.test${each.target}`);
    const [expected, actual] = [await read(full.handle, each), await read(resolve(pathname).handle, each)];
    if (expected !== actual) found.push(`${each.method} ${each.target}\n  full   ${expected}\n  narrow ${actual}`);
  }
  return found;
}

async function read(handle: RequestHandler, { method, target, body }: Asked): Promise<string> {
  const gone = new AbortController();
  const init = { method, signal: gone.signal, ...(body === undefined ? {} : { body }) };
  const response = await handle(new Request(`http://app.test${target}`, init), { nonce: "n", scripts: false });
  const text = withoutVariation(await response.text());
  gone.abort();
  return JSON.stringify([response.status, [...response.headers].sort(), text]);
}

/** The order of the routes in an inlined manifest follows the build's, which means nothing. */
function withoutVariation(text: string): string {
  return text
    .replace(/window\.__remixManifest = (\{.*?\});/gs, (_, manifest: string) => sorted(JSON.parse(manifest)))
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "uuid");
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/**
 * Requests over paths made of `words`, and of what no route knows, in every shape that Remix reads differently.
 *
 * @param seed the same seed makes the same requests.
 */
export function requestsOver(words: readonly string[], count: number, seed: number): Asked[] {
  const next = mulberry32(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const plain = words.flatMap((word) => word.split("/")).map((word) => word.replace(/[*?]/g, ""));
  const known = plain.filter((word) => word && !word.startsWith(":"));
  const escaped = known.map((word) => `%${word.charCodeAt(0).toString(16)}${word.slice(1)}`);
  const segments = [...known, ...known, ...escaped, "x", "42", "_root", "a.json", "%41", "%zz", ""];
  return Array.from({ length: count }, () => {
    const path = `/${Array.from({ length: Math.floor(next() * 6) }, () => one(segments)).join("/")}`;
    const shaped = one([
      path,
      path,
      path,
      path.toUpperCase(),
      `${path}/`,
      path === "/" ? "/_root.data" : `${path}.data`,
    ]);
    const query = one(["", "", "", "?index", "?_routes=root", "?_routes=nowhere", "?_data=root", "?q=1&index"]);
    const method = one(["GET", "GET", "GET", "HEAD", "POST", "POST", "PUT", "DELETE", "OPTIONS"]);
    const hasBody = method === "POST" || method === "PUT" || method === "DELETE";
    return {
      method,
      target: shaped + query,
      body: hasBody ? one(["a=1", "a=redirect", "a=response", "a=error"]) : undefined,
    };
  });
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
