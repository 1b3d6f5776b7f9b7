import { createRequestHandler } from "@remix-run/node";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { handleError } from "./entry.server";
import { TEST_ENVIRONMENT } from "./env.harness";
import { syntheticBuild } from "./server/synthetic-build.harness";
import { log } from "./web/log.server";

/** Our error handler under the real Remix, over routes that fail in every way; how the page then looks is not asked. */
const build = syntheticBuild();
const route = (path: string, module: object) => ({
  [path]: { id: path, parentId: "root", path, module: module as never },
});
const fails = (error: () => unknown) => ({
  default: () => null,
  loader: () => {
    throw error();
  },
});
const handler = createRequestHandler(
  {
    ...build,
    routes: {
      ...build.routes,
      ...route("plain", { default: () => null }),
      ...route("resource", { loader: () => new Response("x") }),
      ...route(
        "broken",
        fails(() => new Error("broken")),
      ),
      ...route(
        "gone",
        fails(() => new Response(null, { status: 410 })),
      ),
    },
    entry: { module: { default: (_, status) => new Response(null, { status }), handleError, streamTimeout: 500 } },
  },
  "production",
);

beforeAll(() => {
  for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
});
beforeEach(() => {
  for (const level of ["debug", "error"] as const) vi.spyOn(log(), level);
});
afterEach(() => vi.restoreAllMocks());

async function ask(method: string, path: string): Promise<number> {
  const answer = await handler(new Request(`http://app.test${path}`, { method }), { nonce: "", scripts: false });
  await answer.text();
  return answer.status;
}

test.each([
  ["POST", "/plain", 405],
  ["POST", "/plain.data", 405],
  ["POST", "/resource", 405],
  ["GET", "/gone", 410],
])("%s %s is refused, which is no fault of ours", async (method, path, status) => {
  expect(await ask(method, path)).toBe(status);
  expect(log().error).not.toHaveBeenCalled();
});

test("what the router refuses is logged quietly, with its status", async () => {
  await ask("POST", "/plain");
  expect(log().debug).toHaveBeenCalledWith({ method: "POST", status: 405 }, "a route refused");
});

test.each(["/broken", "/broken.data"])("a loader that fails is a fault: %s", async (path) => {
  expect(await ask("GET", path)).toBe(500);
  const err = expect.objectContaining({ message: "broken" });
  expect(log().error).toHaveBeenCalledWith({ err, method: "GET", status: 500 }, "a route failed");
});
