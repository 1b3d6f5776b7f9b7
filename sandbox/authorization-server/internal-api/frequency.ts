import { FREQUENCY_PATTERN } from "../intents/kinds/fields.ts";

/** How often a v4.0 standing order pays: an ISO 20022 code or a pattern of v3.1, and where in the period. */
interface Frequency {
  readonly Type: string;
  readonly CountPerPeriod?: number;
  readonly PointInTime?: string;
}

/** What v3.1 can say too: each so many months, on a day of the month that has to be named. */
const MONTHS: Readonly<Record<string, string>> = {
  MNTH: "01",
  TWMH: "02",
  QURT: "03",
  FOMH: "04",
  FIMH: "05",
  MIAN: "06",
  YEAR: "12",
};
const WEEKS: Readonly<Record<string, string>> = { WEEK: "01", FRTN: "02", FOWK: "04" };

/**
 * The frequency as one text: the v3.1 pattern that means the same, or `iso:<code>` and its point in time where v3.1 has
 * no such pattern (an ISO code without a point in time counts from the first payment).
 */
export function frequencyInWords({ Type, CountPerPeriod, PointInTime }: Frequency): string {
  if (FREQUENCY_PATTERN.test(Type)) return Type;
  if (Type === "DAIL") return "EvryDay";
  if (Type === "WODL") return "EvryWorkgDay";
  const month = MONTHS[Type];
  if (month && PointInTime) return `IntrvlMnthDay:${month}:${PointInTime}`;
  const week = WEEKS[Type];
  if (week && PointInTime) return `IntrvlWkDay:${week}:${PointInTime}`;
  const where = PointInTime ?? (CountPerPeriod === 1 ? undefined : CountPerPeriod);
  return ["iso", Type, ...(where === undefined ? [] : [String(where)])].join(":");
}
