import type { z } from "zod";
import { type Problem, type ProblemName, Refusal } from "./problem.ts";

/** Parses the bytes of a JSON body. @throws Refusal `Resource.InvalidFormat` when they are not one JSON object. */
export function parseJson(bytes: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Told below, in the standard's words; the parser's own would repeat what was sent.
  }
  throw new Refusal(400, { name: "Resource.InvalidFormat", message: "The body is not a JSON object" });
}

/**
 * Checks a body against its schema. The body itself is kept, not what the schema made of it: an intent is echoed as it
 * was sent.
 *
 * @throws Refusal naming every field at fault, at most twenty.
 */
export function checkBody<T>(schema: z.ZodType<T>, body: Record<string, unknown>): T {
  const checked = schema.safeParse(body);
  if (checked.success) return checked.data;
  const problems = checked.error.issues.flatMap((issue) => problemsOf(issue, body));
  throw new Refusal(400, ...problems.slice(0, 20));
}

function problemsOf(issue: z.core.$ZodIssue, body: unknown): readonly Problem[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      name: "Field.Unexpected",
      message: "The field is not expected here",
      path: jsonPath([...issue.path, key]),
    }));
  }
  const path = jsonPath(issue.path);
  if (valueAt(body, issue.path) === undefined)
    return [{ name: "Field.Missing", message: "The field is required", path }];
  const [name, message] = wrong(issue);
  return [{ name, message, path }];
}

function wrong(issue: z.core.$ZodIssue): readonly [ProblemName, string] {
  if (issue.path.includes("Frequency") && issue.code !== "invalid_type") {
    return ["Unsupported.Frequency", "This is not a rhythm that the standard has"];
  }
  if (issue.code === "invalid_format" && issue.format === "datetime") {
    return ["Field.InvalidDate", "The date is not an ISO 8601 date-time with a time zone"];
  }
  if (issue.code === "invalid_type") return ["Field.Invalid", `Expected ${issue.expected}`];
  return ["Field.Invalid", "The value is not valid"];
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], body);
}

/** `Data.Permissions[0]`, as the standard writes it. */
function jsonPath(path: readonly PropertyKey[]): string {
  return path.map((key, at) => (typeof key === "number" ? `[${key}]` : `${at ? "." : ""}${String(key)}`)).join("");
}
