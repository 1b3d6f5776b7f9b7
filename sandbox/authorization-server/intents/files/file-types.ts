import type { FileRow } from "./file-rows.ts";
import { readObieJson } from "./obie-json.ts";
import { readPain001 } from "./pain-001.ts";

interface FileType {
  /** How a file of it is sent (RFC 9110 section 8.3). */
  readonly sent: RegExp;
  /** Its payments in their order, or undefined for a file that is none of it. */
  readonly read: (bytes: Uint8Array) => readonly FileRow[] | undefined;
}

const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?)?$/i;
const XML_TYPE = /^(application|text)\/xml\s*(;\s*charset="?utf-8"?)?$/i;

const READERS: Readonly<Record<string, FileType>> = {
  "UK.OBIE.PaymentInitiation.3.1": { sent: JSON_TYPE, read: readObieJson },
  "UK.OBIE.PaymentInitiation.4.0": { sent: JSON_TYPE, read: readObieJson },
  "UK.OBIE.pain.001.001.08": { sent: XML_TYPE, read: readPain001 },
};

/** What this bank can read. */
export const FILE_TYPES: readonly string[] = Object.keys(READERS);

export const fileType = (name: unknown): FileType | undefined =>
  typeof name === "string" && Object.hasOwn(READERS, name) ? READERS[name] : undefined;

/** Whether a body may be a file at all. */
export const sendsFile = (contentType: string | null): boolean =>
  Object.values(READERS).some(({ sent }) => sent.test(contentType?.trim() ?? ""));
