import { randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { CONSENT_KINDS, CONSENT_TYPES } from "../consents/consent-kinds.ts";
import { interactionIdOf } from "../interaction-id.ts";
import { type IntentApiDeps, serve } from "./exchange.ts";
import { fileResource } from "./files/file-resource.ts";
import { intentResource } from "./intent-resource.ts";

/**
 * The intents of the UK Read/Write API, for TPPs: v3.1.11 (served as v3.1) and v4.0. For a listener that asks for
 * client certificates; needs the Node bindings of `@hono/node-server` to see them.
 */
export function createIntentApi(deps: IntentApiDeps): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  // Read whole before it is verified, so its size is bounded first. The widest intent is far below.
  const intents = bodyLimit({ maxSize: 64 * 1024, onError: (c) => withoutBody(c, 413) });
  const files = bodyLimit({ maxSize: 4 * 1024 * 1024, onError: (c) => withoutBody(c, 413) });
  app.use((c, next) => (c.req.path.endsWith("/file") ? files : intents)(c, next));
  for (const version of ["v3.1", "v4.0"] as const) {
    const file = `/open-banking/${version}/${CONSENT_KINDS.file_payment.resource}/:id/file`;
    app.all(file, serve(fileResource(version, deps), deps));
    for (const type of CONSENT_TYPES) {
      const { collection, item } = intentResource(type, version, deps);
      const path = `/open-banking/${version}/${CONSENT_KINDS[type].resource}`;
      app.all(path, serve(collection, deps));
      app.all(`${path}/:id`, serve(item, deps));
    }
  }
  app.notFound((c) => withoutBody(c, 404));
  return app;
}

/** The standard has no error body for these; the interaction id is on every answer all the same. */
function withoutBody(c: Context, status: 404 | 413): Response {
  const interactionId = interactionIdOf(c.req.header("x-fapi-interaction-id")) ?? randomUUID();
  return new Response(null, { status, headers: { "x-fapi-interaction-id": interactionId } });
}
