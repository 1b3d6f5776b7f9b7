import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/**
 * Builds the app (Vite, then its own server around it) and the sandbox's services into `build/`. Packages stay
 * outside the bundles, so that what runs is what the lock file says.
 */

export const SERVICES = [
  "authorization-server",
  "identity-provider",
  "bank",
  "tpp",
  "mail",
  "analytics",
  "directory",
] as const;
export type ServiceName = (typeof SERVICES)[number];

const STAMP = "build/stamp";
const SOURCES = ["app", "db", "sandbox", "public"];
const SETTINGS = ["package-lock.json", "vite.config.ts", "remix.config.js", "tsconfig.json"];

/**
 * Builds app and sandbox when a source file has changed since the last build. In a process of its own: the build tools
 * would stay in the caller's memory as long as it runs.
 */
export async function buildIfStale(): Promise<void> {
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprintOfSources()) return;
  await promisify(execFile)(join("node_modules/.bin/tsx"), [import.meta.filename, "--all"]);
}

async function buildAll(): Promise<void> {
  const fingerprint = fingerprintOfSources();
  rmSync(STAMP, { force: true });
  await buildApp();
  await bundleServers(SERVICES.map((name) => ({ in: `sandbox/${name}/main.ts`, out: `sandbox/${name}` })));
  writeFileSync(STAMP, fingerprint);
}

/** The app alone: the browser's half and the server's half by Vite, and the HTTP server around them. */
async function buildApp(): Promise<void> {
  process.env.NODE_ENV = "production";
  const { build } = await import("vite");
  await build({ logLevel: "warn" });
  await build({ logLevel: "warn", build: { ssr: true } });
  await bundleServers([
    { in: "app/server/main.ts", out: "app/main" },
    { in: "app/server/worker.ts", out: "app/worker" },
    { in: "app/server/rebuild-projection.ts", out: "app/rebuild-projection" },
    { in: "app/adapters/pdf/write-pdf.ts", out: "app/write-pdf" },
    { in: "db/migrate.ts", out: "db/migrate" },
    { in: "db/show-jobs.ts", out: "db/show-jobs" },
    { in: "app/server/retention-due.ts", out: "app/retention-due" },
    { in: "app/server/sealing-keys.ts", out: "app/sealing-keys" },
    { in: "db/outbox.ts", out: "db/outbox" },
    { in: "db/drift.ts", out: "db/drift" },
    { in: "db/audit-verify.ts", out: "db/audit-verify" },
    { in: "db/audit-retire.ts", out: "db/audit-retire" },
    { in: "db/erase-customer.ts", out: "db/erase-customer" },
  ]);
}

async function bundleServers(entryPoints: { in: string; out: string }[]): Promise<void> {
  const { build } = await import("esbuild");
  await build({
    entryPoints,
    outdir: "build",
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    sourcemap: "linked",
    alias: { "~": "./app", "#db": "./db" },
    logLevel: "warning",
  });
}

function fingerprintOfSources(): string {
  const hash = createHash("sha256");
  const files = SOURCES.flatMap((folder) => (existsSync(folder) ? filesBelow(folder) : []));
  for (const file of [...files, ...SETTINGS].sort()) {
    if (file.includes(".test.")) continue;
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}:${mtimeMs}:${size}\n`);
  }
  return hash.digest("hex");
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

if (process.argv[1] === import.meta.filename) await (process.argv.includes("--all") ? buildAll() : buildApp());
