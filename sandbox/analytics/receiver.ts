import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Logger } from "pino";
import type { Database } from "../database.ts";
import type { ConsentEvent } from "./event.ts";

interface Needs {
  readonly sql: Database;
  readonly read: (body: string) => Promise<ConsentEvent | undefined>;
  readonly log: Logger;
}

const LIMIT = bodyLimit({ maxSize: 64 * 1_024, onError: (context) => context.json({ error: "too_large" }, 413) });
const LISTED = 1_000;

/** Takes the bank's own events, once each, and lists what came for whoever wants to check. */
export function createReceiver({ sql, read, log }: Needs) {
  const app = new Hono();
  app.get("/healthz", (context) => context.json({ status: "ok" }));
  app.post("/events", LIMIT, async (context) => {
    const event = await read(await context.req.text());
    if (!event) return context.json({ error: "not_signed_by_the_consent_app" }, 400);
    await sql`
      insert into event (id, consent_id, version, body)
      values (${event.id}, ${event.consentId}, ${event.version}, ${sql.json(event as never)})
      on conflict (id) do update set deliveries = event.deliveries + 1`;
    return context.body(null, 202);
  });
  app.get("/events", async (context) => {
    const consent = context.req.query("consentId") ?? null;
    const [total] = await sql`select count(*)::int as count from event`;
    const events = await sql`
      select body, deliveries from event where ${consent}::text is null or consent_id = ${consent}
      order by arrival desc limit ${LISTED}`;
    return context.json({ count: total?.["count"], events });
  });
  app.notFound((context) => context.json({ error: "not_found" }, 404));
  app.onError((error, context) => {
    log.error({ err: error }, "failed");
    return context.json({ error: "unexpected_error" }, 500);
  });
  return app;
}
