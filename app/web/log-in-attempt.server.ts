import { z } from "zod";
import type { LogInAttempt } from "~/ports/bank-login";
import { localPath } from "./local-path";
import { sealedCookie } from "./sealed-cookie.server";

/** What a browser keeps while its customer is away logging in. */
const attemptSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  acr: z.string(),
  to: z.string(),
});

export type KeptAttempt = LogInAttempt & { readonly to: string };

const TEN_MINUTES = 600;

/** One cookie a way, so that two tabs do not overwrite each other. `state` is random: its beginning names it well enough. */
const cookieOf = (name: string) =>
  sealedCookie({
    name: `__Host-log-in-${name}`,
    schema: attemptSchema,
    maxAgeSeconds: TEN_MINUTES,
    maxBytes: 1_500,
  });

const nameOf = (state: string) => /^[\w-]{22}/.exec(state)?.[0];

/** The `Set-Cookie` value that keeps an attempt in the browser that makes it. */
export async function keepAttempt(attempt: KeptAttempt): Promise<string> {
  const name = nameOf(attempt.state);
  if (name === undefined) throw new TypeError("a state is random and longer than this");
  return cookieOf(name).seal(attempt);
}

/** The attempt that this browser has made under this `state`; undefined for those of others, and after ten minutes. */
export async function attemptOf(request: Request, state: string | null): Promise<KeptAttempt | undefined> {
  const name = nameOf(state ?? "");
  return name === undefined ? undefined : cookieOf(name).open(request);
}

/** The `Set-Cookie` values after which this browser has no attempt of this `state`. */
export function dropAttempt(state: string): readonly string[] {
  const name = nameOf(state);
  return name === undefined ? [] : [cookieOf(name).clear()];
}

const OPEN_AT_ONCE = 3;

/** The `Set-Cookie` values that end the oldest attempts of a browser. Browsers send older cookies first (RFC 6265, 5.4). */
export function dropOldAttempts(request: Request): readonly string[] {
  const names = [...(request.headers.get("cookie") ?? "").matchAll(/__Host-log-in-([\w-]{22})=/g)];
  return names.slice(0, Math.max(0, names.length - OPEN_AT_ONCE + 1)).map(([, name = ""]) => cookieOf(name).clear());
}

const LONGEST = 400;
/** The filters of a list are in its address. */
const LONGEST_ADMIN = 700;

/** Where to go after logging in, when that is a page of the portal and not one of the ways in and out. */
export function adminPath(to: unknown): string | undefined {
  const path = localPath(to);
  if (path === undefined || path.length > LONGEST_ADMIN) return undefined;
  return /^\/admin(?:[/?]|$)/.test(path) && !/^\/admin\/log-(?:in|out)(?:[/?]|$)/.test(path) ? path : undefined;
}

/** Where to go after logging in, when that is a page of customers and not one of the ways in and out. */
export function dashboardPath(to: unknown): string | undefined {
  const path = localPath(to);
  if (path === undefined || path.length > LONGEST) return undefined;
  return /^\/(?:dashboard|second-device)(?:[/?]|$)/.test(path) && !/^\/dashboard\/log-(?:in|out)(?:[/?]|$)/.test(path)
    ? path
    : undefined;
}
