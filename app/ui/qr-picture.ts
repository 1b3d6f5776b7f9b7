import { encodeQR } from "qr";

/** A QR code, as one path on a square of so many modules, with the quiet zone that readers need (ISO/IEC 18004). */
export function qrPicture(text: string): { readonly size: number; readonly path: string } {
  const rows = encodeQR(text, "raw", { border: 4, ecc: "medium" });
  const path = rows
    .flatMap((row, y) =>
      [
        ...row
          .map((dark) => (dark ? "1" : "0"))
          .join("")
          .matchAll(/1+/g),
      ].map(({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`),
    )
    .join("");
  return { size: rows.length, path };
}
