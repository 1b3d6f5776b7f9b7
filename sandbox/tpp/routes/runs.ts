import { type Context, Hono } from "hono";
import { z } from "zod";
import { eventsOf } from "../events/notification.ts";
import { kindOf } from "../order/kinds/index.ts";
import { problemsOf } from "../order/parse-order.ts";
import { amount, text } from "../order/shape.ts";
import { renderHistoryPage } from "../pages/history-page.tsx";
import { PROBLEMS } from "../pages/problem-page.tsx";
import { renderRunPage } from "../pages/run-page.tsx";
import { act, pollAnswer, readAgain, revoke } from "../runs/paths.ts";
import type { Run } from "../runs/run.ts";
import type { StoredRun } from "../runs/run-store.ts";
import { type Walk, walk } from "../runs/walk.ts";
import { requestAuthorization } from "../steps/request-authorization.ts";
import { problem } from "./problem.ts";
import type { Services, WorkbenchEnv } from "./services.ts";
import { sessionOf } from "./session.ts";
import { startRun } from "./start.ts";

const RUN = "/runs/:id{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}";

/** Until the page looks again whether the bank has told; the bank is not asked for that. */
const LOOK_AGAIN_SECONDS = 2;

const question = z.object({ act: z.enum(["pay", "ask"]), amount, reference: text("a reference", 35) });

const isLasting = ({ phase, order }: Run) => phase === "authorised" && kindOf(order).lasts;

/** A run that exists, and what can be done with it. */
export function runRoutes(services: Services): Hono<WorkbenchEnv> {
  const { bench, runs, notifications, log } = services;
  const routes = new Hono<WorkbenchEnv>();

  const find = async (c: Context): Promise<StoredRun | undefined> => {
    const session = sessionOf(c);
    return session ? runs.find(session, c.req.param("id") ?? "") : undefined;
  };

  /** Takes the run further and shows it. A second press at the same time changes nothing twice: only one save wins. */
  const further = async (stored: StoredRun, path: (walk: Walk) => Promise<void>) => {
    const run = await walk(bench, stored.run, path);
    await runs.save(stored, run);
    log.info({ correlationId: run.interactionId, consentId: run.consentId, phase: run.phase }, "run taken further");
    return run;
  };

  routes.get("/runs", async (c) => {
    const session = sessionOf(c);
    const listed = session ? await runs.list(session) : [];
    return c.html(renderHistoryPage(listed, await notifications.about(listed.flatMap((run) => run.consentId ?? []))));
  });

  routes.get(RUN, async (c) => {
    const stored = await find(c);
    if (!stored) return problem(c, PROBLEMS.unknownRun);
    const { run } = stored;
    const events = run.consentId === undefined ? [] : await notifications.about([run.consentId]);
    const { waiting } = run.secrets;
    if (run.phase === "waiting" && waiting) {
      const seconds = waiting.notificationToken ? LOOK_AGAIN_SECONDS : waiting.interval;
      c.header("refresh", `${seconds};url=/runs/${run.id}/poll`);
    }
    return c.html(renderRunPage(run, eventsOf(run, events)));
  });

  // A link and not a form, because the page's policy lets forms go nowhere else. Following it twice is harmless: a
  // request that the bank would no longer take is signed anew, and nothing else changes.
  routes.get(`${RUN}/bank`, async (c) => {
    const stored = await find(c);
    if (!stored) return problem(c, PROBLEMS.unknownRun);
    let { run } = stored;
    if (run.phase === "ready" && (run.secrets.requestStaleAt ?? 0) < Date.now()) {
      run = await further(stored, requestAuthorization);
    }
    const url = run.secrets.authorizationUrl;
    return c.redirect(run.phase === "ready" && url ? url : `/runs/${run.id}`, 303);
  });

  // A link, which the page follows by itself. Asking changes nothing, and is never done sooner than the bank allows.
  routes.get(`${RUN}/poll`, async (c) => {
    const stored = await find(c);
    if (!stored) return problem(c, PROBLEMS.unknownRun);
    const { run } = stored;
    if (run.phase === "waiting" && (run.secrets.waiting?.askAgainAt ?? 0) <= Date.now()) {
      // One step for all of it: the last time that it was asked, and how often that was.
      const steps = run.steps.filter(({ name }) => name !== "decoupledAnswer");
      await further({ ...stored, run: { ...run, steps } }, pollAnswer);
    }
    return c.redirect(`/runs/${run.id}`, 303);
  });

  routes.post(`${RUN}/read`, async (c) => {
    const stored = await find(c);
    if (!stored) return problem(c, PROBLEMS.unknownRun);
    if (["authorised", "revoked"].includes(stored.run.phase)) await further(stored, readAgain);
    return c.redirect(`/runs/${stored.run.id}`, 303);
  });

  routes.post(`${RUN}/revoke`, async (c) => {
    const stored = await find(c);
    if (!stored) return problem(c, PROBLEMS.unknownRun);
    if (isLasting(stored.run)) await further(stored, revoke);
    return c.redirect(`/runs/${stored.run.id}`, 303);
  });

  routes.post(`${RUN}/use`, async (c) => {
    const stored = await find(c);
    if (!stored) return problem(c, PROBLEMS.unknownRun);
    const fields = Object.fromEntries(await c.req.formData()) as Record<string, string>;
    const parsed = question.safeParse(fields);
    if (!parsed.success) {
      return c.html(renderRunPage(stored.run, [], { fields, problems: problemsOf(parsed.error) }), 422);
    }
    const { act: name, ...asked } = parsed.data;
    if (isLasting(stored.run)) await further(stored, act(name, asked));
    return c.redirect(`/runs/${stored.run.id}`, 303);
  });

  routes.post(`${RUN}/again`, async (c) => {
    const session = sessionOf(c);
    const stored = await find(c);
    if (!stored || !session) return problem(c, PROBLEMS.unknownRun);
    const { id: runId, consentId, order, decoupled } = stored.run;
    if (!isLasting(stored.run) || !consentId) return c.redirect(`/runs/${runId}`, 303);
    const run = await startRun(services, session, order, { runId, consentId, as: "same" }, decoupled);
    return c.redirect(`/runs/${run.id}`, 303);
  });

  routes.post(`${RUN}/repeat`, async (c) => {
    const session = sessionOf(c);
    const stored = await find(c);
    if (!stored || !session) return problem(c, PROBLEMS.unknownRun);
    const run = await startRun(services, session, stored.run.order, stored.run.continued, stored.run.decoupled);
    return c.redirect(`/runs/${run.id}`, 303);
  });

  return routes;
}
