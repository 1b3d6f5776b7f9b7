import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { cpuSecondsOf, watchForeignLoad } from "./cpu.ts";

/** A page as a browser asks for it, and what has to come back. */
export interface Target {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a right answer's body, in bytes. */
  readonly length: number;
  readonly pid: number;
}

export interface Round {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Of the server's processor time, in microseconds. */
  readonly cpuPerRequest: number;
  /** Of one processor, 0 to 1 and a little more: below about 0.9 something else than the server was the limit. */
  readonly serverBusy: number;
  /** Of all processors, 0 to 1. */
  readonly foreignLoad: number;
}

export interface LoadOptions {
  readonly connections: number;
  readonly seconds: number;
  /** At most so long, and any time below, before each request: without it, equal waits make all connections walk in step. */
  readonly pauseMs: number;
  /** Every process of the measurement beside this one; all others are foreign. */
  readonly ours: readonly number[];
}

/** Not measured: connections open in it. */
const LEAD_IN_MS = 700;

/**
 * Asks for the page again and again, on each connection after the last answer is complete.
 *
 * @throws Error when an answer is not 200 with the expected number of bytes: a fast wrong answer is no measurement.
 */
export async function load(target: Target, { connections, seconds, pauseMs, ours }: LoadOptions): Promise<Round> {
  const pool = new Pool(target.origin, { connections, pipelining: 1 });
  const latencies: number[] = [];
  let phase: "lead-in" | "measuring" | "over" = "lead-in";
  try {
    const loops = Array.from({ length: connections }, async () => {
      while (phase !== "over") {
        if (pauseMs > 0) await sleep(Math.random() * pauseMs);
        const begun = performance.now();
        await ask(pool, target);
        if (phase === "measuring") latencies.push(performance.now() - begun);
      }
    });
    // They end when the phase is over, or by failing: then there is nothing more to wait for.
    const ended = Promise.all(loops);
    await Promise.race([sleep(LEAD_IN_MS), ended]);

    phase = "measuring";
    const foreignLoad = watchForeignLoad([process.pid, ...ours]);
    const [begun, cpu] = [performance.now(), cpuSecondsOf(target.pid)];
    await Promise.race([sleep(seconds * 1_000), ended]);
    const [elapsed, used] = [(performance.now() - begun) / 1_000, cpuSecondsOf(target.pid) - cpu];
    const measured = { foreignLoad: foreignLoad(), serverBusy: used / elapsed };
    const count = latencies.length;
    phase = "over";
    await ended;

    latencies.length = count;
    latencies.sort((a, b) => a - b);
    return {
      ...measured,
      perSecond: count / elapsed,
      p50: latencies[Math.floor(count * 0.5)] ?? Number.NaN,
      p99: latencies[Math.floor(count * 0.99)] ?? Number.NaN,
      cpuPerRequest: (used / count) * 1e6,
    };
  } finally {
    phase = "over";
    await pool.destroy();
  }
}

/** Asks for the page `count` times on 16 connections. */
export async function askTimes(target: Target, count: number): Promise<void> {
  const pool = new Pool(target.origin, { connections: 16, pipelining: 1 });
  let left = count;
  const loop = async () => {
    while (left-- > 0) await ask(pool, target);
  };
  try {
    await Promise.all(Array.from({ length: 16 }, loop));
  } finally {
    await pool.destroy();
  }
}

function ask(pool: Pool, { path, headers, length }: Target): Promise<void> {
  return new Promise((resolve, reject) => {
    let status = 0;
    let received = 0;
    pool.dispatch(
      { path, method: "GET", headers },
      {
        onConnect: () => {},
        onHeaders: (code) => {
          status = code;
          return true;
        },
        onData: (chunk) => {
          received += chunk.length;
          return true;
        },
        onComplete: () => {
          if (status === 200 && received === length) resolve();
          else reject(new Error(`${path} answered ${status} with ${received} bytes instead of ${length}`));
        },
        onError: reject,
      },
    );
  });
}
