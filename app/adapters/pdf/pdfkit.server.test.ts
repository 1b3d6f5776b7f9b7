import { describe, expect, test } from "vitest";
import { readPresented, receiptFile } from "~/domain/receipts/receipt-file";
import type { ReceiptLetter } from "~/domain/receipts/receipt-letter";
import { lowestIn, objectsIn, wordsIn } from "./pdf-text.harness";
import { createPdfkitWriter } from "./pdfkit.server";

const isolated = (name: string) => `\u2068${name}\u2069`;
const AT = new Date("2026-03-14T10:00:00Z");
const JWS = "eyJhbGciOiJQUzI1NiJ9.eyJyZWNlaXB0X2lkIjoiMSJ9.c2lnbmF0dXJl";
const attachment = {
  name: "receipt.json",
  type: "application/json",
  description: "The signed receipt",
  text: receiptFile({ receipt_id: "1", name: "Łódź" }, JWS),
};

const aLetter = (over: Partial<ReceiptLetter> = {}): ReceiptLetter => ({
  language: "en-GB",
  documentTitle: `Receipt – ${isolated("Northlight Bank")}`,
  bank: isolated("Northlight Bank"),
  title: "Receipt for your answer",
  answer: `You allowed ${isolated("Żółta Łódź Ωμέγα Книга")} to see your data.`,
  sections: [
    { title: "What it can see", items: ["Your balance.", "Your transactions."] },
    { title: "Accounts you chose", facts: [{ label: "Main account", value: "Current account, ••••3301" }] },
    { title: "How to stop", text: "You can stop at any time." },
  ],
  ...over,
});

const writer = createPdfkitWriter();
const write = (letter: ReceiptLetter) => writer.write(letter, attachment, AT);
const source = (pdf: Uint8Array) => Buffer.from(pdf).toString("latin1");

describe("a letter on paper", () => {
  test("says every word of the letter, in its order", async () => {
    expect(wordsIn(await write(aLetter())).replace(/ *\n */g, "\n")).toBe(
      [
        "Northlight Bank",
        "Receipt for your answer",
        "You allowed Żółta Łódź Ωμέγα Книга to see your data.",
        "What it can see",
        "•Your balance.",
        "•Your transactions.",
        "Accounts you chose",
        "Main accountCurrent account, ••••3301",
        "How to stop",
        "You can stop at any time.",
      ].join("\n"),
    );
  });

  test("says so much about itself that it can be read aloud (ISO 14289-1)", async () => {
    const pdf = await write(aLetter());
    const dictionaries = objectsIn(pdf)
      .map(({ dictionary }) => dictionary)
      .join("\n");
    expect(dictionaries).toContain("/Marked true");
    expect(dictionaries).toContain("/Lang (en-GB)");
    expect(dictionaries).toContain("/DisplayDocTitle true");
    expect(source(pdf)).toContain("<pdfuaid:part>1</pdfuaid:part>");
    const tags = [...dictionaries.matchAll(/\/S \/(\w+)/g)].map(([, tag]) => tag);
    for (const tag of ["Document", "Sect", "H1", "H2", "P", "L", "LI", "Lbl", "LBody"]) expect(tags).toContain(tag);
  });

  test("brings its letters along, and no others", async () => {
    const fonts = objectsIn(await write(aLetter())).filter(({ dictionary }) =>
      /\/Type \/FontDescriptor/.test(dictionary),
    );
    expect(fonts.length).toBe(2);
    for (const { dictionary } of fonts) expect(dictionary).toMatch(/\/FontFile2 \d+ 0 R/);
  });

  test("a name that is written from right to left is said as it is read", async () => {
    const pdf = await write(aLetter({ answer: `You allowed ${isolated("דף שלי")} to see.` }));
    // UTF-16 in the file, as ActualText of the paragraph.
    const spoken = Buffer.from("\uFEFFYou allowed דף שלי to see.", "utf16le").swap16().toString("latin1");
    expect(source(pdf)).toContain(`/ActualText (${spoken})`);
    expect(wordsIn(pdf)).toContain("You allowed ילש ףד to see.");
  });

  test("a letter that the face lacks has the sign for it, and none is an empty box", async () => {
    const words = wordsIn(await write(aLetter({ answer: `You allowed ${isolated("家計簿")} to see.` })));
    expect(words).toContain("You allowed \uFFFD\uFFFD\uFFFD to see.");
    expect(words).not.toContain("\u0000");
  });

  test("the signed receipt is in it, and is found by whoever checks", async () => {
    expect(readPresented(await write(aLetter()))).toEqual({ signed: JWS, as: "pdf" });
  });

  test("the same letter at the same instant is the same bytes", async () => {
    expect(Buffer.compare(await write(aLetter()), await write(aLetter()))).toBe(0);
  });

  test("much of everything takes more pages, and loses nothing", async () => {
    const items = Array.from({ length: 120 }, (_, index) => `Line ${index} ends.`);
    const name = "W".repeat(700);
    const pdf = await write(
      aLetter({
        answer: isolated(name),
        sections: [
          { title: "All", items },
          { title: "Text", text: "word ".repeat(900) },
        ],
      }),
    );
    const words = wordsIn(pdf);
    for (const item of items) expect(words).toContain(item);
    expect(words.replace(/[^W]/g, "").length).toBe(700);
    expect(words.match(/word/g)?.length).toBe(900);
    expect(lowestIn(pdf)).toBeGreaterThan(40);
    expect(objectsIn(pdf).filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary)).length).toBeGreaterThan(3);
  });
});
