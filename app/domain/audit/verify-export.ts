import { createHash } from "node:crypto";
import type { ChainStretch, ExportLine, ExportSeal } from "./audit-export";
import { chainHash, eventHash } from "./chain";
import type { Checkpoint } from "./checkpoint";

/** What is wrong with an export, and of which event. */
export interface ExportFinding {
  readonly what: keyof typeof SENTENCES;
  readonly eventId?: string;
  readonly seq?: string;
}

const SENTENCES = {
  unreadable: "a line is none of an export",
  "not-an-export": "it does not begin like one",
  "not-signed": "its end was not signed with one of these keys",
  incomplete: "a line was added, changed or taken away since it was signed",
  changed: "the event is not what it was when it was linked",
  unproven: "no stretch of the chain in the file holds the event",
  "chain-contradicted": "this stretch does not lead to the end of the chain that was signed",
} as const;

export const describeExportFinding = ({ what, eventId, seq }: ExportFinding): string =>
  [`${what}: `, eventId && `event ${eventId}, `, seq && `place ${seq}: `, SENTENCES[what]].filter(Boolean).join("");

export interface ExportVerified {
  readonly findings: readonly ExportFinding[];
  /** Who took what, as its end says; undefined where that is not to be believed. */
  readonly seal?: ExportSeal;
  readonly events: number;
  /** Events whose place in the chain is proven by a signed end of it. */
  readonly proven: number;
  /** Events that the chain's signature does not reach yet: the export's own stands for them. */
  readonly notYetSigned: number;
}

export interface CheckExport {
  checkpoint(signed: string): Promise<Checkpoint | undefined>;
  seal(signed: string): Promise<ExportSeal | undefined>;
}

/** Looks through an export line by line; nothing in it is believed that is not signed. */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  check: CheckExport,
): Promise<ExportVerified> {
  const findings: ExportFinding[] = [];
  const digest = createHash("sha256");
  const events: { readonly id: string; readonly seq?: string; readonly hash: Uint8Array }[] = [];
  const places = new Map<string, { readonly hash: string; readonly isSigned: boolean }>();
  let tenant: string | undefined;
  let seal: ExportSeal | undefined;
  let isFirst = true;
  for await (const text of lines) {
    if (text === "") continue;
    const line = parsed(text);
    if (isFirst && line?.is !== "evidence") findings.push({ what: "not-an-export" });
    isFirst = false;
    if (line?.is !== "end") digest.update(`${text}\n`);
    switch (line?.is) {
      case "evidence":
        tenant = line.tenant;
        break;
      case "event":
        events.push({ id: line.row.id, hash: eventHash(line.row), ...(line.seq && { seq: line.seq }) });
        break;
      case "stretch":
        await takeStretch(line, tenant, check, places, findings);
        break;
      case "end":
        seal = await check.seal(line.signed);
        break;
      default:
        findings.push({ what: "unreadable" });
    }
  }
  if (!seal) findings.push({ what: "not-signed" });
  else if (seal.sha256 !== digest.digest("base64url") || seal.events !== events.length)
    findings.push({ what: "incomplete" });
  const proof = prove(events, places, findings);
  return { findings, events: events.length, ...proof, ...(seal && { seal }) };
}

type Places = Map<string, { readonly hash: string; readonly isSigned: boolean }>;

/** Goes along the stretch; what it leads to has to be what was signed. */
async function takeStretch(
  { from, before, eventHashes, checkpoint }: ChainStretch,
  tenant: string | undefined,
  check: CheckExport,
  places: Places,
  findings: ExportFinding[],
): Promise<void> {
  let seq = BigInt(from) - 1n;
  let chain: Uint8Array = Buffer.from(before, "base64url");
  for (const hash of eventHashes) {
    seq += 1n;
    chain = chainHash(chain, Buffer.from(hash, "base64url"), seq);
  }
  const known = checkpoint === undefined ? undefined : await check.checkpoint(checkpoint);
  const isSigned =
    known?.tenant === tenant && known?.seq === `${seq}` && known.chain === Buffer.from(chain).toString("base64url");
  if (checkpoint !== undefined && !isSigned) findings.push({ what: "chain-contradicted", seq: `${from} to ${seq}` });
  if (checkpoint !== undefined && !isSigned) return;
  for (const [at, hash] of eventHashes.entries()) places.set(`${BigInt(from) + BigInt(at)}`, { hash, isSigned });
}

function prove(
  events: readonly { readonly id: string; readonly seq?: string; readonly hash: Uint8Array }[],
  places: Places,
  findings: ExportFinding[],
): Pick<ExportVerified, "proven" | "notYetSigned"> {
  let proven = 0;
  let notYetSigned = 0;
  for (const { id, seq, hash } of events) {
    const place = seq === undefined ? undefined : places.get(seq);
    if (seq === undefined) notYetSigned += 1;
    else if (!place) findings.push({ what: "unproven", eventId: id, seq });
    else if (place.hash !== Buffer.from(hash).toString("base64url"))
      findings.push({ what: "changed", eventId: id, seq });
    else if (place.isSigned) proven += 1;
    else notYetSigned += 1;
  }
  return { proven, notYetSigned };
}

function parsed(text: string): ExportLine | undefined {
  try {
    return JSON.parse(text) as ExportLine;
  } catch {
    return undefined;
  }
}
