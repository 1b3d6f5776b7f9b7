import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { ReceiptLetter } from "~/domain/receipts/receipt-letter";
import type { Attachment, PdfWriter } from "~/ports/pdf-writer";

/** What the thread is asked, and what it answers; see write-pdf.ts. */
export interface Asked {
  readonly letter: ReceiptLetter;
  readonly attachment: Attachment;
  readonly at: Date;
}
export type Answered = { readonly written: Uint8Array } | { readonly problem: string };

/** Milliseconds. A letter takes less than one second; whoever waits for longer, in line or for it, is better told. */
const DEADLINE = 15_000;
/** Milliseconds without a letter after which the thread ends: it holds two faces and all of pdfkit. */
const IDLE = 60_000;
const MEMORY_MB = 192;

/**
 * Writes letters in a thread of its own, which begins with the first one. A letter takes tenths of a second of processor
 * time, in which the thread that answers everybody else would answer nobody. The thread has one letter at a time, so that
 * one which never gets done, or brings it down, costs nobody else theirs.
 *
 * @param file the program of the thread: write-pdf.ts, as it is built.
 */
export function createPdfThread(file: URL, idleMs = IDLE, deadlineMs = DEADLINE): PdfWriter {
  let current: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  /** Settles when the last in line is done. */
  let line: Promise<unknown> = Promise.resolve();

  /** Nobody asks a thread any more that is about to end. */
  const end = (worker: Worker) => {
    if (current === worker) current = undefined;
    void worker.terminate();
  };

  function begin(): Worker {
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    // Whoever waits hears of it. Heard by nobody it would bring the whole process down.
    worker.on("error", () => end(worker));
    worker.on("exit", () => {
      if (current === worker) current = undefined;
    });
    // The connection of whoever waits keeps the process; the thread alone does not.
    worker.unref();
    return worker;
  }

  async function writeOne(asked: Asked): Promise<Uint8Array> {
    clearTimeout(idle);
    current ??= begin();
    const worker = current;
    const deadline = setTimeout(() => end(worker), deadlineMs);
    try {
      const answer = await answerOf(worker, asked);
      if ("problem" in answer) throw notWritten(answer.problem);
      return answer.written;
    } finally {
      clearTimeout(deadline);
      idle = setTimeout(() => end(worker), idleMs).unref();
    }
  }

  return {
    write(letter, attachment, at) {
      const until = performance.now() + deadlineMs;
      const written = line.then(() => {
        if (performance.now() > until) throw notWritten("too many wait");
        return writeOne({ letter, attachment, at });
      });
      line = written.catch(() => {});
      return written;
    },
  };
}

async function answerOf(worker: Worker, asked: Asked): Promise<Answered> {
  const waiting = new AbortController();
  const { signal } = waiting;
  // It rejects with what brought the thread down.
  const message = once(worker, "message", { signal }).then(([answer]) => answer as Answered);
  const exit = once(worker, "exit", { signal }).then((): Answered => ({ problem: "the thread ended" }));
  for (const each of [message, exit]) each.catch(() => {});
  try {
    worker.postMessage(asked);
    return await Promise.race([message, exit]);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : "unknown" };
  } finally {
    waiting.abort();
  }
}

const notWritten = (why: string) => new Error(`a letter was not written: ${why}`);
