import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";

/** A file to keep. Its name says what it is, and nothing about whose. */
export function fileAnswer(body: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return new Response(body, {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"` },
  });
}

/** The same of a file that is as long as it is: its end is told by the connection, also where it breaks. */
export function fileStream(text: AsyncIterable<string>, type: string, name: string): Response {
  return new Response(createReadableStreamFromReadable(Readable.from(text, { objectMode: false })), {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"` },
  });
}
