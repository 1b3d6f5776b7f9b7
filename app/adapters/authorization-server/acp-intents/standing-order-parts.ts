import { z } from "zod";
import type { Rhythm } from "~/domain/consent-kinds/rhythm";
import { rhythmFrom } from "./frequency";
import { instant, notUnderstood, text } from "./parts";

/** When a standing order of either kind pays. */
export const timesFields = {
  Frequency: text,
  NumberOfPayments: z
    .string()
    .regex(/^\d{1,5}$/)
    .nullish(),
  FirstPaymentDateTime: instant,
  FinalPaymentDateTime: instant.nullish(),
};

/** Standing orders have a field of their own for what the payee will see. */
export const referenceField = { Reference: text.nullish() };

/** @throws AuthorityError `request-not-understood` */
export function rhythmOf({ Frequency }: { readonly Frequency: string }): Rhythm {
  const rhythm = rhythmFrom(Frequency);
  if (!rhythm) throw notUnderstood("a frequency that cannot be said in words");
  return rhythm;
}

export const countOf = ({ NumberOfPayments }: { readonly NumberOfPayments?: string | null | undefined }) =>
  NumberOfPayments ? { count: Number(NumberOfPayments) } : {};
