import { z } from "zod";
import type { Day } from "../core/day.ts";
import { instantFrom, londonDayOf, startOfLondonDay } from "../core/london-day.ts";
import { formatAmount, type Minor, parseAmount } from "../core/money.ts";
import type { LiveConsent } from "../gateway/access-token.ts";
import { badRequest, type Refusal } from "../gateway/refusal.ts";
import type { OrderTerms } from "./payment-order.ts";
import type { SumOrdered } from "./payment-orders.ts";
import type { VrpRequest } from "./payment-request.ts";
import { periodOf } from "./vrp-period.ts";

const shape = z.object({
  ValidFromDateTime: z.string().optional(),
  ValidToDateTime: z.string().optional(),
  MaximumIndividualAmount: z.object({ Amount: z.string(), Currency: z.string() }),
  PeriodicLimits: z.array(
    z
      .object({
        PeriodType: z.enum(["Day", "Week", "Fortnight", "Month", "Half-year", "Year"]),
        PeriodAlignment: z.enum(["Consent", "Calendar"]),
        Amount: z.string(),
        Currency: z.string(),
      })
      .refine(({ PeriodType, PeriodAlignment }) => PeriodType !== "Fortnight" || PeriodAlignment === "Consent"),
  ),
  VRPType: z.array(z.string()),
  PSUAuthenticationMethods: z.array(z.string()),
  PSUInteractionTypes: z.array(z.string()).optional(),
});

type ControlParameters = z.infer<typeof shape>;

/** Within what a consent lets its TPP pay, and from which day on. */
export interface VrpLimits {
  readonly control: ControlParameters;
  readonly start: Day;
}

/** Undefined where there are none that can be read: nothing is paid by such a consent. */
export function limitsOf({
  control_parameters,
  authorised_at,
}: NonNullable<OrderTerms["limits"]>): VrpLimits | undefined {
  const control = shape.safeParse(control_parameters).data;
  const from = control?.ValidFromDateTime ?? authorised_at;
  return control && from !== undefined ? { control, start: londonDayOf(instantFrom(from)) } : undefined;
}

/** @throws Refusal 400 FailsControlParameters naming the parameter that a payment fails by itself. */
export function checkPayment({ control }: VrpLimits, { Data }: VrpRequest, now: Date): void {
  const { ValidFromDateTime, ValidToDateTime, MaximumIndividualAmount, PSUInteractionTypes } = control;
  if (ValidFromDateTime !== undefined && now < instantFrom(ValidFromDateTime)) throw fails("ValidFromDateTime");
  if (ValidToDateTime !== undefined && now >= instantFrom(ValidToDateTime)) throw fails("ValidToDateTime");
  if (!control.VRPType.includes(Data.VRPType)) throw fails("VRPType");
  if (!control.PSUAuthenticationMethods.includes(Data.PSUAuthenticationMethod)) throw fails("PSUAuthenticationMethods");
  // The standard’s default on both sides; an empty list says nothing either.
  const allowed = PSUInteractionTypes?.length ? PSUInteractionTypes : ["OffSession"];
  if (!allowed.includes(Data.PSUInteractionType ?? "OffSession")) throw fails("PSUInteractionTypes");
  const { Amount, Currency } = Data.Instruction.InstructedAmount;
  const most = parseAmount(MaximumIndividualAmount.Amount);
  const amount = parseAmount(Amount);
  if (amount === undefined || most === undefined || amount > most || Currency !== MaximumIndividualAmount.Currency) {
    throw fails("MaximumIndividualAmount");
  }
}

/** Whether payments may be made at all by then. */
export const isInTime = (
  { control: { ValidFromDateTime: from, ValidToDateTime: to } }: VrpLimits,
  now: Date,
): boolean => (from === undefined || now >= instantFrom(from)) && (to === undefined || now < instantFrom(to));

/**
 * A payment that claims its customer was asked takes a yes that no other payment of the consent has used: the TPP has
 * the consent authorised again before each one (PSUAuthenticationMethod `UK.OBIE.SCA`).
 *
 * @throws Refusal 400 FailsControlParameters
 */
export async function checkAsked(
  { Data }: VrpRequest,
  { last_authorised_at: yes }: Pick<LiveConsent, "last_authorised_at">,
  latestAt: () => Promise<Date | undefined>,
): Promise<void> {
  if (Data.PSUAuthenticationMethod !== "UK.OBIE.SCA") return;
  const latest = await latestAt();
  if (yes === undefined || (latest && latest >= instantFrom(yes))) throw fails("PSUAuthenticationMethods");
}

/** @throws Refusal 400 FailsControlParameters naming the first periodic limit that `amount` more would exceed. */
export async function checkPeriods(
  { control, start }: VrpLimits,
  { amount, currency }: { amount: Minor; currency: string },
  now: Date,
  sum: SumOrdered,
): Promise<void> {
  for (const [at, limit] of control.PeriodicLimits.entries()) {
    const period = periodNow(limit, start, now);
    const used = period && limit.Currency === currency ? await sum(period.from, period.to) : undefined;
    if (used === undefined || used + amount > (period?.most ?? 0)) throw fails(`PeriodicLimits[${at}]`);
  }
}

const WORDS = {
  Day: "day",
  Week: "week",
  Fortnight: "fortnight",
  Month: "month",
  "Half-year": "half-year",
  Year: "year",
  Consent: "consent",
  Calendar: "calendar",
} as const;

/** How much of each limit is used, in the consent's order. This is a wire shape: other services declare what they read. */
export function usedOf({ control, start }: VrpLimits, now: Date, sum: SumOrdered): Promise<object[]> {
  return Promise.all(
    control.PeriodicLimits.flatMap((limit) => {
      const period = periodNow(limit, start, now);
      if (!period) return [];
      return sum(period.from, period.to).then((used) => ({
        period: WORDS[limit.PeriodType],
        alignment: WORDS[limit.PeriodAlignment],
        from: period.from.toISOString(),
        to: period.to.toISOString(),
        used: { amount: formatAmount(used), currency: limit.Currency },
      }));
    }),
  );
}

function periodNow(limit: ControlParameters["PeriodicLimits"][number], start: Day, now: Date) {
  const amount = parseAmount(limit.Amount);
  const today = londonDayOf(now);
  if (amount === undefined || today < start) return undefined;
  const { from, to, most } = periodOf(
    { type: limit.PeriodType, alignment: limit.PeriodAlignment, amount },
    start,
    today,
  );
  return { from: startOfLondonDay(from), to: startOfLondonDay(to), most };
}

const fails = (parameter: string): Refusal =>
  badRequest(
    "Rules.FailsControlParameters",
    "The payment is outside what the customer agreed to.",
    `Data.ControlParameters.${parameter}`,
  );
