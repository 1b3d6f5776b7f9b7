import { z } from "zod";
import type { Proof } from "~/use-cases/meet-factor";

/** As the buttons of the page write it. A no is written as on the page before it. */
const step = z.discriminatedUnion("choice", [
  z.object({ choice: z.literal("send"), bound: z.string().max(128) }),
  z.object({ choice: z.literal("code"), bound: z.string().max(128), code: z.string().max(64) }),
  z.object({ choice: z.literal("passkey"), bound: z.string().max(128), response: z.string().max(16_384) }),
]);

export type Step = { readonly send: true; readonly challenge: string } | Proof;

/** Undefined when it is not a form that this page could have sent. */
export function readStep(form: FormData): Step | undefined {
  const read = step.safeParse(Object.fromEntries(form));
  if (!read.success) return undefined;
  const { bound: challenge } = read.data;
  switch (read.data.choice) {
    case "send":
      return { send: true, challenge };
    case "code":
      return { challenge, by: "code", code: read.data.code };
    case "passkey":
      return { challenge, by: "passkey", response: read.data.response };
  }
}
