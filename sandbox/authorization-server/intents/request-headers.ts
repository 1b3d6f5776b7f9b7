import { isIP } from "node:net";
import { interactionIdOf } from "../interaction-id.ts";
import { type ProblemName, Refusal } from "./problem.ts";

/** @throws Refusal `Header.Invalid` for the first optional header whose value is not of its form. */
export function checkHeaders(headers: Headers): void {
  const wellFormed: Readonly<Record<string, (value: string) => boolean>> = {
    "x-fapi-interaction-id": (value) => interactionIdOf(value) !== undefined,
    // IMF-fixdate (RFC 9110 section 5.6.7); a date that is printed as it was read is one.
    "x-fapi-auth-date": (value) => new Date(value).toUTCString() === value,
    "x-fapi-customer-ip-address": (value) => isIP(value) !== 0,
  };
  for (const [name, isWellFormed] of Object.entries(wellFormed)) {
    const value = headers.get(name);
    if (value !== null && !isWellFormed(value)) throw headerRefused("Header.Invalid", name);
  }
}

/** `x-idempotency-key`, mandatory on payment consents and at most 40 characters. */
export function idempotencyKeyOf(headers: Headers): string {
  const key = headers.get("x-idempotency-key");
  if (key === null) throw headerRefused("Header.Missing", "x-idempotency-key");
  if (!/^\S(.{0,38}\S)?$/.test(key)) throw headerRefused("Header.Invalid", "x-idempotency-key");
  return key;
}

/** Whether the caller takes `application/json` (RFC 9110 section 12.5.1); an absent header takes anything. */
export function acceptsJson(accept: string | null): boolean {
  if (accept === null) return true;
  return accept.split(",").some((range) => {
    const [type, ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const refused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    return !refused && ["application/json", "application/*", "*/*"].includes(type ?? "");
  });
}

/** Whether a body is sent as JSON; UTF-8 is the only charset that JSON between systems has (RFC 8259 section 8.1). */
export function sendsJson(contentType: string | null): boolean {
  return /^application\/json\s*(;\s*charset="?utf-8"?)?$/i.test(contentType?.trim() ?? "");
}

function headerRefused(name: ProblemName, path: string): Refusal {
  const message = name === "Header.Missing" ? "The header is required" : "The header is not valid";
  return new Refusal(400, { name, message, path });
}
