import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SANDBOX_BRANDS } from "~/brands/index";
import { newTrace, withTrace } from "~/web/correlation.server";
import { createLog } from "~/web/log.server";
import type { Readiness } from "~/web/services.server";
import type { AppBuild } from "./app-build";
import { type RunningApp, type ServerSettings, startServer } from "./start";
import { syntheticBuild } from "./synthetic-build.harness";

export interface TestApp extends RunningApp {
  readonly origin: string;
  /** What the app logged, parsed. */
  readonly logged: readonly Record<string, unknown>[];
  /** Sends bytes as they are and returns everything that came back until the server closed. */
  raw(bytes: string): Promise<string>;
}

export const TEST_ORIGIN = "https://consent.bank.example";

/** The server over the synthetic build, on a free port, with two static files. */
export async function startTestApp(
  options: {
    readonly readiness?: () => Promise<Readiness>;
    readonly settings?: Partial<ServerSettings>;
    readonly closed?: () => void;
    readonly startJobs?: AppBuild["entry"]["module"]["startJobs"];
    readonly alertsRaised?: AppBuild["entry"]["module"]["alertsRaised"];
    readonly readsCounted?: AppBuild["entry"]["module"]["readsCounted"];
    readonly routes?: AppBuild["routes"];
  } = {},
): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), "static-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets", "style-abc123.css"), "body{}");
  writeFileSync(join(folder, "favicon.svg"), "<svg/>");
  const logged: Record<string, unknown>[] = [];
  const log = createLog("info", { write: (line: string) => void logged.push(JSON.parse(line)) });
  const build = syntheticBuild();
  const app = await startServer(
    {
      ...build,
      routes: { ...build.routes, ...options.routes },
      entry: {
        module: {
          ...build.entry.module,
          newTrace,
          withTrace,
          log: () => log,
          readiness: options.readiness ?? (async () => ({ ready: true, notReady: [] })),
          closeServices: async () => options.closed?.(),
          alertsRaised: options.alertsRaised ?? (() => ({ "request-not-understood": 0 })),
          readsCounted: options.readsCounted ?? (() => ({ taken: 0, repeated: 0, refused: 0, early: 0, unsigned: 0 })),
          startJobs: options.startJobs ?? (() => ({ stop: async () => true })),
        },
      },
    } as AppBuild,
    folder,
    {
      PORT: 0,
      LISTEN_HOST: "127.0.0.1",
      PUBLIC_ORIGIN: TEST_ORIGIN,
      brand: SANDBOX_BRANDS.northlight,
      UPSTREAM_TIMEOUT_MS: 2_500,
      DRAIN_MS: 0,
      WORKER: "in-process",
      ...options.settings,
    },
  );
  return {
    ...app,
    origin: `http://127.0.0.1:${app.port}`,
    logged,
    raw: (bytes) => exchange(app.port, bytes),
    async stop() {
      await app.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let received = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("close", () => resolve(received));
    socket.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" ? resolve(received) : reject(error),
    );
    socket.write(bytes);
  });
}
