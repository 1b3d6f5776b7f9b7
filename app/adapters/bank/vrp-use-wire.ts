import { z } from "zod";
import type { LimitUse, VrpUse } from "~/domain/consent-kinds/vrp-use";
import { parseMoney } from "~/domain/shared/money";
import type { HttpAnswer } from "../http.server";

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** What was paid so far within the limits of a consent: `GET /customers/{customerId}/vrp-use/{consentId}`. */
const answerSchema = z.object({
  limits: z.array(
    z.object({
      period: z.enum(["day", "week", "fortnight", "month", "half-year", "year"]),
      alignment: z.enum(["calendar", "consent"]),
      from: instant,
      to: instant,
      used: z.object({ amount: z.string(), currency: z.string() }),
    }),
  ),
});

/** Undefined for a consent that the bank has paid nothing under, and for what is no answer: the limits stand without it. */
export function vrpUseFrom({ status, json }: HttpAnswer): VrpUse | undefined {
  const read = status === 200 ? answerSchema.safeParse(json).data : undefined;
  return read?.limits.flatMap(({ used, ...limit }): LimitUse[] => {
    const money = parseMoney(used.amount, used.currency);
    return money ? [{ ...limit, used: money }] : [];
  });
}
