import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { Logger } from "pino";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export interface InteractionVariables {
  interactionId: string;
}

/**
 * `x-fapi-interaction-id` (FAPI 1.0 Baseline section 6.2.1, UK Read/Write API): echoed where it is a UUID, else a new
 * one, on every answer. One log line per request; the path carries account ids of ours only, the query is left out.
 */
export function interaction(log: Logger): MiddlewareHandler<{ Variables: InteractionVariables }> {
  return async (context, next) => {
    const sent = context.req.header("x-fapi-interaction-id");
    const interactionId = sent !== undefined && UUID.test(sent) ? sent : randomUUID();
    context.set("interactionId", interactionId);
    context.header("x-fapi-interaction-id", interactionId);
    const started = performance.now();
    await next();
    const { method, path } = context.req;
    const ms = Math.round(performance.now() - started);
    log.info({ correlationId: interactionId, method, path, status: context.res.status, ms }, "answered");
  };
}
