import { z } from "zod";
import { AuthorityError } from "~/ports/authorization-server";
import { BankAccessUnavailable } from "~/ports/bank-access";
import { BankLoginUnavailable } from "~/ports/bank-login";
import { DeskUnavailable } from "~/ports/consent-desk";
import { log } from "./log.server";

/** What is wrong with a call, in one word of ours; `field` names the place, and nothing repeats what was sent. */
export interface MachineProblem {
  readonly problem: string;
  readonly field?: string;
}

/** A refusal as JSON, or without a body where there is no more to say than the status. */
export function machineProblem(
  status: number,
  problem?: MachineProblem,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return problem ? Response.json(problem, { status, headers }) : new Response(null, { status, headers });
}

/** Something that we need cannot be reached; nothing is known to be wrong with the call. */
const AWAY = [DeskUnavailable, BankAccessUnavailable, BankLoginUnavailable, AuthorityError];

/**
 * The answer to a machine: what `work` makes, or that the same call may be made again when something of ours is away.
 *
 * @throws Response whatever `work` refuses with
 */
export async function answerMachine(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!AWAY.some((kind) => error instanceof kind)) throw error;
    log().error({ err: error }, "a machine could not be answered");
    return machineProblem(503, { problem: "unavailable" }, { "retry-after": "5" });
  }
}

/**
 * The body of a call, of the shape that it must have.
 *
 * @throws Response 415 or 400
 */
export async function readJson<Shape>(request: Request, shape: z.ZodType<Shape>): Promise<Shape> {
  const [type = ""] = (request.headers.get("content-type") ?? "").split(";");
  if (type.trim().toLowerCase() !== "application/json") throw machineProblem(415, { problem: "not-json" });
  const json: unknown = await request.json().catch(() => {
    throw machineProblem(400, { problem: "not-json" });
  });
  const read = shape.safeParse(json);
  if (read.success) return read.data;
  const field = read.error.issues[0]?.path.join(".");
  throw machineProblem(400, { problem: "field-invalid", ...(field && { field }) });
}

const clientId = z.string().regex(/^[\w.~-]{1,128}$/);

/**
 * The TPP that an address names.
 *
 * @throws Response 404 for what no TPP is called
 */
export function clientIdFrom(name: string | undefined): string {
  const read = clientId.safeParse(name);
  if (!read.success) throw machineProblem(404);
  return read.data;
}

/** @throws Response 405 */
export function requireMethod<Method extends string>(request: Request, ...allowed: readonly Method[]): Method {
  const method = allowed.find((each) => each === request.method);
  if (!method) throw machineProblem(405, undefined, { allow: allowed.join(", ") });
  return method;
}
