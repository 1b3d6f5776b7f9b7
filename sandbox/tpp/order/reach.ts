import { z } from "zod";
import { CUSTOMERS } from "../../personas.ts";
import type { FieldGroup, OrderFields } from "./field.ts";
import { problemsOf } from "./parse-order.ts";

/** A customer who is somewhere else, by the number that the bank knows them by. */
export interface Decoupled {
  readonly customer: string;
  /** `requested_expiry`: seconds. */
  readonly seconds?: string;
}

/** How the customer is asked; the same for every kind of order. */
export const REACH_GROUP: FieldGroup = {
  legend: "How the customer is asked",
  fields: [
    {
      name: "reach",
      label: "Where the customer answers",
      choices: [
        { value: "browser", label: "In this browser" },
        { value: "decoupled", label: "On another device, without this browser (CIBA)" },
      ],
    },
    {
      name: "customer",
      label: "Customer number at the bank",
      hint: "For another device only: whom the bank is to ask.",
    },
    {
      name: "seconds",
      label: "Seconds to answer",
      hint: "For another device only. Leave it empty and the bank decides.",
      numeric: true,
    },
  ],
};

export const REACH_DEFAULTS: OrderFields = { reach: "browser", customer: CUSTOMERS.grace.id };

const shape = z.discriminatedUnion("reach", [
  z.object({
    reach: z.literal("decoupled"),
    customer: z.string().trim().min(1, "Enter a customer number").max(100),
    seconds: z
      .string()
      .trim()
      .regex(/^(?:[1-9]\d{0,5})?$/, "Enter a whole number of seconds")
      .default(""),
  }),
  z.object({ reach: z.literal("browser").default("browser") }),
]);

/** Reads that part of the form. */
export function parseReach(
  fields: OrderFields,
): { readonly decoupled?: Decoupled } | { readonly problems: Readonly<Record<string, string>> } {
  const parsed = shape.safeParse({ ...fields, reach: fields.reach ?? "browser" });
  if (!parsed.success) return { problems: problemsOf(parsed.error) };
  if (parsed.data.reach === "browser") return {};
  const { customer, seconds } = parsed.data;
  return { decoupled: { customer, ...(seconds ? { seconds } : {}) } };
}
