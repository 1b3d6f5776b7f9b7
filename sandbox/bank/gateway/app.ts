import { Hono } from "hono";
import type { JWK } from "jose";
import type { Logger } from "pino";
import { AuthorizationServerUnavailable } from "../authorization-server.ts";
import { type EventRoutesParts, eventRoutes } from "../events/event-routes.ts";
import { ConsentAppUnavailable } from "../events/tpp-events.ts";
import { interaction } from "../interaction.ts";
import type { ReadLog } from "../reads/read-log.ts";
import { type AccountRoutesParts, accountRoutes } from "./account-routes.ts";
import { versionOf } from "./api-version.ts";
import { type GatewayContext, type GatewayEnvironment, requireCertificate } from "./caller.ts";
import { type FundsRoutesParts, fundsRoutes } from "./funds-routes.ts";
import { paymentRoutes } from "./payment-routes.ts";
import { errorBody, Refusal } from "./refusal.ts";

export interface GatewayParts extends AccountRoutesParts, FundsRoutesParts, EventRoutesParts {
  /** What TPPs check the bank's message signatures with. */
  readonly publicKey: JWK;
  readonly reads: ReadLog;
  readonly log: Logger;
}

/** The bank's API for TPPs. Every request passes, in this order: certificate, route, token, binding, consent. */
export function gatewayApp(parts: GatewayParts) {
  const { log, sign, publicKey } = parts;
  const app = new Hono<GatewayEnvironment>();
  const refuse = (context: GatewayContext, refusal: Refusal) => answerRefusal(context, refusal, sign);
  app.get("/healthz", async (context) => context.json({ status: "ok", reads: await parts.reads.backlog() }));
  app.use(interaction(log));
  app.use(async (context, next) => {
    requireCertificate(context);
    context.header("cache-control", "no-store");
    await next();
  });
  app.get("/.well-known/jwks.json", (context) => context.json({ keys: [publicKey] }));
  accountRoutes(app, parts);
  paymentRoutes(app, parts);
  fundsRoutes(app, parts);
  eventRoutes(app, parts);
  refuseOtherMethods(app);
  app.notFound((context) => refuse(context, new Refusal(404)));
  app.onError((error, context) => {
    if (error instanceof Refusal) return refuse(context, error);
    const correlationId = context.get("interactionId");
    log.error({ correlationId, err: error }, "failed");
    const unexpected = { code: "UnexpectedError", message: "The bank could not answer. Try again later." } as const;
    return error instanceof AuthorizationServerUnavailable || error instanceof ConsentAppUnavailable
      ? refuse(context, new Refusal(503, unexpected, { "retry-after": "5" }))
      : refuse(context, new Refusal(500, unexpected));
  });
  return app;
}

/** Every path that answers one method answers all others with 405. */
function refuseOtherMethods(app: Hono<GatewayEnvironment>): void {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of app.routes) {
    if (method !== "ALL") methods.set(path, (methods.get(path) ?? new Set()).add(method));
  }
  for (const [path, allowed] of methods) {
    app.all(path, () => {
      throw new Refusal(405, undefined, { allow: [...allowed].join(", ") });
    });
  }
}

async function answerRefusal(context: GatewayContext, refusal: Refusal, sign: GatewayParts["sign"]): Promise<Response> {
  for (const [name, value] of Object.entries(refusal.headers)) context.header(name, value);
  const { path } = context.req;
  const body = errorBody(refusal, versionOf(path), context.get("interactionId"));
  if (!body) return context.body(null, refusal.status);
  const text = JSON.stringify(body);
  // Where answers are signed, their errors are too.
  if (/\/(?:pisp|event-subscriptions)(?:\/|$)/.test(path)) context.header("x-jws-signature", await sign(text));
  return context.body(text, refusal.status, { "content-type": "application/json" });
}
