import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { Order } from "../order/order.ts";
import { type OrderFields, parseOrder } from "../order/order-form.ts";
import { renderStartPage } from "../pages/start-page.tsx";
import { prepare } from "../runs/paths.ts";
import type { Run } from "../runs/run.ts";
import { walk } from "../runs/walk.ts";
import { defaultFields } from "./order-defaults.ts";
import { ensureSession } from "./session.ts";
import type { Services, WorkbenchEnv } from "./workbench.ts";

/** The form, and what it starts. */
export function startRoutes(services: Services): Hono<WorkbenchEnv> {
  const routes = new Hono<WorkbenchEnv>();

  routes.get("/", (c) => {
    const kind = c.req.query("kind") === "payment" ? "domestic_payment" : "account_access";
    return c.html(renderStartPage({ kind, ...defaultFields(kind, c.req.query("preset")) }));
  });

  routes.post("/runs", async (c) => {
    const form = await c.req.formData();
    const kind = form.get("kind") === "domestic_payment" ? "domestic_payment" : "account_access";
    const fields = fieldsOf(form);
    const parsed = parseOrder(kind, fields);
    if ("problems" in parsed) return c.html(renderStartPage({ kind, fields, problems: parsed.problems }), 422);
    const run = await startRun(services, ensureSession(c), parsed.order);
    return c.redirect(`/runs/${run.id}`, 303);
  });

  return routes;
}

/** Makes a run of `order` and takes it as far as the TPP can go alone. */
export async function startRun({ bench, runs, log }: Services, session: string, order: Order): Promise<Run> {
  const begun: Run = {
    id: randomUUID(),
    order,
    interactionId: randomUUID(),
    startedAt: new Date().toISOString(),
    phase: "preparing",
    steps: [],
    secrets: {},
  };
  const stored = await runs.add(session, begun);
  const run = await walk(bench, begun, prepare);
  await runs.save(stored, run);
  const { phase, consentId, interactionId } = run;
  log.info({ correlationId: interactionId, tpp: order.tppId, kind: order.kind, consentId, phase }, "run prepared");
  return run;
}

function fieldsOf(form: FormData): OrderFields {
  const fields: Record<string, string | string[]> = { permission: [] };
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    if (name === "permission") (fields.permission as string[]).push(value);
    else fields[name] = value;
  }
  return fields;
}
