import { Hono } from "hono";
import type { Logger } from "pino";
import type { CaughtMails } from "./caught-mail.ts";
import { renderListPage } from "./pages/list-page.tsx";
import { renderMailPage } from "./pages/mail-page.tsx";
import { STYLES } from "./pages/styles.ts";

/** Shown inside a page of ours, and by itself: neither a script nor anything from elsewhere runs or loads. */
const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What was caught: pages for people, and the same as JSON below `/api`. */
export function createMailbox(mails: CaughtMails, log: Logger) {
  const app = new Hono();
  const recipientOf = (to: string | undefined) => to?.trim() || undefined;
  app.use(async (context, next) => {
    await next();
    context.header("x-content-type-options", "nosniff");
    context.header("referrer-policy", "no-referrer");
    context.header("cache-control", "no-store");
    if (!context.res.headers.has("content-security-policy")) context.header("content-security-policy", PAGE_POLICY);
  });
  app.get("/healthz", (context) => context.json({ status: "ok" }));
  app.get("/styles.css", (context) => context.body(STYLES, 200, { "content-type": "text/css; charset=utf-8" }));
  app.get("/", (context) => {
    const to = recipientOf(context.req.query("to"));
    return context.html(renderListPage(mails.newest(to), to));
  });
  app.get("/mails/:number{[0-9]+}", (context) => {
    const mail = mails.find(Number(context.req.param("number")));
    return mail ? context.html(renderMailPage(mail)) : context.notFound();
  });
  app.get("/mails/:number{[0-9]+}/html", (context) => {
    const mail = mails.find(Number(context.req.param("number")));
    if (!mail) return context.notFound();
    context.header("content-security-policy", MAIL_POLICY);
    return context.html(mail.html);
  });
  app.get("/api/mails", (context) =>
    context.json({ count: mails.count(), mails: mails.newest(recipientOf(context.req.query("to"))) }),
  );
  app.notFound((context) => context.text("There is no such mail.", 404));
  app.onError((error, context) => {
    log.error({ err: error }, "failed");
    return context.text("Something went wrong.", 500);
  });
  return app;
}
