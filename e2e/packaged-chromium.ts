import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const PACKAGES = join(import.meta.dirname, "../node_modules");
/** Beside the packages, so that `npm ci` takes it away with them. */
const CACHE = join(PACKAGES, ".cache/assent-chromium");

/** Its own arguments are not used: they switch web security off. Its libraries are unpacked only where it sees a Lambda. */
const UNPACK = 'const { default: packaged } = await import("@sparticuz/chromium"); await packaged.executablePath();';

export interface PackagedChromium {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/**
 * The Chromium without windows inside `@sparticuz/chromium`, unpacked once for each version. Of the system it takes the
 * fonts, where it has some.
 *
 * @returns undefined where it does not run: it is made for Linux on x64.
 */
export function packagedChromium(): PackagedChromium | undefined {
  try {
    const folder = unpacked();
    const chromium = {
      executablePath: join(folder, "chromium"),
      env: {
        LD_LIBRARY_PATH: join(folder, "al2023/lib"),
        ...(!existsSync("/etc/fonts") && { FONTCONFIG_PATH: join(folder, "fonts") }),
      },
    };
    const env = { ...process.env, ...chromium.env };
    execFileSync(chromium.executablePath, ["--version"], { env, stdio: "ignore", timeout: 10_000 });
    return chromium;
  } catch {
    return undefined;
  }
}

function unpacked(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGES, "@sparticuz/chromium/package.json"), "utf8"));
  const folder = join(CACHE, version);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const fresh = mkdtempSync(join(CACHE, "unpacking-"));
  try {
    // In a process of its own, because the package changes the environment of the one that it is loaded in.
    const env = { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" };
    execFileSync(process.execPath, ["--input-type=module", "-e", UNPACK], { env, stdio: "ignore", timeout: 60_000 });
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Somebody else may have been quicker.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
