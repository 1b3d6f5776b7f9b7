import { Hono } from "hono";
import type { Logger } from "pino";
import { z } from "zod";
import { type Entries, ROLES } from "./entries.ts";
import { renderRegister, STYLES } from "./page.tsx";

const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const form = z.object({
  status: z.enum(["Active", "Withdrawn"]),
  roles: z.array(z.enum(ROLES)),
  certificateDays: z.coerce.number().int().min(-30).max(4_000).optional(),
});

interface Parts {
  readonly entries: Entries;
  /** Where its pages are, for whoever sends a form. */
  readonly origin: string;
  readonly pkiFolder: string;
  readonly log: Logger;
}

/** The pages on which somebody withdraws a firm, or changes what it may do. */
export function createPages({ entries, origin, pkiFolder, log }: Parts) {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header("x-content-type-options", "nosniff");
    context.header("referrer-policy", "same-origin");
    context.header("cache-control", "no-store");
    context.header("content-security-policy", POLICY);
  });
  app.get("/healthz", (context) => context.json({ status: "ok" }));
  app.get("/styles.css", (context) => context.body(STYLES, 200, { "content-type": "text/css; charset=utf-8" }));
  app.get("/", async (context) => context.html(renderRegister(await entries.all(), pkiFolder)));
  app.post("/firms/:id", async (context) => {
    if (context.req.header("origin") !== origin) return context.text("This form was sent from somewhere else.", 403);
    const sent = await context.req.parseBody({ all: true });
    const read = form.safeParse({
      status: sent["status"],
      roles: [sent["role"] ?? []].flat(),
      certificateDays: sent["days"] || undefined,
    });
    if (!read.success) return context.text("That is no form of this page.", 400);
    const { certificateDays, ...said } = read.data;
    const known = await entries.change(context.req.param("id"), {
      ...said,
      ...(certificateDays !== undefined && { certificateDays }),
    });
    return known ? context.redirect("/", 303) : context.notFound();
  });
  app.onError((error, context) => {
    log.error({ err: error }, "failed");
    return context.text("Something went wrong.", 500);
  });
  return app;
}
