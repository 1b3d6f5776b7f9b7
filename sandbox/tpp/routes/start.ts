import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { TPPS } from "../../personas.ts";
import type { OrderFields } from "../order/field.ts";
import { KINDS } from "../order/kinds/index.ts";
import type { Order } from "../order/order.ts";
import { parseOrder } from "../order/parse-order.ts";
import { PRESETS } from "../order/permissions.ts";
import { type Decoupled, parseReach, REACH_DEFAULTS } from "../order/reach.ts";
import { tppOf } from "../order/tpp-of.ts";
import { renderStartPage } from "../pages/start-page.tsx";
import { prepare } from "../runs/paths.ts";
import type { Continued, Run } from "../runs/run.ts";
import { walk } from "../runs/walk.ts";
import type { Services, WorkbenchEnv } from "./services.ts";
import { ensureSession, sessionOf } from "./session.ts";

/** The form, and what it starts. */
export function startRoutes(services: Services): Hono<WorkbenchEnv> {
  const { runs } = services;
  const routes = new Hono<WorkbenchEnv>();

  /** The run of this browser whose lasting consent a new one may stand in place of. */
  const replaceable = async (session: string | undefined, id: string | undefined) => {
    const stored = session && id ? await runs.find(session, id) : undefined;
    if (!stored) return undefined;
    const { order, phase, consentId } = stored.run;
    if (!KINDS[order.kind].lasts || phase !== "authorised" || !consentId) return undefined;
    return { runId: stored.run.id, consentId, order };
  };

  routes.get("/", async (c) => {
    const replaces = await replaceable(sessionOf(c), c.req.query("replaces"));
    const kind = replaces?.order.kind ?? kindFrom(c.req.query("kind"));
    const preset = PRESETS.find(({ id }) => id === c.req.query("preset"));
    return c.html(
      renderStartPage({
        kind,
        fields: {
          tpp: replaces?.order.tppId ?? TPPS.beacon.id,
          version: replaces?.order.apiVersion ?? "v4.0",
          ...KINDS[kind].defaults(),
          ...REACH_DEFAULTS,
          ...(preset ? { permission: preset.permissions } : {}),
        },
        ...(kind === "account_access" ? { preset: preset?.id ?? PRESETS[0].id } : {}),
        ...(replaces ? { replaces } : {}),
      }),
    );
  });

  routes.post("/runs", async (c) => {
    const form = await c.req.formData();
    const kind = kindFrom(form.get("kind"));
    const fields = fieldsOf(form);
    const replaces = await replaceable(sessionOf(c), String(form.get("replaces") ?? ""));
    const parsed = parseOrder(kind, fields);
    const reach = parseReach(fields);
    const problems = {
      ...("problems" in parsed ? parsed.problems : onlyItsOwn(parsed.order, replaces?.order)),
      ...("problems" in reach && reach.problems),
    };
    if ("problems" in parsed || "problems" in reach || Object.keys(problems).length > 0) {
      return c.html(renderStartPage({ kind, fields, problems, ...(replaces ? { replaces } : {}) }), 422);
    }
    const run = await startRun(
      services,
      ensureSession(c),
      parsed.order,
      replaces && { ...replaces, as: "replacement" },
      reach.decoupled,
    );
    return c.redirect(`/runs/${run.id}`, 303);
  });

  return routes;
}

/** Makes a run of `order` and takes it as far as the TPP can go alone. */
export async function startRun(
  { bench, runs, log }: Services,
  session: string,
  order: Order,
  continued?: Continued,
  decoupled?: Decoupled,
): Promise<Run> {
  const begun: Run = {
    id: randomUUID(),
    order,
    interactionId: randomUUID(),
    startedAt: new Date().toISOString(),
    phase: "preparing",
    steps: [],
    ...(decoupled ? { decoupled } : {}),
    ...(continued ? { continued: { runId: continued.runId, consentId: continued.consentId, as: continued.as } } : {}),
    secrets: {},
  };
  const stored = await runs.add(session, begun);
  const run = await walk(bench, begun, prepare);
  await runs.save(stored, run);
  const { phase, consentId, interactionId } = run;
  log.info({ correlationId: interactionId, tpp: order.tppId, kind: order.kind, consentId, phase }, "run prepared");
  return run;
}

/** A consent stands in place of one of the same TPP and the same kind; the bank holds to that too. */
function onlyItsOwn(order: Order, replaced: Order | undefined): Readonly<Record<string, string>> {
  if (!replaced || replaced.tppId === order.tppId) return {};
  return { tpp: `The consent to replace is one of ${tppOf(replaced).name}` };
}

const kindFrom = (value: unknown): Order["kind"] =>
  typeof value === "string" && Object.hasOwn(KINDS, value) ? (value as Order["kind"]) : "account_access";

function fieldsOf(form: FormData): OrderFields {
  const fields: Record<string, string | string[]> = { permission: [] };
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    if (name === "permission") (fields.permission as string[]).push(value);
    else fields[name] = value;
  }
  return fields;
}
