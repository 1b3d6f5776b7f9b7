import { isCompactJws } from "./compact-jws";

/** `typ` of the seal of a PDF: whoever changes the pages changes what it is the hash of. */
export const PDF_SEAL_TYPE = "receipt-pdf+jws";

const SEAL = "%receipt-seal ";

/** Where the cross-reference table begins: the last thing in a PDF (ISO 32000-2, section 7.5.5). */
const ENDING = /startxref\n\d+\n%%EOF\n?$/;

const LONGEST_ENDING = 64;

/**
 * A PDF with its seal as a comment at the end, and its own ending once more, where readers look for it.
 *
 * @param seal a compact JWS over the hash of `pdf`.
 * @throws Error when `pdf` does not end as a PDF does.
 */
export function sealPdf(pdf: Uint8Array, seal: string): Uint8Array {
  const ending = endingOf(pdf);
  if (ending === undefined) throw new Error("what was written is no PDF");
  return Buffer.concat([pdf, Buffer.from(`\n${SEAL}${seal}\n${ending}`, "latin1")]);
}

/** The PDF and its seal apart again; undefined when there is no seal, or anything but the ending stands behind it. */
export function unsealPdf(bytes: Uint8Array): { readonly pdf: Uint8Array; readonly seal: string } | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = text.lastIndexOf(`\n${SEAL}`);
  if (at < 0) return undefined;
  const pdf = bytes.subarray(0, at);
  const [seal = "", ...rest] = text
    .subarray(at + 1 + SEAL.length)
    .toString("latin1")
    .split("\n");
  return isCompactJws(seal) && rest.join("\n") === endingOf(pdf) ? { pdf, seal } : undefined;
}

function endingOf(pdf: Uint8Array): string | undefined {
  const last = Buffer.from(pdf.subarray(Math.max(0, pdf.length - LONGEST_ENDING))).toString("latin1");
  return ENDING.exec(last)?.[0];
}
