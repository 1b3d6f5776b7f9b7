import type { z } from "zod";
import type { FieldGroup, OrderFields } from "./field.ts";
import type { Order, OrderBase } from "./order.ts";

/** An order of one kind: what its form was found to hold. */
export type OrderOf<Kind extends string, Shape extends z.ZodType> = OrderBase & { readonly kind: Kind } & Readonly<
    z.output<Shape>
  >;

/** The run that an order is for: makes identifications unique, and the same each time that a body is made. */
export interface Origin {
  readonly id: string;
  readonly startedAt: string;
}

export interface IntentBody {
  readonly Data: Readonly<Record<string, unknown>>;
  /** Absent for files and for confirmations of funds, which the standard gives none. */
  readonly Risk?: Readonly<Record<string, unknown>>;
}

/** One kind of consent as the workbench asks for it. */
export interface OrderKind<Of extends Order> {
  readonly name: string;
  /** What the customer said yes to, after "The customer allowed". */
  readonly allowed: string;
  readonly scope: "accounts" | "payments" | "fundsconfirmations";
  /** Where its intents live in the UK Read/Write API. */
  readonly intents: string;
  /** Message signing and idempotency are for payments only (Read/Write API, 1.4 and 1.6 of the consents digest). */
  readonly signed: boolean;
  /** Access that lasts: it may be authorised again, be replaced, and be given back by DELETE. */
  readonly lasts: boolean;
  /** Where its one order is placed, and what the answer calls it. */
  readonly orders?: { readonly path: string; readonly id: string };
  /** Checks the shape of what was typed. What goes together is the bank's to say: the workbench shows its answer. */
  readonly shape: z.ZodType<Omit<Of, keyof OrderBase | "kind">>;
  readonly groups: readonly FieldGroup[];
  /** What the form holds before anybody has typed: something that works at one press. */
  defaults(): OrderFields;
  /** Payee and amount, or what stands for them, in a line. */
  brief(order: Of): { readonly payee: string; readonly amount: string };
  /** The body of the POST that creates the intent. */
  intent(order: Of, origin: Origin): IntentBody;
}
