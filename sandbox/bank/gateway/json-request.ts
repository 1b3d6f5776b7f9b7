import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { z } from "zod";
import type { GatewayContext } from "./caller.ts";
import { badRequest, Refusal } from "./refusal.ts";

/** Far more than any message of the standard; what is larger is not read. */
const MAX_BODY_BYTES = 64 * 1024;

export const limitBody = (): MiddlewareHandler =>
  bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: () => {
      // The rest is never read (RFC 9110 section 15.5.14): unannounced, the end of the connection would hit the next call.
      throw new Refusal(413, undefined, { connection: "close" });
    },
  });

/** @throws Refusal 415 */
export function requireJsonSent(context: GatewayContext): void {
  const [type] = (context.req.header("content-type") ?? "").split(";");
  if (type?.trim().toLowerCase() !== "application/json") throw new Refusal(415);
}

/**
 * @param whole what to name when the fault is no single element's.
 * @throws Refusal 400 naming the first element that is missing, unexpected or of another type.
 */
export function readJson<T>(body: Uint8Array, shape: z.ZodType<T>, whole: string | undefined): T {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw badRequest("Resource.InvalidFormat", "The body is not JSON.");
  }
  const read = shape.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = issue?.path.join(".") ?? "";
  if (issue?.code === "unrecognized_keys") {
    throw badRequest("Field.Unexpected", "There is an element that does not belong here.", path || whole);
  }
  const missing = issue?.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)?.[key], json);
  throw missing === undefined
    ? badRequest("Field.Missing", "A mandatory element is missing.", path || whole)
    : badRequest("Field.Invalid", "An element has the wrong type or length.", path || whole);
}
