import fc from "fast-check";
import { expect, test } from "vitest";
import { sealPdf, unsealPdf } from "./sealed-pdf";

const PDF = Buffer.from("%PDF-1.7\n%\xff\xfe\nbody\ntrailer\n<<>>\nstartxref\n21\n%%EOF\n", "latin1");
const SEAL = "aGVhZA.cGF5.c2ln";

test("a sealed PDF begins as it was, ends as a PDF does, and comes apart again", () => {
  const sealed = sealPdf(PDF, SEAL);
  expect(Buffer.from(sealed).toString("latin1")).toMatch(
    /^%PDF-1\.7\n[\s\S]*%%EOF\n\n%receipt-seal [\w.]+\nstartxref\n21\n%%EOF\n$/,
  );
  const apart = unsealPdf(sealed);
  expect(apart?.seal).toBe(SEAL);
  expect(PDF.equals(apart?.pdf ?? PDF.subarray(1))).toBe(true);
});

test("what is no PDF is not sealed", () => {
  expect(() => sealPdf(Buffer.from("text"), SEAL)).toThrow("no PDF");
});

test("whatever byte is changed, it is another PDF, another seal, or none", () => {
  const sealed = sealPdf(PDF, SEAL);
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Uint8Array.from(sealed);
      changed[at] = (changed[at]! + by) % 256;
      const apart = unsealPdf(changed);
      expect(apart && Buffer.from(apart.pdf).equals(PDF) && apart.seal === SEAL).not.toBe(true);
    }),
  );
});

test.each(["dXK", " c2ln", "c2ln\r", "c2ln%", ""])(
  "a seal that reads the same and is written otherwise is none: %j",
  (signature) => {
    const text = Buffer.from(sealPdf(PDF, SEAL)).toString("latin1").replace(SEAL, `aGVhZA.cGF5.${signature}`);
    expect(unsealPdf(Buffer.from(text, "latin1"))).toBeUndefined();
  },
);

test("whatever is put behind it or left out, it is not the same", () => {
  const sealed = sealPdf(PDF, SEAL);
  expect(unsealPdf(Buffer.concat([sealed, Buffer.from("more")]))).toBeUndefined();
  expect(unsealPdf(sealed.subarray(0, -1))).toBeUndefined();
  expect(unsealPdf(PDF)).toBeUndefined();
});
