import type { ServerBuild } from "@remix-run/node";
import type { NarrowBuild } from "./narrow-build";
import { isDecodable, isTooDeep } from "./request-path";

export const MANIFEST_PATH = "/__manifest";

const MAX_PATHS = 100;
const MAX_PATH_LENGTH = 512;

/**
 * Route discovery ("which routes could these links lead to?"), answered by the narrow handlers: Remix's own matches
 * every prefix of every path against every route, and one deep path blocks the process for seconds.
 *
 * The answer is public: it names routes and chunk addresses to anyone who asks.
 */
export async function answerManifest(request: Request, build: ServerBuild, sections: NarrowBuild): Promise<Response> {
  const { origin, searchParams } = new URL(request.url);
  const paths = [...new Set(searchParams.getAll("p"))];
  const isAskable = (path: string) => path.length <= MAX_PATH_LENGTH && !isTooDeep(path) && isDecodable(path);
  if (paths.length > MAX_PATHS || !paths.every(isAskable)) return new Response(null, { status: 400 });
  // An old page is told to load its document anew, and a request without paths is refused: both by Remix itself.
  if (searchParams.get("version") !== build.assets.version || paths.length === 0) return sections.full.handle(request);

  const found: Record<string, unknown> = {};
  for (const path of paths) {
    const query = new URLSearchParams({ p: path, version: build.assets.version });
    const { handle } = sections.resolvePath(path.startsWith("/") ? path : `/${path}`);
    const answer = await handle(new Request(`${origin}${MANIFEST_PATH}?${query}`, { signal: request.signal }));
    if (!answer.ok) return answer;
    Object.assign(found, await answer.json());
  }
  return Response.json(found, { headers: { "Cache-Control": "public, max-age=31536000, immutable" } });
}
