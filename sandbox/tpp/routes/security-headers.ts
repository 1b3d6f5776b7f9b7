import { randomBytes } from "node:crypto";
import type { MiddlewareHandler } from "hono";

export interface Variables {
  /** For the one script that a page may carry. */
  readonly nonce: string;
}

/** Headers of every answer, set once. No page needs more than its style sheet and, one of them, a script. */
export const securityHeaders: MiddlewareHandler<{ Variables: Variables }> = async (context, next) => {
  const nonce = randomBytes(16).toString("base64");
  context.set("nonce", nonce);
  await next();
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    `script-src 'nonce-${nonce}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  context.header("content-security-policy", policy.join("; "));
  context.header("x-content-type-options", "nosniff");
  context.header("referrer-policy", "no-referrer");
  if (!context.res.headers.has("cache-control")) context.header("cache-control", "no-store");
};
