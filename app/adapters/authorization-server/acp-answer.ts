import type { z } from "zod";
import { AuthorityError } from "~/ports/authorization-server";
import type { HttpAnswer } from "../http.server";

/**
 * The body of an answer, in the shape that is expected of it.
 *
 * @throws AuthorityError by the status, or `otherwise` for JSON of another shape
 */
export function read<T>(
  answer: HttpAnswer,
  status: number,
  schema: z.ZodType<T>,
  otherwise: "request-not-understood" | "unavailable",
): T {
  expectStatus(answer, status);
  const parsed = schema.safeParse(answer.json);
  if (parsed.success) return parsed.data;
  // Rubbish altogether is an outage; JSON of another shape is a request that we cannot show.
  const failure = answer.json === undefined ? "unavailable" : otherwise;
  const paths = parsed.error.issues.map((issue) => issue.path.join(".")).slice(0, 5);
  throw new AuthorityError(failure, `the answer is not of the expected shape at: ${paths.join(", ")}`);
}

/** @throws AuthorityError for every other status */
export function expectStatus(answer: HttpAnswer, expected: number): void {
  if (answer.status === expected) return;
  const reason = `answered ${answer.status}`;
  if (answer.status === 404) throw new AuthorityError("handoff-unknown", reason);
  if (answer.status === 409) throw new AuthorityError("handoff-spent", reason);
  if (answer.status === 400 || answer.status === 422) throw new AuthorityError("decision-not-allowed", reason);
  // 401 and 403 are the operator's mistake and 429 passes: for the customer each is an outage.
  throw new AuthorityError("unavailable", reason);
}
