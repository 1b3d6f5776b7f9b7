import { createLocalJWKSet, type JSONWebKeySet } from "jose";
import { z } from "zod";
import { verifyMessage } from "../protocol/message-signature.ts";
import type { Draft } from "../runs/journal.ts";
import { StepFault } from "../runs/step-fault.ts";

export interface ApiCall {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly token: string;
  /** JSON unless `headers` say otherwise, byte for byte as signed. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Present where the standard wants the answer signed: the keys to check it with. */
  readonly signedWith?: JSONWebKeySet;
}

/**
 * Calls an API of the bank as part of a step.
 *
 * @returns the answer's body; undefined when the bank refused, which the step then says.
 * @throws StepFault for an answer of 2xx that is not what the standard describes.
 */
export async function callApi<T>(draft: Draft, call: ApiCall, shape: z.ZodType<T>): Promise<T | undefined> {
  const response = await draft.fetch(call.url, {
    method: call.method,
    headers: {
      authorization: `Bearer ${call.token}`,
      accept: "application/json",
      ...(call.body === undefined ? {} : { "content-type": "application/json" }),
      ...call.headers,
    },
    body: call.body,
    redirect: "manual",
  });
  const text = await response.text();
  const signature = response.headers.get("x-jws-signature");
  // An error's signature is checked where there is one; only successes must have it.
  if (call.signedWith && (response.ok || signature !== null)) {
    draft.checks.push({
      name: "the answer is signed by the bank",
      passed: await verifyMessage(signature ?? "", text, createLocalJWKSet(call.signedWith)),
      clause: "UK Read/Write API, message signing",
    });
  }
  if (!response.ok) {
    draft.outcome = "refused";
    draft.problem = [`The bank answered ${response.status}.`, ...reasonsIn(text)].join(" ");
    return undefined;
  }
  const parsed = shape.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") || "it is not JSON";
  throw new StepFault(`The answer is not what the standard describes: ${where}.`);
}

const refusal = z.object({
  Errors: z.array(z.object({ ErrorCode: z.string(), Message: z.string().optional(), Path: z.string().optional() })),
});

/** What the bank's error body says (OBErrorResponse1), in its words. */
function reasonsIn(text: string): readonly string[] {
  const parsed = refusal.safeParse(parse(text));
  if (!parsed.success) return [];
  return parsed.data.Errors.map(({ ErrorCode, Message, Path }) =>
    [`${ErrorCode}:`, Message, Path && `(${Path})`].filter(Boolean).join(" "),
  );
}

function parse(text: string): unknown {
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}
