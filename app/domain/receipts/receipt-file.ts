import { isCompactJws } from "./compact-jws";

/** The longest file that is looked at, in bytes. */
export const LONGEST_PRESENTED = 256 * 1024;

/** Stands before the signed receipt in every file of ours. */
const MARK = '"jws":"';

/** The file that a customer keeps: what was signed, to be read, and what proves it. Our PDF carries the same. */
export const receiptFile = (record: object, signed: string): string =>
  `{\n"receipt":${JSON.stringify(record, null, 2)},\n${MARK}${signed}"\n}\n`;

/** Something that somebody holds for a receipt. */
export interface PresentedReceipt {
  /** A compact JWS, as far as its looks go. */
  readonly signed: string;
  readonly as: "signature" | "json" | "pdf";
  /** All that can be read, and may say something else than the signed part; only of JSON. */
  readonly readable?: string;
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
  return isCompactJws(signed) ? { signed, as: "signature" } : undefined;
}

function readJson(text: string): PresentedReceipt | undefined {
  try {
    const { jws } = JSON.parse(text) as { jws?: unknown };
    if (typeof jws !== "string" || !isCompactJws(jws)) return undefined;
    return { signed: jws, as: "json", readable: text };
  } catch {
    return undefined;
  }
}

/** The file inside our PDF is not compressed, so it is found without reading anything else. */
function readPdf(raw: string): PresentedReceipt | undefined {
  const mark = raw.indexOf(MARK);
  if (mark < 0) return undefined;
  const signed = raw.slice(mark + MARK.length, raw.indexOf('"', mark + MARK.length));
  return isCompactJws(signed) ? { signed, as: "pdf" } : undefined;
}
