import { expect, test } from "vitest";
import { readPresented, receiptFile } from "~/domain/receipts/receipt-file";
import type { ReceiptLetter } from "~/domain/receipts/receipt-letter";
import { HOSTILE_CORPUS } from "~/domain/shared/hostile-corpus.harness";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import { objectsIn, wordsIn } from "./pdf-text.harness";
import { createPdfkitWriter } from "./pdfkit.server";

const AT = new Date("2026-03-14T10:00:00Z");
const JWS = "eyJhbGciOiJQUzI1NiJ9.eyJyZWNlaXB0X2lkIjoiMSJ9.c2lnbmF0dXJl";

/** What somebody else wrote, as records have it, in every place of a letter that can hold it. */
function letterWith(texts: readonly string[]): ReceiptLetter {
  const shown = texts.map(isolated);
  return {
    language: "en-GB",
    documentTitle: `Receipt – ${shown.join(" ")}`,
    bank: isolated("Northlight Bank"),
    title: "Receipt for your answer",
    answer: `You allowed ${shown[0]} to see your data.`,
    sections: [
      { title: "Asked", text: `Asked by ${shown.at(-1)}.`, items: shown },
      { title: "Accounts", facts: shown.map((value) => ({ label: "App", value })) },
    ],
  };
}

const write = (texts: readonly string[]) => {
  const attachment = { name: "receipt.json", type: "application/json", description: "The signed receipt" };
  return createPdfkitWriter().write(letterWith(texts), { ...attachment, text: receiptFile({ texts }, JWS) }, AT);
};

/** What makes a reader of PDF do something (ISO 32000-2, 12.6), or draw what stands elsewhere. */
const ACTIVE = /\/(?:JavaScript|JS|AA|OpenAction|Launch|URI|GoToR|GoToE|SubmitForm|ImportData|AcroForm|RichMedia)\b/;

const SAID = HOSTILE_CORPUS.map((text) => plainText(text) ?? "An app that gave no name");

/** Together where they are short: a file holds no more than whoever checks it reads. */
const BATCH = 24;
const SHORT = SAID.filter((text) => text.length < 1_000);
const batches = [
  ...Array.from({ length: Math.ceil(SHORT.length / BATCH) }, (_, at) => SHORT.slice(at * BATCH, (at + 1) * BATCH)),
  ...SAID.filter((text) => text.length >= 1_000).map((text) => [text]),
];

/** Of kinds of dictionary, each once: a text that got out of its string would bring others. */
const kindsIn = (pdf: Uint8Array) =>
  new Set(objectsIn(pdf).flatMap(({ dictionary }) => dictionary.match(/\/(?:Type|Subtype|S) \/\w+/g) ?? []));

test("S12: on paper a text from outside is words on a page: no action, no object, no mark that is not seen", async () => {
  const own = kindsIn(await write(["Budget Beacon"]));
  for (const texts of batches) {
    const pdf = await write(texts);
    expect([...kindsIn(pdf)].filter((kind) => !own.has(kind))).toEqual([]);
    // Strings are bytes that mean nothing to a reader; what stands outside of them does.
    for (const { dictionary } of objectsIn(pdf)) expect(withoutStrings(dictionary)).not.toMatch(ACTIVE);
    expect(wordsIn(pdf)).not.toMatch(UNSEEN);
    expect(readPresented(pdf)).toEqual({ signed: JWS, as: "pdf" });
  }
}, 120_000);

/** Controls but the line breaks that the harness puts between lines, halves of characters, and marks that order text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there
const UNSEEN = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B\u202A-\u202E\u2066-\u2069\u2028\u2029]|\p{Cs}/u;

/** Literal strings with their escapes (ISO 32000-2, 7.3.4.2), and hexadecimal ones. */
const withoutStrings = (dictionary: string) =>
  dictionary.replace(/\((?:\\[\s\S]|[^\\()])*\)/g, "()").replace(/<[0-9a-fA-F]*>/g, "<>");
