/** The longest file that is looked at, in bytes. */
export const LONGEST_PRESENTED = 256 * 1024;

/** Stands before the signed receipt in every file of ours. */
const MARK = '"jws":"';

/**
 * Base64url in the one way that its bytes have: the last letter may carry bits that decoders leave out (RFC 4648, section
 * 3.5), so that a changed letter would go unnoticed there.
 */
const PART = "(?=[\\w-])(?:[\\w-]{4})*(?:[\\w-][AQgw]|[\\w-]{2}[AEIMQUYcgkosw048])?";

/** Header, payload and signature (RFC 7515, section 3.1). */
const COMPACT_JWS = new RegExp(`^${PART}\\.${PART}\\.${PART}$`);

/** The file that a customer keeps: what was signed, to be read, and what proves it. Our PDF carries the same. */
export const receiptFile = (record: object, signed: string): string =>
  `{\n"receipt":${JSON.stringify(record, null, 2)},\n${MARK}${signed}"\n}\n`;

/** Something that somebody holds for a receipt. */
export interface PresentedReceipt {
  /** A compact JWS, as far as its looks go. */
  readonly signed: string;
  readonly as: "signature" | "json" | "pdf";
  /** What can be read beside the signed part, and may say something else; only in JSON. */
  readonly readable?: unknown;
}

/**
 * Finds the signed receipt in what somebody brought: a JWS, our JSON, or our PDF with that JSON inside. Nothing but JSON
 * is parsed, so what a hostile PDF does to readers of PDF cannot happen here, and the time taken grows with the length.
 *
 * @returns undefined when there is none in it.
 */
export function readPresented(bytes: Uint8Array): PresentedReceipt | undefined {
  if (bytes.length > LONGEST_PRESENTED) return undefined;
  const raw = new TextDecoder("latin1").decode(bytes);
  if (raw.startsWith("%PDF-")) return readPdf(raw);
  const text = new TextDecoder().decode(bytes).trim();
  if (text.startsWith("{")) return readJson(text);
  const signed = text.replace(/\s+/g, "");
  return COMPACT_JWS.test(signed) ? { signed, as: "signature" } : undefined;
}

function readJson(text: string): PresentedReceipt | undefined {
  try {
    const { jws, receipt } = JSON.parse(text) as { jws?: unknown; receipt?: unknown };
    if (typeof jws !== "string" || !COMPACT_JWS.test(jws)) return undefined;
    return { signed: jws, as: "json", readable: receipt ?? null };
  } catch {
    return undefined;
  }
}

/** The file inside our PDF is not compressed, so it is found without reading anything else. */
function readPdf(raw: string): PresentedReceipt | undefined {
  const mark = raw.indexOf(MARK);
  if (mark < 0) return undefined;
  const signed = raw.slice(mark + MARK.length, raw.indexOf('"', mark + MARK.length));
  return COMPACT_JWS.test(signed) ? { signed, as: "pdf" } : undefined;
}
