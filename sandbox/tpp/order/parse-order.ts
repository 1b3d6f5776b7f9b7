import { z } from "zod";
import { TPPS } from "../../personas.ts";
import type { OrderFields } from "./field.ts";
import { KINDS } from "./kinds/index.ts";
import type { Order, TppId } from "./order.ts";

export type ParsedOrder =
  | { readonly order: Order }
  /** Messages by field name, in the words the page shows. */
  | { readonly problems: Readonly<Record<string, string>> };

const TPP_IDS = Object.values(TPPS).map((tpp) => tpp.id) as [TppId, ...TppId[]];

const base = z.object({
  tpp: z.enum(TPP_IDS, "Choose who asks"),
  version: z.enum(["v3.1", "v4.0"], "Choose a version"),
});

/** Reads the form of one kind. */
export function parseOrder(kind: Order["kind"], fields: OrderFields): ParsedOrder {
  const who = base.safeParse(fields);
  const what = KINDS[kind].shape.safeParse(fields);
  if (!who.success || !what.success) return { problems: { ...problemsOf(who.error), ...problemsOf(what.error) } };
  // The shape is the one of this kind, which the type of a union of kinds cannot say.
  return { order: { kind, tppId: who.data.tpp, apiVersion: who.data.version, ...what.data } as Order };
}

/** The first message of each field. */
export function problemsOf(error: z.ZodError | undefined): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const issue of error?.issues ?? []) problems[String(issue.path[0] ?? "form")] ??= issue.message;
  return problems;
}
