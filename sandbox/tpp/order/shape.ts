import { z } from "zod";
import type { Choice } from "./field.ts";

/** The pieces that the forms are made of. What is left blank is absent. */

const blankIsAbsent = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : undefined);

const digits = (value: string) => value.replaceAll(/[\s-]/g, "");

/** What may be left blank. */
export const optional = <Shape extends z.ZodType>(shape: Shape) => z.preprocess(blankIsAbsent, shape.optional());

/** `2027-03-31`. */
export const date = z.iso.date("Give a date as year-month-day");

export const text = (label: string, longest: number) =>
  z
    .string(`Give ${label}`)
    .trim()
    .min(1, `Give ${label}`)
    .max(longest, `At most ${longest} characters`)
    // A control character in a payee's name would be invisible on the consent page.
    .regex(/^\P{Cc}*$/u, "Use ordinary letters, digits and punctuation");

/** With two decimals: `42.50`. */
export const amount = z
  .string("Give an amount")
  .trim()
  .regex(/^\d{1,7}(\.\d{1,2})?$/, "Give an amount such as 42.50")
  .refine((value) => Number(value) > 0, "The amount must be more than nothing")
  .transform((value) => Number(value).toFixed(2));

/** ISO 4217. */
export const currency = code(/^[A-Z]{3}$/, "Give a currency as three letters, such as EUR");
/** ISO 3166-1. */
export const country = code(/^[A-Z]{2}$/, "Give a country as two letters, such as FR");
export const iban = code(/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/, "Give an IBAN, such as FR14 2004 1010 0505 0001 3M02 606");
export const bic = code(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, "Give a BIC of eight or eleven characters");

export const wholeNumber = z.string().regex(/^[1-9]\d{0,3}$/, "Give a whole number");

export const decimal = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,10})?$/, "Give a number such as 1.1712")
  .transform(Number);

export const sortCode = ofDigits(6, "Give six digits");
export const accountNumber = ofDigits(8, "Give eight digits");

/** One of a field's choices. */
export const choiceOf = <Value extends string>(choices: readonly (Choice & { readonly value: Value })[]) =>
  z.enum(choices.map(({ value }) => value) as [Value, ...Value[]], "Choose one of these");

function ofDigits(count: number, message: string) {
  return z
    .string(message)
    .transform(digits)
    .pipe(z.string().regex(new RegExp(`^\\d{${count}}$`), message));
}

function code(pattern: RegExp, message: string) {
  return z
    .string(message)
    .transform((value) => value.replaceAll(/\s/g, "").toUpperCase())
    .pipe(z.string().regex(pattern, message));
}
