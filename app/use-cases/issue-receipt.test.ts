import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createJwsSigner } from "~/adapters/signing/jws-signer.server";
import { aReceiptFacts, aShownPage } from "~/domain/receipts/builders";
import type { ReceiptFacts } from "~/domain/receipts/receipt-facts";
import { receiptFile } from "~/domain/receipts/receipt-file";
import type { ReceiptRecord } from "~/domain/receipts/receipt-record";
import { aVisit } from "~/ports/consent-desk.builders";
import type { ReceiptBook } from "~/ports/receipt-book";
import { checkReceipt, codeOf } from "./check-receipt";
import { issueReceipt } from "./issue-receipt";

const aKey = (kid: string) => ({
  ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }),
  kid,
});
const older = aKey("older");
const newer = aKey("newer");
const signerWith = (...keys: object[]) => createJwsSigner(JSON.stringify({ keys }));
const record = { receipt_id: "1", record_id: "aac-1", decision: { issued_at: "2026-03-14T10:00:01Z" } };

/** A book with one receipt in it; the first that is kept stays. */
function aBook(): ReceiptBook {
  let kept: string | undefined;
  return {
    has: async () => true,
    of: async () => ({ facts: aReceiptFacts(), ...(kept !== undefined && { signed: kept }) }),
    async complete(_, signed) {
      kept ??= signed;
      return kept;
    },
  };
}

const issueFrom = (receipts: ReceiptBook, signer = signerWith(older)) =>
  issueReceipt({
    receipts,
    pageOf: async () => undefined,
    compose: () => record as unknown as ReceiptRecord,
    signer,
  });

describe("B-17: issuing a receipt", () => {
  test("it is signed once and the same ever after, whatever became of the key", async () => {
    const book = aBook();
    const first = await issueFrom(book)(aVisit(), "en-GB");
    expect(first).toEqual({ signed: first?.signed, record, code: codeOf(first?.signed ?? "") });
    expect(await issueFrom(book, signerWith(newer))(aVisit(), "en-GB")).toEqual(first);
  });

  test.each([
    ["question", true],
    ["moment", false],
    ["stopped", false],
  ])(
    "what was asked for is on it only where the customer saw it: refused on a page that is %s",
    async (state, isOnIt) => {
      const page = aShownPage();
      const on: ReceiptFacts[] = [];
      await issueReceipt({
        receipts: aBook(),
        pageOf: async () => ({ ...page, shown: { ...page.shown, said: { state } } }),
        compose: (facts) => {
          on.push(facts);
          return record as unknown as ReceiptRecord;
        },
        signer: signerWith(older),
      })(aVisit(), "en-GB");
      expect(on.map((facts) => facts.page !== undefined)).toEqual([isOnIt]);
    },
  );

  test("two who ask at once get one", async () => {
    const issue = issueFrom(aBook());
    const [one, other] = await Promise.all([issue(aVisit(), "en-GB"), issue(aVisit(), "en-GB")]);
    expect(one?.signed).toBe(other?.signed);
  });

  test("there is none while nothing was taken", async () => {
    expect(await issueFrom({ ...aBook(), of: async () => undefined })(aVisit(), "en-GB")).toBeUndefined();
  });

  test("a key that signs no more is still known, and one that was taken out is not", async () => {
    const { signed = "" } = (await issueFrom(aBook())(aVisit(), "en-GB")) ?? {};
    const checkedWith = (...keys: object[]) =>
      checkReceipt({ signer: signerWith(...keys) })(new TextEncoder().encode(signed));
    expect(await checkedWith(newer, older)).toMatchObject({ is: "genuine", record });
    expect(await checkedWith(newer)).toEqual({ is: "not-genuine" });
  });

  test("one changed byte of the file that a customer keeps: it says the same, or is not genuine", async () => {
    const { signed = "" } = (await issueFrom(aBook())(aVisit(), "en-GB")) ?? {};
    const file = new TextEncoder().encode(receiptFile(record, signed));
    const check = checkReceipt({ signer: signerWith(older) });
    const saidBy = (bytes: Uint8Array): string => {
      try {
        return JSON.stringify(JSON.parse(new TextDecoder().decode(bytes).trim()));
      } catch {
        return "nothing";
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Uint8Array.from(file, (byte, index) => (index === at ? byte ^ by : byte));
        const same = saidBy(changed) === saidBy(file);
        // Between the words of JSON white space is white space, whichever it is.
        expect((await check(changed)).is === "genuine").toBe(same);
      }),
      { numRuns: 300 },
    );
  });
});
