import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

export interface StaticFiles {
  /** The answer for a file; `undefined` when there is none under this path. */
  answer(request: Request, pathname: string): Response | undefined;
}

/**
 * The browser's half of the build, read into memory once (a few hundred kilobytes). A request can only name what the
 * folder held at the start, so that no path leads out of it.
 *
 * @param folder holds `assets/`, whose names carry a hash of their content and may be kept for ever.
 * @param made files that are in no folder, by path.
 */
export function readStaticFiles(folder: string, made: ReadonlyMap<string, Buffer> = new Map()): StaticFiles {
  const read = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name) in TYPES)
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [`/${relative(folder, file).split(sep).join("/")}`, readFileSync(file)] as const;
    });
  const files = new Map(
    [...read, ...made].map(([path, content]) => [
      path,
      { content, compressed: compressed(path, content), headers: headersOf(path, content) },
    ]),
  );
  return {
    answer(request, pathname) {
      const file = files.get(pathname);
      if (!file) return undefined;
      if (request.method !== "GET" && request.method !== "HEAD") {
        return new Response(null, { status: 405, headers: { Allow: "GET, HEAD" } });
      }
      if (request.headers.get("if-none-match") === file.headers["ETag"]) {
        return new Response(null, { status: 304, headers: file.headers });
      }
      const brotli = file.compressed && /\bbr\b/.test(request.headers.get("accept-encoding") ?? "");
      const content = (brotli && file.compressed) || file.content;
      return new Response(request.method === "HEAD" ? null : new Uint8Array(content), {
        headers: {
          ...file.headers,
          "Content-Length": String(content.length),
          ...(brotli && { "Content-Encoding": "br" }),
        },
      });
    },
  };
}

/** The highest, 11, takes ten times as long for the last 7 %, and the app does not answer before it is done. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/**
 * Once, at the start. Pages are left as they are: a proxy may compress them, and what is compressed together with text
 * from outside gives its length away (BREACH).
 */
function compressed(path: string, content: Buffer): Buffer | undefined {
  return /^text\/|svg/.test(TYPES[extname(path)] ?? "") ? brotliCompressSync(content, QUALITY) : undefined;
}

function headersOf(path: string, content: Buffer): Record<string, string> {
  return {
    "Content-Type": TYPES[extname(path)]!,
    Vary: "Accept-Encoding",
    "Cache-Control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    ETag: `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`,
  };
}
