import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { packagedChromium } from "./packaged-chromium.ts";

export interface BrowserToUse {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

const isRoot = process.getuid?.() === 0;

const ARGS = [
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The sandbox of the browser cannot be set up by root.
  ...(isRoot ? ["--no-sandbox"] : []),
];

/**
 * A Chromium, wherever one can be had: the one named by CHROMIUM_PATH, the one without windows of the system or of
 * `@sparticuz/chromium`, and last one with windows, of the system, of Playwright or of Debian. One with windows opens a
 * window for each page even where nobody can see it, which takes five times as long.
 *
 * @throws Error that says how to get one.
 */
export async function findChromium(): Promise<BrowserToUse> {
  const path = fromEnvironment() ?? fromSystem(["chromium-headless-shell", "chrome-headless-shell"]);
  const packaged = path ? undefined : packagedChromium();
  if (packaged) return { ...packaged, args: ARGS };
  const found = path ?? fromSystem(WITH_WINDOWS) ?? fromPlaywright() ?? fromDebian();
  if (found) return { executablePath: found, args: ARGS, env: {} };
  throw new Error("no Chromium found; install one with: apt-get install chromium, or set CHROMIUM_PATH to yours");
}

const WITH_WINDOWS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function fromEnvironment(): string | undefined {
  const path = process.env.CHROMIUM_PATH;
  if (path && !existsSync(path)) throw new Error(`CHROMIUM_PATH names ${path}, which is not there`);
  return path || undefined;
}

function fromSystem(names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = tryRun("which", [name])?.trim();
    if (found) return found;
  }
  return undefined;
}

function fromPlaywright(): string | undefined {
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  tryRun("npx", ["playwright", "install", "chromium"], 120_000);
  return existsSync(path) ? path : undefined;
}

function fromDebian(): string | undefined {
  if (!isRoot || !existsSync("/etc/debian_version")) return undefined;
  tryRun("apt-get", ["update"], 300_000);
  tryRun("apt-get", ["install", "-y", "chromium"], 600_000);
  return fromSystem(WITH_WINDOWS);
}

function tryRun(command: string, args: readonly string[], timeout = 10_000): string | undefined {
  try {
    return execFileSync(command, args, { encoding: "utf8", timeout, stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
}
