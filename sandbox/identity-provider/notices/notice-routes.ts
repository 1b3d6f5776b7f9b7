import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import type { Logger } from "pino";
import { z } from "zod";
import type { Person } from "../people.ts";
import type { SandboxPhones } from "../phone.ts";

interface Dependencies {
  /** Undefined for nobody, and for what is no id. */
  person(id: string): Promise<Person | undefined>;
  readonly phones: SandboxPhones;
  readonly log: Logger;
}

const notice = z.object({ text: z.string().min(1).max(1000), link: z.url({ protocol: /^https?$/ }).max(1000) });

/**
 * Customers' phones, for the authorization server: a TPP without a browser asks for a customer, who is told there
 * (OpenID CIBA Core, the authentication device).
 */
export function noticeRoutes({ person, phones, log }: Dependencies): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const reachable = async (id: string) => {
    const found = await person(id);
    return found?.phone ? found : undefined;
  };

  routes.get("/notices/:customer", async (c) =>
    (await reachable(c.req.param("customer"))) ? c.body(null, 204) : c.json({ error: "not found" }, 404),
  );

  routes.post("/notices/:customer", async (c) => {
    const body = notice.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return c.json({ error: "not valid" }, 400);
    const owner = await reachable(c.req.param("customer"));
    if (!owner) return c.json({ error: "not found" }, 404);
    phones.deliver(owner, body.data);
    log.info({ event: "notice_sent", subject: owner.id }, "notice sent");
    return c.body(null, 202);
  });
  return routes;
}
