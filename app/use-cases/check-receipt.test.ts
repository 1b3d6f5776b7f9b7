import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { createPdfkitWriter } from "~/adapters/pdf/pdfkit.server";
import { createJwsSigner } from "~/adapters/signing/jws-signer.server";
import { aReceiptFacts, aShownPage } from "~/domain/receipts/builders";
import { receiptFile } from "~/domain/receipts/receipt-file";
import { RECEIPT_TYPE } from "~/domain/receipts/receipt-record";
import { enGB } from "~/i18n/en-GB/index";
import { testSigningKeys } from "~/signing-keys.harness";
import { presentReceipt } from "~/ui/present-receipt";
import { composeReceipt } from "~/web/compose-receipt";
import { checkReceipt, codeOf } from "./check-receipt";
import { printReceipt } from "./print-receipt";

const signer = createJwsSigner(readFileSync(testSigningKeys(), "utf8"));
const check = checkReceipt({ signer });
const bytes = (text: string) => new TextEncoder().encode(text);

const controller = {
  name: "Northlight Bank",
  phone: "0800 555 0199",
  address: "1 Harbour Square",
  privacyNotice: "https://northlight.example/privacy",
  country: "GB",
  recordsKeptFor: "P6Y",
};
const record = composeReceipt(controller, enGB)(aReceiptFacts({ page: aShownPage() }));
let signed: string;
let json: Uint8Array;
let pdf: Uint8Array;

beforeAll(async () => {
  signed = await signer.sign(record, RECEIPT_TYPE);
  json = bytes(receiptFile(record, signed));
  const letter = presentReceipt(record, { code: codeOf(signed), checkAddress: "https://x.example" }, enGB);
  pdf = await printReceipt({ pdf: createPdfkitWriter(), signer })(letter, record, signed);
}, 60_000);

describe("B-17: a receipt that is brought", () => {
  test("is genuine as JSON, as PDF and as the signature alone, and says what was signed", async () => {
    for (const file of [json, pdf, bytes(signed)]) {
      expect(await check(file)).toEqual({ is: "genuine", record, code: codeOf(signed) });
    }
  });

  test("with one byte of its PDF changed it is not genuine, wherever the byte is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(pdf.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Uint8Array.from(pdf);
        changed[at] = (changed[at]! + by) % 256;
        expect((await check(changed)).is).not.toBe("genuine");
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test("with one letter of what can be read changed it is not genuine", async () => {
    const changed = new TextDecoder().decode(json).replace('"Budget Beacon"', '"Budget Bacon"');
    expect(await check(bytes(changed))).toEqual({ is: "not-genuine" });
  });

  test("with the readable part left out it is not genuine", async () => {
    expect(await check(bytes(JSON.stringify({ jws: signed })))).toEqual({ is: "not-genuine" });
  });

  test.each([
    ["something else beside it", (json: string) => json.replace('"receipt":', '"note":"nothing to pay","receipt":')],
    ["another receipt before it", (json: string) => json.replace('"receipt":', '"receipt":{},"receipt":')],
    ["a field before the same field", (json: string) => json.replace('"receipt_id"', '"receipt_id":"x","receipt_id"')],
    ["a space in a name", (json: string) => json.replace('"Budget Beacon"', '"Budget  Beacon"')],
    ["no end of brackets", () => `{"jws":"${signed}","receipt":${"[".repeat(1e5)}${"]".repeat(1e5)}}`],
  ])("with %s it is not genuine", async (_, change) => {
    expect(await check(bytes(change(new TextDecoder().decode(json))))).toEqual({ is: "not-genuine" });
  });

  test("set out otherwise, or saved with other ends of lines, it is genuine", async () => {
    const text = new TextDecoder().decode(json);
    for (const same of [text.replaceAll("\n", "\r\n"), JSON.stringify(JSON.parse(text))]) {
      expect((await check(bytes(same))).is).toBe("genuine");
    }
  });

  test("with one letter of its PDF's seal changed where no bit of it counts it is not genuine", async () => {
    const at = Buffer.from(pdf).lastIndexOf("\nstartxref") - 1;
    for (let by = 1; by < 256; by++) {
      const changed = Uint8Array.from(pdf);
      changed[at] = (changed[at]! + by) % 256;
      expect((await check(changed)).is).not.toBe("genuine");
    }
  }, 60_000);

  test("a PDF of one receipt around the signature of another is not genuine", async () => {
    const other = await signer.sign({ ...record, receipt_id: "other" }, RECEIPT_TYPE);
    const text = Buffer.from(pdf).toString("latin1").replace(signed, other);
    expect(text).toContain(other);
    expect(await check(Buffer.from(text, "latin1"))).toEqual({ is: "not-genuine" });
  });

  test("what we signed for another end is no receipt", async () => {
    const event = await signer.sign(record, "secevent+jwt");
    expect(await check(bytes(event))).toEqual({ is: "not-genuine" });
  });

  test("anything else is answered all the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom("", "%PDF-", "{"), async (noise, head) => {
        expect(["no-receipt", "not-genuine"]).toContain((await check(new Uint8Array([...bytes(head), ...noise]))).is);
      }),
    );
  });
});
