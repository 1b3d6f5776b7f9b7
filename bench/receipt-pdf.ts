import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { createPdfThread } from "../app/adapters/pdf/pdf-thread.server.ts";
import { createPdfkitWriter } from "../app/adapters/pdf/pdfkit.server.ts";
import type { ReceiptLetter } from "../app/domain/receipts/receipt-letter.ts";
import type { PdfWriter } from "../app/ports/pdf-writer.ts";
import { figureOf, printFigure, printTable } from "./figures.ts";

/**
 * `npm run bench:receipt-pdf`: for how long nobody else is answered while receipts are written on paper, by pdfkit in the
 * app's own thread and by the thread that the app uses. The first letter loads the faces and is counted by itself.
 */

const LETTERS = 10;

const letter: ReceiptLetter = {
  language: "en-GB",
  documentTitle: "Receipt",
  bank: "Northlight Bank",
  title: "Receipt for your answer",
  answer: "You allowed Budget Beacon to see your data.",
  sections: Array.from({ length: 8 }, (_, section) => ({
    title: `Section ${section}`,
    items: Array.from({ length: 6 }, (_, item) => `Something that the app can see, line ${item} of its section.`),
  })),
};
const attachment = { name: "receipt.json", type: "application/json", description: "The receipt", text: "{}" };

const folder = mkdtempSync(join(tmpdir(), "assent-bench-"));
try {
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  const [entry, outfile] = ["app/adapters/pdf/write-pdf.ts", join(folder, "write-pdf.mjs")];
  const asTheApp = { bundle: true, platform: "node", format: "esm", packages: "external" } as const;
  await build({ entryPoints: [entry], outfile, alias: { "~": "./app" }, ...asTheApp });
  const rows = [["", "first letter, ms", "loop held, ms", `each of ${LETTERS} more, ms`, "loop held, ms"]];
  rows.push(["in a thread of its own", ...(await measure(() => createPdfThread(pathToFileURL(outfile))))]);
  rows.push(["in the app's own thread", ...(await measure(createPdfkitWriter))]);
  printTable(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(create: () => PdfWriter): Promise<string[]> {
  const write = async (writer: () => PdfWriter) => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await sleep(50);
    const begun = performance.now();
    await writer().write(letter, attachment, new Date());
    const ms = performance.now() - begun;
    // The delay is noticed at the next turn.
    await sleep(50);
    delay.disable();
    return { ms, held: delay.max / 1e6 };
  };
  const made: PdfWriter[] = [];
  const first = await write(() => {
    made.push(create());
    return made[0] as PdfWriter;
  });
  const more: (typeof first)[] = [];
  for (let count = 0; count < LETTERS; count++) more.push(await write(() => made[0] as PdfWriter));
  const figure = (of: (each: typeof first) => number) => printFigure(figureOf(more.map(of)), 0);
  return [first.ms.toFixed(0), first.held.toFixed(0), figure(({ ms }) => ms), figure(({ held }) => held)];
}
