import { setTimeout as sleep } from "node:timers/promises";

const DEADLINE_MS = 90_000;

/** Asks until it is so. What the database cannot answer while it starts is asked again. */
export async function until(what: string, isSo: () => Promise<boolean>, deadlineMs = DEADLINE_MS): Promise<boolean> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    if (await isSo().catch(() => false)) return true;
    if (performance.now() > end) {
      console.log(`  waited ${deadlineMs / 1_000} s in vain: ${what}`);
      return false;
    }
    await sleep(100);
  }
}
