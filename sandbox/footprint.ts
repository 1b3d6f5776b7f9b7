import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Memory of `roots` and everything they started, in bytes. On Linux pages shared between processes are counted once
 * (proportional set size), or PostgreSQL's shared buffers would be counted for every connection; elsewhere it is the
 * resident size.
 */
export function memoryOf(roots: readonly number[]): number {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number) as [pid: number, parent: number, residentKb: number]);
  const wanted = new Set(roots);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [pid, parent] of table) {
      if (wanted.has(parent) && !wanted.has(pid)) {
        wanted.add(pid);
        grew = true;
      }
    }
  }
  return table
    .filter(([pid]) => wanted.has(pid))
    .reduce((sum, [pid, , residentKb]) => sum + (proportionalKb(pid) ?? residentKb) * 1024, 0);
}

function proportionalKb(pid: number): number | undefined {
  try {
    const match = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
    return match ? Number(match[1]) : undefined;
  } catch {
    return undefined;
  }
}
