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
const threadOf = (program: string, idleMs = 60_000, deadlineMs?: number) =>
  createPdfThread(new URL(`data:text/javascript,${encodeURIComponent(program)}`), idleMs, deadlineMs);
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

  test("a thread that falls is told to whoever waits for it, and the next letter has a new one", async () => {
    const thread = threadOf(`${PARENT} parentPort.once("message", () => { throw new Error("fell"); });`);
    for (let round = 0; round < 2; round++) {
      const letters = await Promise.allSettled([1, 2].map(() => thread.write(letter, attachment, AT)));
      expect(letters.map((each) => each.status === "rejected" && each.reason.message)).toEqual(
        Array(2).fill("a letter was not written: fell"),
      );
    }
  }, 30_000);

  /** Takes so many milliseconds for a letter, and for ever for one that is titled "hangs". */
  const slow = (ms: number) => `${PARENT} parentPort.on("message", ({ letter }) => {
    const end = letter.title === "hangs" ? Infinity : Date.now() + ${ms};
    while (Date.now() < end);
    parentPort.postMessage({ written: new Uint8Array(1) });
  });`;

  test("a letter that never gets done costs nobody else theirs", async () => {
    const thread = threadOf(slow(1), 60_000, 3_000);
    const hangs = thread.write({ ...letter, title: "hangs" }, attachment, AT).catch((error: Error) => error.message);
    await sleep(1_500);
    const others = [1, 2].map(() => thread.write(letter, attachment, AT));
    expect(await hangs).toBe("a letter was not written: the thread ended");
    expect(await Promise.all(others)).toHaveLength(2);
  }, 30_000);

  test("of more than can be written in time, as many are written as can be, and the others are told", async () => {
    const thread = threadOf(slow(400), 60_000, 3_000);
    const letters = await Promise.allSettled(Array.from({ length: 30 }, () => thread.write(letter, attachment, AT)));
    const written = letters.filter(({ status }) => status === "fulfilled").length;
    expect(written).toBeGreaterThan(1);
    expect(letters.slice(written).map((each) => each.status === "rejected" && each.reason.message)).toEqual(
      Array(30 - written).fill("a letter was not written: too many wait"),
    );
    expect(written).toBeLessThan(30);
    expect(await thread.write(letter, attachment, AT)).toHaveLength(1);
  }, 30_000);

  test("a thread that nobody needs ends, and begins again", async () => {
    const thread = threadOf(
      `${PARENT} let n = 0; parentPort.on("message", () => parentPort.postMessage({ written: new Uint8Array([++n]) }));`,
      200,
    );
    const count = async () => (await thread.write(letter, attachment, AT))[0];
    expect([await count(), await count()]).toEqual([1, 2]);
    await expect.poll(() => sleep(400).then(count), { timeout: 20_000 }).toBe(1);
  }, 30_000);
});
