import { SAFE_METHODS } from "~/web/origin-check.server";

/** Bytes of a request's body. Our largest form is a list of account ids. */
export const MAX_BODY = 64 * 1024;

/**
 * The addresses that take a file, and how large a request with one may be: 256 kB of receipt and what a form puts around
 * it. Written out here, so that no other page reads what its form never sends.
 */
const UPLOADS: Readonly<Record<string, number>> = { "/receipts/check": 320 * 1024 };

/** 500 reads in a report of the bank's, with the accounts of each: see docs/how-to/report-reads.md. */
const REPORTS: Readonly<Record<string, number>> = { "/api/v1/access-events": 1024 * 1024 };

/** How large the body of a request to this address may be, in bytes. */
export const bodyLimit = (pathname: string): number => uploadLimit(pathname) ?? reportLimit(pathname) ?? MAX_BODY;

/** Our pages send one kind of form, those with a file another, and reading any other kind as a form throws. */
export function isReadableForm({ method, headers }: Request, pathname: string): boolean {
  if (SAFE_METHODS.has(method)) return true;
  const type = headers.get("content-type") ?? "";
  if (/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) return true;
  return uploadLimit(pathname) !== undefined && /^multipart\/form-data\s*;\s*boundary=./i.test(type);
}

const reportLimit = (pathname: string) => (Object.hasOwn(REPORTS, pathname) ? REPORTS[pathname] : undefined);
const uploadLimit = (pathname: string) => (Object.hasOwn(UPLOADS, pathname) ? UPLOADS[pathname] : undefined);
