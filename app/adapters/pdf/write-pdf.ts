import { parentPort } from "node:worker_threads";
import type { Answered, Asked } from "./pdf-thread.server";
import { createPdfkitWriter } from "./pdfkit.server";

/** The program of the thread that writes letters; see pdf-thread.server.ts. Bundled to build/app/write-pdf.js. */

const writer = createPdfkitWriter();

async function answerTo({ letter, attachment, at }: Asked): Promise<Answered> {
  try {
    return { written: await writer.write(letter, attachment, at) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : "unknown" };
  }
}

parentPort?.on("message", async (asked: Asked) => parentPort?.postMessage(await answerTo(asked)));
