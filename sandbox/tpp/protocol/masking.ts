import type { Body } from "./exchange.ts";

/**
 * What must never be rendered or stored with a run's steps: tokens, codes, assertions, verifiers. Masked where an
 * exchange is recorded, so that nothing downstream can forget to.
 */
const SECRET_FIELDS = new Set([
  "access_token",
  "refresh_token",
  "id_token",
  "auth_req_id",
  "client_assertion",
  "client_secret",
  "code",
  "code_verifier",
  "token",
  "response",
  // Not secrets, but long and shown decoded in a step of their own.
  "request",
]);

/** A signed or sealed token, whatever the field that holds it is called. */
const COMPACT_TOKEN = /^eyJ[\w-]+(?:\.[\w-]*){2,4}$/;

const LONGEST_BODY = 16_000;

/** The first six characters and the length: enough to tell two apart, too little to use. */
export function mask(secret: string): string {
  const shown = secret.length > 24 ? secret.slice(0, 6) : "";
  return `${shown}… (${secret.length} characters)`;
}

/** Masks `value` when a field called `name` carries secrets, or when it looks like one. */
export function maskField(name: string, value: string): string {
  return SECRET_FIELDS.has(name) || COMPACT_TOKEN.test(value) ? mask(value) : value;
}

export function maskHeader(name: string, value: string): string {
  if (name === "authorization") {
    const [scheme = "", credentials = ""] = value.split(" ", 2);
    return `${scheme} ${mask(credentials)}`;
  }
  if (name === "x-jws-signature") {
    const [header = "", , signature = ""] = value.split(".");
    return `${header}..${mask(signature)}`;
  }
  return value;
}

/** A body as it may be shown: JSON indented, forms as fields, secrets masked, the rest cut after 16,000 characters. */
export function maskBody(contentType: string | null, body: string): Body | undefined {
  if (body === "") return undefined;
  if (contentType?.includes("application/x-www-form-urlencoded")) {
    const fields = [...new URLSearchParams(body)].map(([name, value]) => ({ name, value: maskField(name, value) }));
    return { type: "form", fields };
  }
  if (contentType?.includes("json")) {
    try {
      return { type: "json", text: cut(JSON.stringify(maskJson(JSON.parse(body)), undefined, 2)) };
    } catch {
      // Announced as JSON and is not: shown as the text that it is.
    }
  }
  return { type: "text", text: cut(body) };
}

/** `value` with the fields of {@link SECRET_FIELDS} masked at every depth. */
export function maskJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === "string" ? maskField(name, inner) : maskJson(inner),
    ]),
  );
}

function cut(text: string): string {
  if (text.length <= LONGEST_BODY) return text;
  return `${text.slice(0, LONGEST_BODY)}\n… ${(text.length - LONGEST_BODY).toLocaleString("en-GB")} more characters`;
}
