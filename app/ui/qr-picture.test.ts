import { decodeQR } from "qr/decode.js";
import { expect, test } from "vitest";
import { codeFrom, inHalves } from "~/domain/second-device/code";
import { qrPicture } from "./qr-picture";

const PIXELS_A_MODULE = 4;

/** The path as a browser fills it: each part is one run of dark modules in a row. */
function drawn({ size, path }: ReturnType<typeof qrPicture>) {
  const side = size * PIXELS_A_MODULE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * PIXELS_A_MODULE; row < (Number(y) + 1) * PIXELS_A_MODULE; row++) {
      const from = (row * side + Number(x) * PIXELS_A_MODULE) * 4;
      for (let at = from; at < from + Number(length) * PIXELS_A_MODULE * 4; at++) if (at % 4 !== 3) data[at] = 0;
    }
  }
  return { width: side, height: side, data };
}

test.each([
  ["https://consent.northlight.example", 1],
  ["https://consent.the-bank-with-a-long-name.customers.example", 2],
  ["http://assent.localhost:4300", 255],
])("P-24: a reader of QR codes reads the address from the picture: %s", (origin, seed) => {
  const code = inHalves(codeFrom(new Uint8Array(16).fill(seed)));
  const address = `${origin}/second-device?code=${code}`;
  expect(decodeQR(drawn(qrPicture(address)))).toBe(address);
});

test("P-24: nothing dark stands in the quiet zone that readers need", () => {
  const { size, path } = qrPicture("https://consent.northlight.example/second-device?code=ABCD-EFGH");
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4);
    expect(Math.max(Number(x) + Number(length), Number(y) + 1)).toBeLessThanOrEqual(size - 4);
  }
});
