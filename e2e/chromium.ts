import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";

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
 * A Chromium, wherever one can be had: the one named by CHROMIUM_PATH, one of the system, Playwright's own, one from
 * Debian, and last the one inside `@sparticuz/chromium`.
 *
 * @throws Error that says how to get one.
 */
export async function findChromium(): Promise<BrowserToUse> {
  const path = fromEnvironment() ?? fromSystem() ?? fromPlaywright() ?? fromDebian();
  if (path) return { executablePath: path, args: ARGS, env: {} };
  const packaged = await fromPackage();
  if (packaged) return packaged;
  throw new Error("no Chromium found; install one with: apt-get install chromium, or set CHROMIUM_PATH to yours");
}

function fromEnvironment(): string | undefined {
  const path = process.env.CHROMIUM_PATH;
  if (path && !existsSync(path)) throw new Error(`CHROMIUM_PATH names ${path}, which is not there`);
  return path || undefined;
}

function fromSystem(): string | undefined {
  for (const name of ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) {
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
  return fromSystem();
}

/** Its own arguments switch web security off and are not used; its libraries are unpacked only where it sees a Lambda. */
async function fromPackage(): Promise<BrowserToUse | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "assent-chromium-"));
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x";
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    return {
      executablePath: await packaged.executablePath(),
      args: ARGS,
      env: { LD_LIBRARY_PATH: join(folder, "al2023/lib"), FONTCONFIG_PATH: join(folder, "fonts") },
    };
  } catch {
    return undefined;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function tryRun(command: string, args: readonly string[], timeout = 10_000): string | undefined {
  try {
    return execFileSync(command, args, { encoding: "utf8", timeout, stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
}
