import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

/** Processor time as the kernel counts it (proc(5)), in seconds. */

/** USER_HZ: 100 on every platform that Node runs on. */
const TICKS_PER_SECOND = 100;

/** User and system time of one process, all its threads included. */
export function cpuSecondsOf(pid: number): number {
  const { user, system } = statOf(pid) ?? { user: 0, system: 0 };
  return (user + system) / TICKS_PER_SECOND;
}

/** Resident memory of one process, in bytes. */
export function residentBytesOf(pid: number): number {
  const match = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(match?.[1] ?? Number.NaN) * 1024;
}

/** Measures what share of all processors went to others than `ours` and their children, from now until it is asked. */
export function watchForeignLoad(ours: readonly number[]): () => number {
  const begin = { ...machineSeconds(), own: treeSeconds(ours) };
  return () => {
    const { busy, total } = machineSeconds();
    const foreign = busy - begin.busy - (treeSeconds(ours) - begin.own);
    return Math.max(0, foreign / (total - begin.total));
  };
}

/** Above this share of foreign load a rate says more about the others than about us. */
export const QUIET = 0.2;

/** Waits until the machine is quiet for a second; gives up after 20 s. */
export async function quietGate(ours: readonly number[]): Promise<void> {
  for (let second = 0; second < 20; second++) {
    const foreignLoad = watchForeignLoad(ours);
    await sleep(1_000);
    if (foreignLoad() < QUIET) return;
  }
}

/** @throws Error where there is no /proc. */
export function requireProc(): void {
  if (!statOf(process.pid)) throw new Error("the measurements read /proc: run them on Linux");
}

function machineSeconds(): { busy: number; total: number } {
  const times = cpus().map((cpu) => cpu.times);
  const sum = (pick: (each: (typeof times)[number]) => number) => times.reduce((all, each) => all + pick(each), 0);
  const busy = sum(({ user, nice, sys, irq }) => user + nice + sys + irq) / 1_000;
  return { busy, total: busy + sum(({ idle }) => idle) / 1_000 };
}

function treeSeconds(roots: readonly number[]): number {
  const stats = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : []));
  const wanted = new Set(roots);
  for (let size = 0; size !== wanted.size; ) {
    size = wanted.size;
    for (const { pid, parent } of stats) if (wanted.has(parent)) wanted.add(pid);
  }
  const ours = stats.filter(({ pid }) => wanted.has(pid));
  // With what their children used that are gone by now, or it would look like the work of others.
  return ours.reduce((sum, { user, system, gone }) => sum + user + system + gone, 0) / TICKS_PER_SECOND;
}

function statOf(pid: number) {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in parentheses, may hold anything; what follows it is numbers, the third field of proc(5) first.
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    const [user, system, goneUser, goneSystem] = fields.slice(11, 15).map(Number) as [number, number, number, number];
    return { pid, parent: Number(fields[1]), user, system, gone: goneUser + goneSystem };
  } catch {
    return undefined;
  }
}
