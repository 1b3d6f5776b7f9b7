import fc from "fast-check";
import { expect, test } from "vitest";
import { dayFrom } from "../core/day.ts";
import { startOfLondonDay } from "../core/london-day.ts";
import { formatAmount } from "../core/money.ts";
import { checkPeriods, limitsOf } from "./vrp-limits.ts";
import { byWalking } from "./vrp-walk.harness.ts";

const CONTROL = {
  MaximumIndividualAmount: { Amount: "999999.00", Currency: "GBP" },
  VRPType: ["UK.OBIE.VRPType.Sweeping"],
  PSUAuthenticationMethods: ["UK.OBIE.SCA"],
};

const limit = fc
  .record({
    PeriodType: fc.constantFrom("Day", "Week", "Fortnight", "Month", "Half-year", "Year"),
    PeriodAlignment: fc.constantFrom("Consent", "Calendar"),
    most: fc.integer({ min: 1, max: 60_000 }),
  })
  .filter(({ PeriodType, PeriodAlignment }) => PeriodType !== "Fortnight" || PeriodAlignment === "Consent");

/** Days after the first, the moment of the day in thousandths of it (its first and last hour above all), pence. */
const payment = fc.tuple(
  fc.oneof(fc.nat(12), fc.nat(400)),
  fc.constantFrom(0, 20, 500, 980, 999),
  fc.integer({ min: 1, max: 20_000 }),
);
const payments = fc.array(payment, { maxLength: 60, size: "max" });

test("P-20: whatever the limits and the payments, those are made that a ledger by hand would make", async () => {
  const start = fc.integer({ min: dayFrom("2025-01-01"), max: dayFrom("2028-12-31") });
  await fc.assert(
    fc.asyncProperty(fc.array(limit, { minLength: 1, maxLength: 6 }), start, payments, async (limits, first, asked) => {
      const instants = asked
        .map(([later, moment, amount]) => {
          const [from, to] = [startOfLondonDay(first + later), startOfLondonDay(first + later + 1)].map(Number) as [
            number,
            number,
          ];
          return { day: first + later, at: new Date(from + ((to - from) * moment) / 1_000), amount };
        })
        .sort((a, b) => a.at.getTime() - b.at.getTime());
      const read = limitsOf({
        authorised_at: startOfLondonDay(first).toISOString(),
        control_parameters: {
          ...CONTROL,
          PeriodicLimits: limits.map(({ most, ...rest }) => ({ ...rest, Amount: formatAmount(most), Currency: "GBP" })),
        },
      })!;

      const made: { at: Date; amount: number }[] = [];
      const sum = async (from: Date, to: Date) =>
        made.filter(({ at }) => at >= from && at < to).reduce((total, { amount }) => total + amount, 0);
      // By hand: one column for each limit, begun anew on each day on which a walk through the calendar says so.
      const columns = limits.map(() => ({ since: Number.NaN, used: 0 }));
      for (const { day, at, amount } of instants) {
        const fits = limits.map(({ PeriodType, PeriodAlignment, most }, index) => {
          const period = byWalking(PeriodType as "Day", PeriodAlignment as "Consent", most, first, day);
          const column = columns[index]!;
          if (column.since !== period.from) Object.assign(column, { since: period.from, used: 0 });
          return column.used + amount <= period.most;
        });
        const expected = fits.every(Boolean)
          ? undefined
          : `Data.ControlParameters.PeriodicLimits[${fits.indexOf(false)}]`;
        const refusal = await checkPeriods(read, { amount, currency: "GBP" }, at, sum).catch(
          (error) => error.detail.path,
        );
        expect(refusal).toBe(expected);
        if (refusal !== undefined) continue;
        made.push({ at, amount });
        for (const column of columns) column.used += amount;
      }
    }),
    { numRuns: 200 },
  );
});
