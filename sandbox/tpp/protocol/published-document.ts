import type { JSONWebKeySet } from "jose";
import type { CustomFetch } from "openid-client";
import { z } from "zod";
import { StepFault } from "../runs/step-fault.ts";

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

/** The keys published at `url` (RFC 7517 section 5). */
export function readKeys(fetch: CustomFetch, url: string): Promise<JSONWebKeySet> {
  return readDocument(fetch, url, keySet);
}

/** @throws StepFault saying what is wrong with the document. */
export async function readDocument<T>(fetch: CustomFetch, url: string, shape: z.ZodType<T>): Promise<T> {
  const headers = { accept: "application/json" };
  const response = await fetch(url, { method: "GET", headers, body: undefined, redirect: "manual" });
  if (response.status !== 200) throw new StepFault(`The server answered ${response.status}.`, "refused");
  const parsed = shape.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw new StepFault(`The document is not usable: ${parsed.error.issues[0]?.path.join(".") || "it is not JSON"}.`);
}
