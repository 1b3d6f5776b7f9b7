import { randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { accountAccess } from "./account-access.ts";
import { domesticPayment } from "./domestic-payment.ts";
import { type IntentApiDeps, serve } from "./exchange.ts";
import { interactionIdOf } from "./request-headers.ts";

/**
 * The intents of the UK Read/Write API, for TPPs: v3.1.11 (served as v3.1) and v4.0. For a listener that asks for
 * client certificates; needs the Node bindings of `@hono/node-server` to see them.
 */
export function createIntentApi(deps: IntentApiDeps): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  // Read whole before it is verified, so its size is bounded first. The widest intent is far below.
  app.use(bodyLimit({ maxSize: 64 * 1024 }));
  for (const version of ["v3.1", "v4.0"] as const) {
    const resources = {
      "aisp/account-access-consents": accountAccess(version, deps),
      "pisp/domestic-payment-consents": domesticPayment(version, deps),
    };
    for (const [path, { collection, item }] of Object.entries(resources)) {
      app.all(`/open-banking/${version}/${path}`, serve(collection, deps));
      app.all(`/open-banking/${version}/${path}/:id`, serve(item, deps));
    }
  }
  app.notFound(({ req }) => {
    const interactionId = interactionIdOf(req.raw.headers) ?? randomUUID();
    return new Response(null, { status: 404, headers: { "x-fapi-interaction-id": interactionId } });
  });
  return app;
}
