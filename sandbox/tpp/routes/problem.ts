import type { Context } from "hono";
import { type Problem, renderProblemPage } from "../pages/problem-page.tsx";

export function problem(context: Context, which: Problem): Response | Promise<Response> {
  return context.html(renderProblemPage(which), which.status);
}
