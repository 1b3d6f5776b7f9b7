import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReceiptLetter } from "~/domain/receipts/receipt-letter";
import type { PdfWriter } from "~/ports/pdf-writer";
import { createPdfThread } from "./pdf-thread.server";
import { createPdfkitWriter } from "./pdfkit.server";

const AT = new Date("2026-03-14T10:00:00Z");
const attachment = { name: "receipt.json", type: "application/json", description: "The receipt", text: "{}" };
const letter: ReceiptLetter = {
  language: "en-GB",
  documentTitle: "Receipt",
  bank: "Northlight Bank",
  title: "Receipt for your answer",
  answer: "You allowed Żółta Łódź to see your data.",
  sections: [{ title: "What it can see", items: ["Your balance."] }],
};

/** The program as it is built: a thread cannot run TypeScript. */
const folder = mkdtempSync(join(tmpdir(), "assent-pdf-"));
const outfile = join(folder, "write-pdf.mjs");
const built = pathToFileURL(outfile);

beforeAll(async () => {
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  const entry = join(import.meta.dirname, "write-pdf.ts");
  const alias = { "~": "./app" };
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias,
  });
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A thread with another program. */
const threadOf = (program: string, idleMs = 60_000) =>
  createPdfThread(new URL(`data:text/javascript,${encodeURIComponent(program)}`), idleMs);
const PARENT = `import { parentPort } from "node:worker_threads";`;

/** Times that this thread's loop came round while a letter was written. */
async function turnsDuring(writer: PdfWriter): Promise<number> {
  let turns = 0;
  let done = false;
  const written = writer.write(letter, attachment, AT).finally(() => {
    done = true;
  });
  while (!done) {
    await nextTurn();
    turns++;
  }
  await written;
  return turns;
}

describe("a thread that writes letters", () => {
  test("writes what pdfkit writes, one after the other, while everybody else is answered", async () => {
    const thread = createPdfThread(built);
    const here = createPdfkitWriter();
    const [first, second, expected] = await Promise.all([
      thread.write(letter, attachment, AT),
      thread.write({ ...letter, title: "Another" }, attachment, AT),
      here.write(letter, attachment, AT),
    ]);
    expect(Buffer.compare(first, expected)).toBe(0);
    expect(Buffer.compare(second, expected)).not.toBe(0);
    expect(await turnsDuring(thread)).toBeGreaterThan(50);
    expect(await turnsDuring(here)).toBeLessThan(50);
  }, 60_000);

  test("a letter that cannot be written is its own writer's trouble, and no other's", async () => {
    const thread = createPdfThread(built);
    const broken = { ...letter, sections: undefined as never };
    const [lost, kept] = await Promise.allSettled([
      thread.write(broken, attachment, AT),
      thread.write(letter, attachment, AT),
    ]);
    expect(lost).toMatchObject({ status: "rejected", reason: { message: expect.stringContaining("not written") } });
    expect(kept.status).toBe("fulfilled");
  }, 60_000);

  test("a thread that falls is told to all who wait, and the next letter has a new one", async () => {
    const thread = threadOf(`${PARENT} parentPort.once("message", () => { throw new Error("fell"); });`);
    for (let round = 0; round < 2; round++) {
      const letters = await Promise.allSettled([1, 2].map(() => thread.write(letter, attachment, AT)));
      expect(letters.map((each) => each.status === "rejected" && each.reason.message)).toEqual(
        Array(2).fill("a letter was not written: fell"),
      );
    }
  }, 30_000);

  test("a thread that nobody needs ends, and begins again", async () => {
    const thread = threadOf(
      `${PARENT} let n = 0; parentPort.on("message", ({ id }) => parentPort.postMessage({ id, written: new Uint8Array([++n]) }));`,
      200,
    );
    const count = async () => (await thread.write(letter, attachment, AT))[0];
    expect([await count(), await count()]).toEqual([1, 2]);
    await expect.poll(() => sleep(400).then(count), { timeout: 20_000 }).toBe(1);
  }, 30_000);
});
