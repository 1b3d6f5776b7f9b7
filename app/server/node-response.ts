import { once } from "node:events";
import type { ServerResponse } from "node:http";

/**
 * Writes a web response to a node one, at the pace of whoever reads it. Resolves when all is written or they left.
 *
 * @param headers in the place of the response's own.
 * @param html in the place of its body.
 */
export async function sendResponse(
  response: Response,
  headers: Headers,
  outgoing: ServerResponse,
  html?: string,
): Promise<void> {
  const { "set-cookie": _, ...others } = Object.fromEntries(headers);
  const cookies = headers.getSetCookie();
  outgoing.writeHead(response.status, {
    ...others,
    ...(cookies.length > 0 && { "set-cookie": cookies }),
    // Head and page leave in one piece then.
    ...(html !== undefined && { "content-length": Buffer.byteLength(html) }),
  });
  if (html !== undefined) {
    outgoing.end(html);
    return;
  }
  const reader = response.body?.getReader();
  if (!reader) {
    outgoing.end();
    return;
  }
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (outgoing.destroyed) return;
      if (!outgoing.write(value)) await Promise.race([once(outgoing, "drain"), once(outgoing, "close")]);
    }
    outgoing.end();
  } catch {
    // The head is sent: the only honest way left to say "this is not all" is to break the connection.
    outgoing.destroy();
  } finally {
    await reader.cancel().catch(() => {});
  }
}
