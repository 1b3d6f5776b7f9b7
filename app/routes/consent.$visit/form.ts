import { z } from "zod";
import type { Answer } from "~/use-cases/decide-consent";

/** The form of the consent page: two buttons, the accounts, and which request was on the screen. */
const seen = z.string().max(128);

const schema = z.discriminatedUnion("choice", [
  z.object({
    choice: z.literal("allow"),
    accountIds: z.array(z.string().max(128)).max(1_000),
    seen,
  }),
  z.object({ choice: z.literal("refuse"), seen }),
]);

/** Undefined when it is not a form that this page could have sent. */
export function readAnswer(form: FormData): Answer | undefined {
  return schema.safeParse({
    choice: form.get("choice"),
    accountIds: form.getAll("account"),
    // A page that stopped has a "don't allow" too, and nothing to have been seen on it.
    seen: form.get("seen") ?? "",
  }).data;
}
