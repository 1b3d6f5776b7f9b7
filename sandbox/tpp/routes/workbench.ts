import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { PROBLEMS } from "../pages/problem-page.tsx";
import { STYLES } from "../pages/styles.ts";
import { callbackRoutes } from "./callback.ts";
import { eventRoutes } from "./events.ts";
import { problem } from "./problem.ts";
import { runRoutes } from "./runs.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Services, WorkbenchEnv } from "./services.ts";
import { startRoutes } from "./start.ts";

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="#3d4fb5"/><path d="M7 8h10M12 8v9" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/></svg>`;

/** Every page of the workbench. */
export function createWorkbench(services: Services): Hono<WorkbenchEnv> {
  const app = new Hono<WorkbenchEnv>();
  app.use(securityHeaders);
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/styles.css", (c) => asset(c, "text/css; charset=utf-8", STYLES));
  app.get("/icon.svg", (c) => asset(c, "image/svg+xml", ICON));
  app.use(csrf({ origin: services.bench.topology.tpp }));
  app.use(bodyLimit({ maxSize: 64 * 1024, onError: (c) => problem(c, PROBLEMS.tooLarge) }));
  app.route("/", startRoutes(services));
  app.route("/", runRoutes(services));
  app.route("/", callbackRoutes(services));
  app.route("/", eventRoutes(services));
  app.notFound((c) => problem(c, PROBLEMS.unknownPage));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403) return problem(c, PROBLEMS.foreignForm);
    services.log.error({ err: { name: error.name, stack: error.stack }, path: c.req.routePath }, "request failed");
    return problem(c, PROBLEMS.broken);
  });
  return app;
}

function asset(context: Context, type: string, body: string): Response {
  return context.body(body, 200, { "content-type": type, "cache-control": "public, max-age=300" });
}
