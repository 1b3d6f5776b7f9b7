import type { AuditRow } from "./chain";

/**
 * Evidence that somebody takes away, as lines of JSON: a head, each event, the stretches of the chain from events to
 * the next signed end of it, and an end that is signed and stands for all lines before. Whoever has the bank's public keys
 * can check it without us: see `verifyExport`.
 */
export type ExportLine =
  | {
      readonly is: "evidence";
      readonly version: 1;
      readonly tenant: string;
      /** By the database's clock, ISO 8601 in UTC. */
      readonly at: string;
      /** What was looked for; an export holds everything that matched. */
      readonly asked: Readonly<Record<string, string>>;
    }
  /** Newest first. Without a number it waits for its link, and only the end's signature stands for it. */
  | { readonly is: "event"; readonly seq?: string; readonly row: AuditRow }
  | ChainStretch
  | { readonly is: "end"; readonly signed: string };

/** From a link of an event that is in here to the next signed end of the chain, which proves all of it. */
export interface ChainStretch {
  readonly is: "stretch";
  /** Number of the first link. */
  readonly from: string;
  /** Chain hash of the link before it, base64url. */
  readonly before: string;
  /** Event hashes, link by link, base64url. */
  readonly eventHashes: readonly string[];
  /** The signed end; absent where the chain has grown since it was signed last. */
  readonly checkpoint?: string;
}

/** What is signed at the end. */
export interface ExportSeal {
  readonly tenant: string;
  readonly at: string;
  readonly asked: Readonly<Record<string, string>>;
  readonly events: number;
  /** SHA-256 of all lines before this one, each with its line feed, base64url. */
  readonly sha256: string;
}

/** `typ` of a signed end (RFC 7515, section 4.1.9). */
export const EXPORT_TYPE = "audit-export+jws";

export const exportLine = (line: ExportLine): string => `${JSON.stringify(line)}\n`;
