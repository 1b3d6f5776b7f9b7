import { type Context, Hono } from "hono";
import { renderCallbackPage } from "../pages/callback-page.tsx";
import { PROBLEMS } from "../pages/problem-page.tsx";
import { readAnswer } from "../protocol/authorization-answer.ts";
import { answered } from "../runs/paths.ts";
import { walk } from "../runs/walk.ts";
import { problem } from "./problem.ts";
import type { Services, WorkbenchEnv } from "./services.ts";
import { sessionOf } from "./session.ts";

/** Where the bank sends the browser back: a query (JARM), or a fragment that the page itself hands over (hybrid). */
export function callbackRoutes({ bench, runs, log }: Services): Hono<WorkbenchEnv> {
  const routes = new Hono<WorkbenchEnv>();

  const take = async (c: Context, text: string) => {
    const answer = readAnswer(text);
    if (!answer) return problem(c, PROBLEMS.unreadableAnswer);
    const session = sessionOf(c);
    const stored = session && answer.state ? await runs.findByState(session, answer.state) : undefined;
    if (!stored) return problem(c, PROBLEMS.foreignAnswer);
    const page = `/runs/${stored.run.id}`;
    if (stored.run.phase !== "ready") return c.redirect(page, 303);
    // Taken before it is used: the same answer in two tabs must not redeem one code twice, which would kill its tokens.
    const taken = await runs.save(stored, { ...stored.run, phase: "answering" });
    if (!taken) return c.redirect(page, 303);
    const run = await walk(bench, taken.run, answered(answer));
    await runs.save(taken, run);
    const { interactionId: correlationId, consentId, phase, refusal } = run;
    log.info({ correlationId, consentId, phase, error: refusal?.error }, "answer taken");
    return c.redirect(page, 303);
  };

  routes.get("/callback", (c) => {
    const query = new URL(c.req.url).search;
    return query === "" ? c.html(renderCallbackPage(c.get("nonce"))) : take(c, query);
  });

  routes.post("/callback", async (c) => {
    const response = (await c.req.formData()).get("response");
    return typeof response === "string" ? take(c, response) : problem(c, PROBLEMS.unreadableAnswer);
  });

  return routes;
}
