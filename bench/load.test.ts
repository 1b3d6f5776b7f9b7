import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { ratioOf } from "./figures.ts";
import { askTimes, load, type Target } from "./load.ts";

let server: Server | undefined;
afterEach(() => void server?.close());

async function target(handler: RequestListener): Promise<Target> {
  server = createServer(handler);
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, path: "/", headers: {}, length: 4, pid: process.pid };
}

const briefly = { connections: 2, seconds: 0.5, pauseMs: 0, ours: [] };

describe.skipIf(process.platform !== "linux")("a round of load", () => {
  test("counts what was answered, and how long it took", async () => {
    const slow = await target((_, response) => setTimeout(() => response.end("page"), 50));
    const round = await load(slow, briefly);
    // Two connections, 50 ms each: 40 in a second. A busy machine makes it fewer, never more.
    expect(round.perSecond).toBeLessThanOrEqual(42);
    expect(round.perSecond).toBeGreaterThan(4);
    expect(round.p50).toBeGreaterThanOrEqual(49);
    expect(round.p99).toBeGreaterThanOrEqual(round.p50);
  });

  test("charges the server for its work", async () => {
    const idle = await load(await target((_, response) => void response.end("page")), briefly);
    server?.close();
    const working = await target((_, response) => {
      for (const begun = performance.now(); performance.now() - begun < 5; );
      response.end("page");
    });
    expect((await load(working, briefly)).cpuPerRequest).toBeGreaterThan(idle.cpuPerRequest * 2);
  });

  test.each<[string, RequestListener]>([
    ["an error", (_, response) => void response.writeHead(500).end("page")],
    ["a short answer", (_, response) => void response.end("pag")],
    ["a cut connection", ({ socket }) => void socket.destroy()],
  ])("is none when there is %s", async (_, handler) => {
    await expect(load(await target(handler), briefly)).rejects.toThrow();
    await expect(askTimes(await target(handler), 20)).rejects.toThrow();
  });
});

test("a ratio compares neighbours in time", () => {
  // Both twice as slow in the second round: the ratio does not move.
  expect(ratioOf([10, 20, 10], [5, 10, 5])).toEqual({ median: 2, lowest: 2, highest: 2 });
});
