import type { TLSSocket } from "node:tls";
import type { HttpBindings } from "@hono/node-server";
import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Logger } from "pino";
import { z } from "zod";
import type { Database } from "../../database.ts";
import { noticeRoutes } from "../notices/notice-routes.ts";
import { countUse, passkeysOf } from "../passkeys/passkey-store.ts";
import { findPerson } from "../people.ts";
import type { SandboxPhones } from "../phone.ts";

interface Dependencies {
  readonly sql: Database;
  readonly log: Logger;
  readonly phones: SandboxPhones;
}

/** PostgreSQL refuses a text with a zero byte. */
const known = z.string().regex(/^[^\0]{1,1024}$/);
const useRequest = z.object({ counter: z.number().int().min(0).max(0xffff_ffff) });
const codeRequest = z.object({
  code: z.string().regex(/^\d{6}$/),
  reference: z.string().regex(/^\w{1,16}$/),
  text: z.string().min(1).max(1000),
  lifetimeSeconds: z.number().int().min(1).max(600),
});

/**
 * What the consent page needs to ask for a second factor itself, bound to what it shows (P-22, P-23): whose passkeys
 * there are, and messages to the customer's phone. For the one client certificate of that page; the authorization
 * server's own may send notices (CIBA) and nothing else.
 */
export function createFactorsApi({ sql, log, phones }: Dependencies): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const person = async (id: string) => (known.safeParse(id).success ? findPerson(sql, id) : undefined);

  app.get("/healthz", (c) => c.json({ status: "ok" }));
  const only = (name: string): MiddlewareHandler<{ Bindings: HttpBindings }> =>
    async function admit(c, next) {
      c.header("cache-control", "no-store");
      if (!isCertified(c.env.incoming.socket as TLSSocket, name)) {
        return c.json({ error: "this certificate may not ask for that" }, 403);
      }
      return next();
    };
  app.use(bodyLimit({ maxSize: 8 * 1024, onError: (c) => c.json({ error: "too long" }, 413) }));
  app.use("/notices/*", only("authorization-server"));
  app.route("/", noticeRoutes({ person, phones, log }));
  app.use(only("assent"));
  app.notFound((c) => c.json({ error: "not found" }, 404));
  app.onError((error, c) => {
    log.error({ err: error }, "factors failed");
    return c.json({ error: "unavailable" }, 503);
  });

  app.get("/factors/:customer", async (c) => {
    const found = await person(c.req.param("customer"));
    if (!found) return c.notFound();
    const passkeys = await passkeysOf(sql, found.id);
    return c.json({
      passkeys: passkeys.map(({ id, publicKey, counter, transports }) => ({ id, publicKey, counter, transports })),
      phone: found.phone && `…${found.phone.slice(-4)}`,
    });
  });

  app.post("/factors/:customer/passkeys/:id/used", async (c) => {
    const { customer, id } = c.req.param();
    const body = useRequest.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return c.json({ error: "counter must be a whole number of 32 bits" }, 400);
    if (!known.safeParse(customer).success || !known.safeParse(id).success) return c.notFound();
    switch (await countUse(sql, customer, id, body.data.counter)) {
      case "counted":
        return c.body(null, 204);
      case "unknown":
        return c.notFound();
      case "went_back":
        log.warn({ event: "passkey_counter_went_back", subject: customer }, "a passkey may have been copied");
        return c.json({ error: "the counter went back" }, 409);
    }
  });

  app.post("/factors/:customer/codes", async (c) => {
    const body = codeRequest.safeParse(await c.req.json().catch(() => undefined));
    // Names the members at fault, never their values.
    if (!body.success)
      return c.json({ error: `not valid: ${body.error.issues.map((i) => i.path.join(".")).join()}` }, 400);
    const found = await person(c.req.param("customer"));
    if (!found) return c.notFound();
    if (!found.phone) return c.json({ error: "there is no phone to send it to" }, 409);
    phones.deliver(found, body.data);
    log.info({ event: "code_sent", subject: found.id }, "code sent");
    return c.body(null, 202);
  });
  return app;
}

/** One certificate alone, of all that our authority has issued (the handshake has checked that). */
function isCertified(socket: TLSSocket, name: string): boolean {
  const subject = socket.authorized ? socket.getPeerX509Certificate()?.subject : undefined;
  return subject?.split("\n").includes(`CN=${name}`) ?? false;
}
