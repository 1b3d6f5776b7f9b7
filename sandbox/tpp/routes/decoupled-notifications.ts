import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Logger } from "pino";
import { z } from "zod";
import type { RunStore } from "../runs/run-store.ts";

/** As `clients.ts` of the authorization server has registered it. */
const PATH = "/decoupled-notifications";

const notice = z.object({ auth_req_id: z.string().min(1).max(1024) });

/**
 * Where the bank says that a customer on another device has answered (OpenID CIBA Core, section 10.2). It says no more
 * than that: the answer is asked for at the token endpoint. Whoever has not the token of this very request is refused.
 */
export function createDecoupledNotifications(runs: Pick<RunStore, "noteAnswer">, log: Logger): Hono {
  const app = new Hono();
  app.use(bodyLimit({ maxSize: 4 * 1024 }));
  app.post(PATH, async (c) => {
    const [, token] = /^Bearer ([\w.~+/-]{1,1024}=*)$/i.exec(c.req.header("authorization") ?? "") ?? [];
    const read = notice.safeParse(await c.req.json().catch(() => undefined));
    if (!read.success) return c.body(null, 400);
    const known = token !== undefined && (await runs.noteAnswer(read.data.auth_req_id, token));
    log.info({ known }, "a notice that a customer has answered");
    if (known) return c.body(null, 204);
    c.header("www-authenticate", "Bearer");
    return c.body(null, 401);
  });
  return app;
}
