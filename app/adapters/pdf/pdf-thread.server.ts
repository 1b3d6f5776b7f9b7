import { Worker } from "node:worker_threads";
import type { ReceiptLetter } from "~/domain/receipts/receipt-letter";
import type { Attachment, PdfWriter } from "~/ports/pdf-writer";

/** What the thread is asked, and what it answers; see write-pdf.ts. */
export interface Asked {
  readonly id: number;
  readonly letter: ReceiptLetter;
  readonly attachment: Attachment;
  readonly at: Date;
}
export type Answered = { readonly id: number } & ({ readonly written: Uint8Array } | { readonly problem: string });

interface Waiting {
  resolve(written: Uint8Array): void;
  reject(problem: Error): void;
}

interface Thread {
  readonly worker: Worker;
  /** By the id of what they asked. */
  readonly waiting: Map<number, Waiting>;
}

/** Milliseconds. A letter takes less than one second; whoever waits for longer is better told. */
const DEADLINE = 15_000;
/** Milliseconds without a letter after which the thread ends: it holds two faces and all of pdfkit. */
const IDLE = 60_000;
const MEMORY_MB = 192;

/**
 * Writes letters in a thread of its own, which begins with the first one. A letter takes tenths of a second of processor
 * time, in which the thread that answers everybody else would answer nobody.
 *
 * @param file the program of the thread: write-pdf.ts, as it is built.
 */
export function createPdfThread(file: URL, idleMs = IDLE): PdfWriter {
  let current: Thread | undefined;
  let asked = 0;
  let idle: NodeJS.Timeout | undefined;

  /** Nobody asks a thread any more that is about to end. */
  const end = (thread: Thread) => {
    if (current === thread) current = undefined;
    void thread.worker.terminate();
  };

  function begin(): Thread {
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    const thread: Thread = { worker, waiting: new Map() };
    worker.on("message", (answer: Answered) => {
      const whose = thread.waiting.get(answer.id);
      if ("written" in answer) whose?.resolve(answer.written);
      else whose?.reject(notWritten(answer.problem));
    });
    let why = "the thread ended";
    worker.on("error", (error) => {
      why = error.message;
    });
    worker.on("exit", () => {
      if (current === thread) current = undefined;
      for (const each of thread.waiting.values()) each.reject(notWritten(why));
    });
    // The connection of whoever waits keeps the process; the thread alone does not.
    worker.unref();
    return thread;
  }

  return {
    async write(letter, attachment, at) {
      clearTimeout(idle);
      current ??= begin();
      const thread = current;
      const id = ++asked;
      const deadline = setTimeout(() => end(thread), DEADLINE);
      try {
        return await new Promise<Uint8Array>((resolve, reject) => {
          thread.waiting.set(id, { resolve, reject });
          thread.worker.postMessage({ id, letter, attachment, at } satisfies Asked);
        });
      } finally {
        clearTimeout(deadline);
        thread.waiting.delete(id);
        clearTimeout(idle);
        if (thread.waiting.size === 0) idle = setTimeout(() => end(thread), idleMs).unref();
      }
    },
  };
}

const notWritten = (why: string) => new Error(`a letter was not written: ${why}`);
