import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Logger } from "pino";
import type { NotificationStore } from "./notification-store.ts";
import { type EventReader, KeysUnavailable } from "./read-event.ts";

export interface ReceiverParts {
  readonly reader: EventReader;
  readonly notifications: NotificationStore;
  readonly log: Logger;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Where the bank brings its events (UK event notifications; RFC 8935): 202 when one is taken over, which is also the
 * answer to a repeat and to an event of a kind that is not known here. It is written down first.
 */
export function createReceiver({ reader, notifications, log }: ReceiverParts): Hono {
  const app = new Hono();
  app.use(bodyLimit({ maxSize: 64 * 1024 }));
  app.use(async (c, next) => {
    const sent = c.req.header("x-fapi-interaction-id");
    if (sent && UUID.test(sent)) c.header("x-fapi-interaction-id", sent);
    await next();
  });
  app.post("/open-banking/:version{v3\\.1|v4\\.0}/event-notifications", async (c) => {
    const [type] = (c.req.header("content-type") ?? "").split(";");
    if (type?.trim().toLowerCase() !== "application/jwt") return c.body(null, 415);
    const read = await reader.read(await c.req.text(), "push");
    if ("fault" in read) {
      log.warn({ fault: read.fault }, "an event was refused");
      return c.json({ err: read.fault, description: "This is no event of the bank's for this TPP." }, 400);
    }
    if (read.notification) await notifications.add(read.notification);
    log.info({ jti: read.jti, tpp: read.tppId, known: read.notification !== undefined }, "an event was taken");
    return c.body(null, 202);
  });
  app.onError((error, c) => {
    log.error({ err: { name: error.name, stack: error.stack } }, "an event could not be taken");
    return c.body(null, error instanceof KeysUnavailable ? 503 : 500);
  });
  return app;
}
