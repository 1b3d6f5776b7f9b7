import { decodeJwt } from "jose";

/** What the authorization server sent back through the browser, before anything in it is believed. */
export interface AuthorizationAnswer {
  readonly parameters: Readonly<Record<string, string>>;
  /** JARM: the claims of `response`, not yet verified. */
  readonly jarmClaims?: Readonly<Record<string, unknown>>;
  /** Found without verification: good for finding the run, for nothing else. */
  readonly state?: string;
}

/**
 * Reads a query or fragment string, or a whole address that somebody copied from the address bar.
 *
 * A parameter that occurs twice makes the answer unreadable (RFC 6749 section 3.1).
 */
export function readAnswer(text: string): AuthorizationAnswer | undefined {
  const start = text.includes("#") ? text.indexOf("#") : text.indexOf("?");
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(text.slice(start + 1))) {
    if (Object.hasOwn(parameters, name)) return undefined;
    parameters[name] = value;
  }
  if (parameters.response !== undefined) {
    try {
      const jarmClaims = decodeJwt(parameters.response);
      const state = jarmClaims.state;
      return { parameters, jarmClaims, ...(typeof state === "string" ? { state } : {}) };
    } catch {
      return undefined;
    }
  }
  if (parameters.code === undefined && parameters.error === undefined) return undefined;
  return { parameters, ...(parameters.state === undefined ? {} : { state: parameters.state }) };
}
