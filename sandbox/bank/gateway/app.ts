import { Hono } from "hono";
import type { Logger } from "pino";
import { AuthorizationServerUnavailable } from "../authorization-server.ts";
import { interaction } from "../interaction.ts";
import { type AccountRoutesParts, accountRoutes } from "./account-routes.ts";
import { versionOf } from "./api-version.ts";
import { type GatewayContext, type GatewayEnvironment, requireCertificate } from "./caller.ts";
import { errorBody, Refusal } from "./refusal.ts";

/** The bank's API for TPPs. Every request passes, in this order: certificate, route, token, binding, consent. */
export function gatewayApp(parts: AccountRoutesParts, log: Logger) {
  const app = new Hono<GatewayEnvironment>();
  app.get("/healthz", (context) => context.json({ status: "ok" }));
  app.use(interaction(log));
  app.use(async (context, next) => {
    requireCertificate(context);
    context.header("cache-control", "no-store");
    await next();
  });
  accountRoutes(app, parts);
  refuseOtherMethods(app);
  app.notFound((context) => answerRefusal(context, new Refusal(404)));
  app.onError((error, context) => {
    if (error instanceof Refusal) return answerRefusal(context, error);
    const correlationId = context.get("interactionId");
    log.error({ correlationId, err: error }, "failed");
    const unexpected = { code: "UnexpectedError", message: "The bank could not answer. Try again later." } as const;
    return error instanceof AuthorizationServerUnavailable
      ? answerRefusal(context, new Refusal(503, unexpected, { "retry-after": "5" }))
      : answerRefusal(context, new Refusal(500, unexpected));
  });
  return app;
}

function refuseOtherMethods(app: Hono<GatewayEnvironment>): void {
  const methods = new Map<string, string[]>();
  for (const { path, method } of app.routes) {
    if (method !== "ALL") methods.set(path, [...(methods.get(path) ?? []), method]);
  }
  for (const [path, allowed] of methods) {
    app.all(path, () => {
      throw new Refusal(405, undefined, { allow: allowed.join(", ") });
    });
  }
}

function answerRefusal(context: GatewayContext, refusal: Refusal): Response {
  for (const [name, value] of Object.entries(refusal.headers)) context.header(name, value);
  const body = errorBody(refusal, versionOf(context.req.path), context.get("interactionId"));
  return body ? context.json(body, refusal.status) : context.body(null, refusal.status);
}
