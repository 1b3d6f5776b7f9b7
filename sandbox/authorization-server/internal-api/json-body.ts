import type { HonoRequest } from "hono";
import { z } from "zod";
import { invalid } from "./refusal.ts";

/**
 * The JSON body as `schema` reads it. An absent body is an empty object: every member is optional in this API.
 *
 * @throws Refusal 400 naming the members at fault, never their values.
 */
export async function jsonBody<T>(request: HonoRequest, schema: z.ZodType<T>): Promise<T> {
  const text = await request.text();
  let value: unknown = {};
  try {
    if (text.trim() !== "") value = JSON.parse(text);
  } catch {
    throw invalid("the body is not JSON");
  }
  return checked(schema, value);
}

/** @throws Refusal 400 naming the members at fault. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const members = [...new Set(result.error.issues.map((issue) => issue.path.join(".") || "body"))];
  throw invalid(`not valid: ${members.join(", ")}`);
}

/** A name of something of ours. PostgreSQL refuses a text with a zero byte. */
export const name = z.string().regex(/^[^\0]{1,256}$/);

/** Clients of this API send null for what they leave out. */
export const textList = z
  .array(name)
  .max(1000)
  .nullish()
  .transform((list) => list ?? undefined);
